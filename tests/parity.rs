//! The compiled automata against `regex`, rule by rule: same places, same lengths.

use std::collections::BTreeSet;
use std::path::Path;

use forepost::Scanner;
use forepost::compile::{Sources, bounded};
use forepost::matching::{LONGEST, Match};
use forepost::text::{Reading, is_word};
use proptest::prelude::*;
use regex::bytes::Regex;

/// Each rule's pattern, anchored, as `regex` reads it.
fn reference(sources: &Sources) -> Vec<(u16, Option<char>, Regex)> {
    let numbered = sources.rules.iter().enumerate();
    numbered
        .filter_map(|(n, rule)| {
            let pattern = rule.pattern.as_ref()?;
            let anchored = format!(r"\A{}", bounded(pattern));
            Some((n as u16, rule.around, Regex::new(&anchored).expect("a pattern that the build has compiled")))
        })
        .collect()
}

/// What the documentation of patterns promises: tried at the start of words, at `+` and at `(`; those around a sign
/// where what runs up to it begins.
fn expected(rules: &[(u16, Option<char>, Regex)], reading: &Reading) -> Vec<Match> {
    let text = reading.folded.lower.as_slice();
    let words: BTreeSet<usize> = reading.words.all.iter().map(|w| w.start as usize).collect();
    let mut matches = Vec::new();
    for (rule, around, regex) in rules {
        for start in 0..text.len() {
            let (start, least) = match around {
                None if words.contains(&start) || matches!(text[start], b'+' | b'(') => (start, 0),
                Some(sign) if text[start] == *sign as u8 => match before(text, start) {
                    Some(begin) => (begin, start + 1),
                    None => continue,
                },
                _ => continue,
            };
            if let Some(found) =
                regex.find(&text[start..text.len().min(start + LONGEST)]).filter(|found| start + found.end() >= least)
            {
                matches.push(Match { rule: *rule, start: start as u32, end: (start + found.end()) as u32 });
            }
        }
    }
    matches.sort_unstable_by_key(|m| (m.start, m.end, m.rule));
    matches
}

/// Where the letters, digits and `._+'-` in front of a sign begin, with a letter or digit, at most sixty-four away.
fn before(text: &[u8], sign: usize) -> Option<usize> {
    let run = Regex::new(r"(?-u)[a-z0-9\x80._+'-]{0,64}\z").expect("a pattern").find(&text[..sign])?;
    run.range().find(|&i| is_word(text[i]))
}

fn sources() -> Sources {
    Sources::read(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the rules that this was built with")
}

/// The texts of all rules' examples, without their marks.
fn examples(sources: &Sources) -> Vec<String> {
    let all = sources.rules.iter().flat_map(|r| r.examples.iter().chain(&r.counter_examples));
    all.map(|e| e.replace(['«', '»'], "")).collect()
}

#[test]
fn every_rule_agrees_on_every_example() {
    let sources = sources();
    let rules = reference(&sources);
    assert!(rules.len() >= 10, "there are pattern rules to compare");
    for text in examples(&sources) {
        let reading = Reading::new(&text);
        assert_eq!(Scanner::built_in().pattern_matches(&reading), expected(&rules, &reading), "{text:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Examples cut, joined and sprinkled with what rules are made of: most of it nearly matches something.
    #[test]
    fn every_rule_agrees_on_spoilt_examples(
        picks in proptest::collection::vec((any::<prop::sample::Index>(), 0usize..40, 0usize..40), 1..4),
        noise in "[a-z0-9 .+()@/-]{0,12}|\\PC{0,6}",
    ) {
        let sources = sources();
        let rules = reference(&sources);
        let examples = examples(&sources);
        let mut text = String::new();
        for (pick, from, to) in picks {
            let chars: Vec<char> = examples[pick.index(examples.len())].chars().collect();
            let (from, to) = (from.min(chars.len()), chars.len() - to.min(chars.len()));
            text.extend(chars.get(from..to).unwrap_or(&chars));
            text.push_str(&noise);
        }
        let reading = Reading::new(&text);
        prop_assert_eq!(Scanner::built_in().pattern_matches(&reading), expected(&rules, &reading), "{:?}", text);
    }
}
