//! Dates of birth.

use super::candidate::Candidate;
use super::checks::Verdict;
use super::one_of::one_of;
use super::scene::ENOUGH;
use crate::catalogue::{Check, Tag};
use crate::finding::Severity;

/// How far away, in folded bytes, "born" or "DOB" speaks for a date.
const BIRTH_REACH: usize = 28;
/// How far away a health word speaks for a date that is old enough to be a birth.
const HEALTH_REACH: usize = 64;
/// Younger full dates beside a health word are mostly appointments.
const APPOINTMENTS_SINCE: u32 = 2010;

/// How far away another identifier speaks for a date: "name, date, number" is how records are written.
const RECORD_REACH: usize = 32;

/// How far before a date, in folded bytes, "I was" and "my mum" make it the writer's own to tell.
const OWN_REACH: usize = 24;

/// A date beside a word for birth or beside a number of a patient; or a full date of long ago beside another
/// identifier; or, less surely, one where health care is spoken of.
pub fn date_of_birth(found: &Candidate<'_>) -> Verdict {
    let year = year(found.lower());
    if year.is_some_and(|y| y < LONG_DEAD) {
        return Verdict::Not;
    }
    if let Some(own) = own(found) {
        // One's own date of birth, given as such, is one's own to tell, and a gift to thieves of identities.
        let label = own.lower().starts_with(b"my d");
        return if label { Verdict::As(Severity::Advice) } else { Verdict::Not };
    }
    if found.context.near(Tag::Birth, found.start, found.end, BIRTH_REACH) || beside(found, NUMBERS) {
        return Verdict::Found;
    }
    // An open day has a date and a telephone number too, but not one of long ago.
    let old = year.is_some_and(|y| y < APPOINTMENTS_SINCE);
    if old && (beside(found, CONTACTS) || found.score() >= ENOUGH) {
        return Verdict::Found;
    }
    let care = || found.context.near(Tag::Health, found.start, found.end, HEALTH_REACH) || found.score() >= LIKELY;
    if old && care() { Verdict::As(Severity::Caution) } else { Verdict::Not }
}

/// From this score on a full date of long ago is rather someone's birth than anything else.
const LIKELY: i32 = -2;

/// Whoever was born before this year is history.
const LONG_DEAD: u32 = 1900;

/// What makes it the writer's own date, or one of the writer's family.
fn own<'c>(found: &Candidate<'c>) -> Option<Candidate<'c>> {
    let from = found.start.saturating_sub(OWN_REACH);
    let mut before = found.context.inside(from, found.start);
    before
        .find(|m| matches!(found.context.tag(m), Some(Tag::Own | Tag::Myself)))
        .map(|m| Candidate::new(found.context, found.late, m))
}

/// "Born in 1931", of a patient; beside a label ("YOB") it needs nothing else.
pub fn birth_year(found: &Candidate<'_>) -> Verdict {
    let labelled = !found.lower().starts_with(b"born") && !found.lower().starts_with(b"b.");
    let figures = found.lower().len() - found.lower().iter().rev().take_while(|b| b.is_ascii_digit()).count();
    let long_ago = year(&found.lower()[figures..]).is_some_and(|y| y < LONG_DEAD);
    let measure = const { one_of("minutes mins seconds hours weeks days min") }.holds(found.word_after());
    let full = matches!(found.after(0), Some(b'-' | b'/' | b'.')) && found.after(1).is_some_and(|b| b.is_ascii_digit());
    if own(found).is_some() || long_ago || measure || full {
        Verdict::Not
    } else if labelled || found.score() >= ENOUGH {
        Verdict::Found
    } else {
        Verdict::Not
    }
}

/// A day without its year: the birthday of someone in an incident.
pub fn birthday(found: &Candidate<'_>) -> Verdict {
    let birth = found.context.near(Tag::Birth, found.start, found.end, BIRTH_REACH);
    if birth && own(found).is_none() && found.score() >= ENOUGH { Verdict::Found } else { Verdict::Not }
}

/// Numbers that only a record has.
const NUMBERS: &[Check] = &[Check::NhsNumber, Check::NiNumber];
/// Contacts, which notices have too.
const CONTACTS: &[Check] = &[Check::Phone, Check::Email, Check::Postcode];

/// Whether something of one of these shapes stands beside it.
fn beside(found: &Candidate<'_>, shapes: &[Check]) -> bool {
    let context = found.context;
    context.within(found.start, found.end, RECORD_REACH).any(|m| {
        let apart = m.end as usize <= found.start || found.end <= m.start as usize;
        apart && shapes.contains(&context.catalogue.rules[usize::from(m.rule)].check)
    })
}

/// The year in a date, if it has one; of two digits, or in words, it is one of a living person.
fn year(date: &[u8]) -> Option<u32> {
    let value = |digits: &[u8]| digits.iter().fold(0, |n, b| n * 10 + u32::from(b - b'0'));
    let mut numbers = date.split(|b| !b.is_ascii_digit()).filter(|part| !part.is_empty());
    if let Some(year) = numbers.clone().find(|part| part.len() == 4) {
        return Some(value(year));
    }
    let spoken = date
        .split(|&b| !b.is_ascii_alphabetic())
        .any(|w| const { one_of("nineteen twenty thirty forty fifty sixty seventy eighty ninety") }.holds(w));
    match numbers.next_back() {
        Some(short) if short.len() == 2 && date.ends_with(short) => {
            Some(if value(short) > THIS_CENTURY { 1900 } else { 2000 } + value(short))
        }
        _ => spoken.then_some(1900),
    }
}

/// Two digits up to this are of this century.
const THIS_CENTURY: u32 = 30;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_read() {
        assert_eq!(year(b"12/03/1941"), Some(1941));
        assert_eq!(year(b"12 march 41"), Some(1941));
        assert_eq!(year(b"12/3/21"), Some(2021));
        assert_eq!(year(b"sixth of the fourth forty nine"), Some(1900));
    }
}
