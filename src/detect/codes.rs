//! Codes that a policy names as its own: record numbers and call-signs of one service.

use super::{Context, Hit};
use crate::catalogue::Check;
use crate::text::is_word;

/// Adds the codes of the policy in force, or of all policies where none is.
#[inline(never)]
pub fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    let Some(rule) = context.catalogue.rule_of(Check::OwnCode) else { return };
    let in_force = |id: &str| context.options.policy.is_none_or(|policy| policy.id == id);
    let policies = context.policies.iter().filter(|policy| in_force(&policy.id));
    let codes: Vec<&str> = policies.flat_map(|policy| &policy.codes).map(AsRef::as_ref).collect();
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

/// Where the code that begins at `start` ends: `#` is a digit, `@` a letter, a blank stands for a blank, a hyphen, a
/// stroke or nothing, and all else for itself in either case.
pub fn code_end(code: &str, text: &[u8], start: usize) -> Option<usize> {
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
