//! Every rule against its own examples.

use std::path::Path;

use super::{Compiled, Error, RuleSource};
use crate::finding::{Span, Surface};
use crate::scanner::{Options, Scanner};
use crate::text::{Reading, hash_word};

/// Checks all examples; answers how many there were.
pub fn check(compiled: &Compiled) -> Result<usize, Vec<Error>> {
    let scanner = Scanner::read(&compiled.tables);
    let mut errors = Vec::new();
    let mut count = 0;
    for (number, rule) in compiled.sources.rules.iter().enumerate() {
        count += rule.examples.len() + rule.counter_examples.len();
        let wrong = |message: String| Error::new(&rule.file, format!("rule {}: {message}", rule.id));
        let check = Check { scanner: &scanner, rule, number: number as u16 };
        errors.extend(rule.examples.iter().filter_map(|e| check.example(e).err()).map(wrong));
        errors.extend(rule.counter_examples.iter().filter_map(|e| check.counter_example(e).err()).map(wrong));
    }
    let disguises = &compiled.sources.disguises;
    count += disguises.examples.len() + disguises.counter_examples.len();
    let wrong = |message: String| Error::new(Path::new("rules/disguises.toml"), message);
    for (text, word) in &disguises.examples {
        let words = scanner.read_text(text).words;
        let hash = hash_word(word.as_bytes());
        if !words.all.iter().any(|w| w.hash == hash) && !words.alternates.iter().any(|a| a.hash == hash) {
            errors.push(wrong(format!("example {text:?}: nothing in it is read as {word:?}")));
        }
    }
    for text in &disguises.counter_examples {
        let (read, plain) = (scanner.read_text(text).words, Reading::new(text).words);
        if read.all != plain.all || read.alternates != plain.alternates {
            errors.push(wrong(format!("counter-example {text:?}: a word of it is read as another")));
        }
    }
    if errors.is_empty() { Ok(count) } else { Err(errors) }
}

struct Check<'c> {
    scanner: &'c Scanner<'c>,
    rule: &'c RuleSource,
    number: u16,
}

impl Check<'_> {
    /// What the rule finds in `text`.
    fn found(&self, text: &str) -> Vec<Span> {
        let surface = self.rule.surface.as_deref().or(self.rule.surfaces.first().map(String::as_str));
        let surface = surface.and_then(Surface::from_name).unwrap_or(Surface::Post);
        if self.rule.tag.is_some() {
            return self.scanner.evidence(text, surface, self.number);
        }
        let scan = self.scanner.scan(
            text,
            Options { surface, policy: self.rule.policy.as_deref().and_then(|id| self.scanner.policy(id)) },
        );
        scan.findings.iter().filter(|f| f.rule == self.number).map(|f| f.span).collect()
    }

    fn example(&self, example: &str) -> Result<(), String> {
        let (text, wanted) = marked(example)?;
        let found = self.found(&text);
        if found == wanted {
            return Ok(());
        }
        Err(format!("example {example:?}: {}", said(&text, &found)))
    }

    fn counter_example(&self, text: &str) -> Result<(), String> {
        let found = self.found(text);
        if found.is_empty() { Ok(()) } else { Err(format!("counter-example {text:?}: {}", said(text, &found))) }
    }
}

/// What was found instead, as a reader would quote it.
fn said(text: &str, found: &[Span]) -> String {
    if found.is_empty() {
        return "nothing was found".into();
    }
    let units: Vec<u16> = text.encode_utf16().collect();
    let quoted: Vec<_> = found
        .iter()
        .map(|s| format!("{:?}", String::from_utf16_lossy(&units[s.start as usize..s.end as usize])))
        .collect();
    format!("it found {}", quoted.join(" and "))
}

/// Takes the `«` and `»` out of an example; the spans between them are what must be found.
fn marked(example: &str) -> Result<(String, Vec<Span>), String> {
    let mut text = String::new();
    let mut spans = Vec::new();
    let mut open = None;
    let mut unit = 0;
    for c in example.chars() {
        match (c, open) {
            ('«', None) => open = Some(unit),
            ('»', Some(start)) => {
                spans.push(Span { start, end: unit });
                open = None;
            }
            ('«' | '»', _) => return Err(format!("example {example:?}: its «…» do not pair up")),
            _ => {
                text.push(c);
                unit += c.len_utf16() as u32;
            }
        }
    }
    if spans.is_empty() || open.is_some() {
        return Err(format!("example {example:?}: mark what must be found with «…»"));
    }
    Ok((text, spans))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_become_spans() {
        let (text, spans) = marked("🚑 at «LN1 3AB», «LN1 3AC»").unwrap();
        assert_eq!(text, "🚑 at LN1 3AB, LN1 3AC");
        assert_eq!(spans, [Span { start: 6, end: 13 }, Span { start: 15, end: 22 }]);
        assert!(marked("nothing").is_err());
        assert!(marked("«open").is_err());
    }
}
