//! The same rules in plain JavaScript `RegExp`, for `make bench` to measure beside the scanner: what someone would write
//! who puts each rule into the content script. Writes JSON to standard output.
//!
//! It is less than the rules: disguised words, look-alikes and apostrophes left out are not read, checks are not made,
//! and lists that are only looked up are left out. All of that is in its favour.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use forepost::compile::{Phrase, RuleSource, Sources};
use serde_json::json;

type Lists = BTreeMap<PathBuf, Vec<Phrase>>;

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sources = Sources::read(root).unwrap_or_else(|error| panic!("{error}"));
    let rules = sources.rules.iter().filter_map(|rule| {
        let source = source(rule, &sources.words)?;
        Some(json!({ "id": rule.id, "kind": rule.kind, "source": source, "flags": "gi" }))
    });
    println!("{}", json!({ "rules": rules.collect::<Vec<_>>() }));
}

/// The rule's pattern, or its phrases as alternatives, between the ends of words.
fn source(rule: &RuleSource, lists: &Lists) -> Option<String> {
    if let Some(pattern) = &rule.pattern {
        return Some(format!("(?<![a-z0-9])(?:{pattern})(?![a-z0-9])"));
    }
    let listed = rule.words.iter().flat_map(|list| &lists[list]);
    let phrases: Vec<_> = listed.chain(&rule.phrases).map(|phrase| of_phrase(phrase, lists)).collect();
    (!phrases.is_empty()).then(|| format!(r"\b(?:{})\b", phrases.join("|")))
}

fn of_phrase(phrase: &Phrase, lists: &Lists) -> String {
    let choice = |choices: &[Phrase]| {
        let choices: Vec<_> = choices.iter().map(|choice| of_phrase(choice, lists)).collect();
        format!("(?:{})", choices.join("|"))
    };
    match phrase {
        Phrase::Letter(byte) => char::from(*byte).to_string(),
        Phrase::Gap => r"\b[ '/_.&\x22-]{0,3}".into(),
        Phrase::AnyWord => "[a-z0-9']+".into(),
        Phrase::Number => r"\d[\d,.]*k?".into(),
        Phrase::Pause => r"\s*[,:;=*~+|>()\n-]\s*".into(),
        Phrase::Colon => r"\s*(?::|-?>)\s*".into(),
        Phrase::Unequal => r"\s*(?:≠|!=|<>)\s*".into(),
        Phrase::List(list) => choice(&lists[list]),
        Phrase::Sequence(parts) => parts.iter().map(|part| of_phrase(part, lists)).collect(),
        Phrase::Choice(choices) => choice(choices),
        Phrase::Repeat(part, least, most) => format!("(?:{}){{{least},{most}}}", of_phrase(part, lists)),
    }
}
