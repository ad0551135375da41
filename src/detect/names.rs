//! Names of patients and colleagues: told by their shape and by who is spoken of beside them.

use super::checks::Verdict;
use super::identifier::Candidate;
use super::{Context, Hit, incident};
use crate::catalogue::{Check, Tag};
use crate::finding::Severity;
use crate::text::is_word;

/// "Mrs V. Cattermole" where an incident is spoken of.
pub fn titled(found: &Candidate<'_>) -> Verdict {
    let surname = found.cased().iter().rposition(|&b| b == b' ').map_or(0, |i| i + 1);
    let named = found.cased()[0].is_ascii_uppercase() && found.cased()[surname].is_ascii_uppercase();
    if named && incident::gate(found.context, found.start, found.end) { Verdict::Found } else { Verdict::Not }
}

/// How far a name may stand from the role in front of it or from what is said behind it ("my mentor, Rosalind …").
const BESIDE: usize = 2;

/// Adds first names with surnames: behind a role, in front of what is said of a colleague, and, when the first name is
/// a known one, wherever an incident is spoken of.
pub fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    let Some(rule) = context.rule_of(Check::FullName) else { return };
    let cased = &context.folded.cased;
    for m in context.matches {
        let (start, end) = (m.start as usize, m.end as usize);
        if context.is_tag(m, Tag::Role) {
            let Some(name) = full_name(cased, skip_gap(cased, end)) else { continue };
            let patient =
                matches!(&context.folded.lower[start..end], b"patient" | b"pt" | b"victim" | b"casualty" | b"relative");
            let severity = if patient { None } else { Some(Severity::Caution) };
            if incident::capitals_tell(context) {
                hits.push(Hit { rule, start: name.0, end: name.1, severity });
            }
        } else if context.is_tag(m, Tag::SaidOfAColleague) {
            let Some(name) = name_ending(cased, start) else { continue };
            if incident::capitals_tell(context) {
                hits.push(Hit { rule, start: name.0, end: name.1, severity: Some(Severity::Caution) });
            }
        } else if context.is_tag(m, Tag::FirstName) && !introduced_as_oneself(context, start) {
            let Some(name) = full_name(cased, start) else { continue };
            if incident::gate(context, name.0, name.1) && incident::capitals_tell(context) {
                hits.push(Hit { rule, start: name.0, end: name.1, severity: Some(Severity::Caution) });
            }
        }
    }
}

/// Over a blank or a comma and a blank.
fn skip_gap(cased: &[u8], end: usize) -> usize {
    end + cased[end..].iter().take(BESIDE).take_while(|b| matches!(b, b' ' | b',')).count()
}

/// The two capitalised words that begin at `start`, unless they read as a place.
fn full_name(cased: &[u8], start: usize) -> Option<(usize, usize)> {
    let first = name_length(&cased[start..]);
    let surname = start + first + 1;
    if first < 2 || cased.get(start + first) != Some(&b' ') {
        return None;
    }
    let length = name_length(&cased[surname..]);
    let place = PLACE_WORDS.contains(&cased[surname..surname + length].to_ascii_lowercase().as_slice());
    (length >= 3 && !place).then_some((start, surname + length))
}

/// The two capitalised words that end just before `end`.
fn name_ending(cased: &[u8], end: usize) -> Option<(usize, usize)> {
    let text = cased[..end].strip_suffix(b" ")?;
    let mut blanks = (0..text.len()).rev().filter(|&i| !is_word(text[i]) && !matches!(text[i], b'\'' | b'-'));
    let between = blanks.next()?;
    let start = blanks.next().map_or(0, |i| i + 1);
    full_name(text, start).filter(|name| name.1 == text.len() && between > start)
}

/// How long the name at the front of `cased` is: a capital, then at least one small letter.
fn name_length(cased: &[u8]) -> usize {
    let length = cased.iter().take_while(|&&b| is_word(b) || b == b'\'' || b == b'-').count();
    let named = length >= 2 && cased[0].is_ascii_uppercase() && cased[1..length].iter().any(u8::is_ascii_lowercase);
    if named { length } else { 0 }
}

/// Second words that make a first name a place or a thing.
const PLACE_WORDS: &[&[u8]] = &[
    b"road",
    b"street",
    b"lane",
    b"avenue",
    b"park",
    b"house",
    b"hall",
    b"square",
    b"station",
    b"hospital",
    b"ward",
    b"centre",
    b"sands",
    b"beach",
    b"bridge",
    b"cross",
    b"day",
    b"hill",
    b"green",
    b"court",
    b"close",
    b"way",
    b"gardens",
    b"school",
    b"university",
    b"college",
    b"church",
    b"city",
    b"united",
    b"town",
    b"rovers",
    b"county",
    b"ambulance",
    b"service",
    b"trust",
    b"foundation",
    b"awards",
    b"the",
    b"and",
    b"for",
    b"with",
    b"from",
    b"has",
    b"was",
    b"will",
    b"and",
];

/// "I'm Connor Walsh" and "my name is …" are the writer's own to tell.
fn introduced_as_oneself(context: &Context<'_>, start: usize) -> bool {
    let before = &context.folded.lower[..start];
    [b"i'm ".as_slice(), b"i am ", b"name is ", b"name's ", b"me, "].iter().any(|words| before.ends_with(words))
}
