//! Addresses of mail with their signs written as words: "jo dot bloggs at example dot org", "jo [at] example.org".

use super::candidate::Candidate;
use super::checks::Verdict;
use super::one_of::one_of;
use crate::text::is_word;

/// How far, in folded bytes, such an address is followed back.
const LONGEST: usize = 80;

/// The address that ends with the match: "dot org", or "at) example.org" behind an opening bracket.
pub fn email(found: &Candidate<'_>) -> Verdict {
    let text = &found.context.folded.lower;
    let from = found.start.saturating_sub(LONGEST);
    let mut back = Back { text, from, at: found.start };
    if found.lower().starts_with(b"dot") {
        match domain(&mut back) {
            Some(Domain::WithLocalPart) => return Verdict::Covering(back.at, found.end),
            Some(Domain::Bare) => {}
            None => return Verdict::Not,
        }
    } else if !matches!(found.before(1), Some(b'[' | b'(')) {
        return Verdict::Not;
    }
    if local_part(&mut back) { Verdict::Covering(back.at, found.end) } else { Verdict::Not }
}

enum Domain {
    /// The sign itself was written: "jo@example dot org".
    WithLocalPart,
    Bare,
}

/// Walks back over "example dot co" and the "at" in front of it.
fn domain(back: &mut Back<'_>) -> Option<Domain> {
    const MOST_LABELS: usize = 4;
    for _ in 0..MOST_LABELS {
        let label = back.token()?;
        if label.contains(&b'@') {
            return Some(Domain::WithLocalPart);
        }
        // "Look at the dot com boom."
        if label.len() < 2 || const { one_of("the my this that dot") }.holds(label) {
            return None;
        }
        match back.token()? {
            b"dot" => {}
            b"at" => return Some(Domain::Bare),
            _ => return None,
        }
    }
    None
}

/// Walks back over "jo dot bloggs".
fn local_part(back: &mut Back<'_>) -> bool {
    const MOST_PARTS: usize = 4;
    let named = |token: Option<&[u8]>| token.is_some_and(|t| t.len() >= 2 && t.iter().all(|&b| in_name(b)));
    if !named(back.token()) {
        return false;
    }
    for _ in 0..MOST_PARTS {
        let before = *back;
        let joined = matches!(back.token(), Some(b"dot" | b"underscore" | b"dash" | b"hyphen"));
        if !(joined && back.token().is_some_and(|t| t.iter().all(|&b| in_name(b)))) {
            *back = before;
            break;
        }
    }
    true
}

fn in_name(byte: u8) -> bool {
    is_word(byte) || matches!(byte, b'.' | b'_' | b'-' | b'+')
}

/// Reads a text from its end.
#[derive(Clone, Copy)]
struct Back<'t> {
    text: &'t [u8],
    from: usize,
    at: usize,
}

impl<'t> Back<'t> {
    /// The token in front of where it stands, which it then stands in front of.
    fn token(&mut self) -> Option<&'t [u8]> {
        let gap = |&b: &u8| matches!(b, b' ' | b'[' | b']' | b'(' | b')');
        let end = self.from + self.text[self.from..self.at].iter().rposition(|b| !gap(b))? + 1;
        let start = self.text[self.from..end].iter().rposition(gap).map_or(self.from, |i| self.from + i + 1);
        self.at = start;
        Some(&self.text[start..end])
    }
}
