//! Codes that a policy names as its own: record numbers and call-signs of one service.

use super::account::places_of;
use super::{Context, Hit};
use crate::catalogue::{Check, Emits, Rule};
use crate::text::{Folded, is_word};

/// Adds the codes of the policy in force, or of all policies where none is.
#[inline(never)]
pub fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    let Some(rule) = context.catalogue.rule_of(Check::OwnCode) else { return };
    let codes: Vec<&str> = context.in_force().iter().flat_map(|policy| &policy.codes).map(AsRef::as_ref).collect();
    if codes.is_empty() {
        return;
    }
    let text = &context.folded.lower;
    for word in &context.words.all {
        let start = word.start as usize;
        let longest = codes.iter().filter_map(|code| code_end(code, text, start)).max();
        if let Some(end) = longest.filter(|_| context.web.touching(start, start + 1).is_none()) {
            hits.push(Hit { rule, start, end, severity: None });
        }
    }
}

/// Adds the words that the policy in force wants marked as they stand.
#[inline(never)]
pub fn phrases(context: &Context<'_>, hits: &mut Vec<Hit>) {
    for (kind, words) in context.in_force().iter().flat_map(|policy| &policy.phrases) {
        let of_kind = |rule: &Rule<'_>| rule.emits == Emits::Kind(*kind);
        let Some(rule) = context.catalogue.rules.iter().position(of_kind) else { continue };
        let places = places_of(context, words).into_iter();
        hits.extend(places.map(|(start, end)| Hit { rule: rule as u16, start, end, severity: None }));
    }
}

/// Why the shape of a code cannot be used, if it cannot; few digits or letters in a row are everywhere, so a shape must
/// have four of them, or three beside fixed letters.
pub fn shape_problem(shape: &str, example: &str) -> Option<String> {
    let known = |c: char| c.is_ascii_alphanumeric() || matches!(c, '#' | '@' | ' ' | '-' | '/' | '.');
    if let Some(c) = shape.chars().find(|&c| !known(c)) {
        return Some(format!("\"{c}\" is no letter, digit, \"#\", \"@\", blank, \"-\", \"/\" or \".\""));
    }
    let open = shape.matches(['#', '@']).count();
    let fixed = shape.chars().any(|c| c.is_ascii_alphanumeric());
    if !shape.starts_with(|c: char| c != ' ') || open < if fixed { 3 } else { 4 } || !shape.contains('#') {
        return Some("it must have a digit, and four open places or three beside a fixed letter".into());
    }
    let folded = Folded::new(example).lower;
    let fits = code_end(shape, &folded, 0) == Some(folded.len());
    (!fits).then(|| format!("its example \"{example}\" does not fit it"))
}

/// Where the code that begins at `start` ends: `#` is a digit, `@` a letter, a blank stands for a blank, a hyphen, a
/// stroke or nothing, and all else for itself in either case.
fn code_end(code: &str, text: &[u8], start: usize) -> Option<usize> {
    let mut at = start;
    for sign in code.bytes() {
        let byte = text.get(at).copied();
        let fits = match sign {
            b' ' if byte.is_some_and(|b| matches!(b, b' ' | b'-' | b'/')) => true,
            b' ' => continue,
            b'#' => byte.is_some_and(|b| b.is_ascii_digit()),
            b'@' => byte.is_some_and(|b| b.is_ascii_alphabetic()),
            sign => byte == Some(sign.to_ascii_lowercase()),
        };
        if !fits {
            return None;
        }
        at += 1;
    }
    text.get(at).is_none_or(|&b| !is_word(b)).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::code_end;

    #[test]
    fn signs_stand_for_digits_letters_and_gaps() {
        assert_eq!(code_end("QZ ####", b"qz 1234 now", 0), Some(7));
        assert_eq!(code_end("QZ ####", b"qz1234", 0), Some(6));
        assert_eq!(code_end("QZ ####", b"qz-12345", 0), None);
        assert_eq!(code_end("@@##", b"a123", 0), None);
    }
}
