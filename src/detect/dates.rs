//! Dates of birth.

use super::checks::Verdict;
use super::identifier::Candidate;
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

/// A date beside a word for birth or beside a number of a patient; or a full date of long ago beside another
/// identifier; or, less surely, one where health care is spoken of.
pub fn date_of_birth(found: &Candidate<'_>) -> Verdict {
    if found.context.near(Tag::Birth, found.start, found.end, BIRTH_REACH) || beside(found, NUMBERS) {
        return Verdict::Found;
    }
    // An open day has a date and a telephone number too, but not one of long ago.
    let old = year(found.lower()).is_some_and(|y| (1900..APPOINTMENTS_SINCE).contains(&y));
    if old && beside(found, CONTACTS) {
        return Verdict::Found;
    }
    if old && found.context.near(Tag::Health, found.start, found.end, HEALTH_REACH) {
        return Verdict::As(Severity::Caution);
    }
    Verdict::Not
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

/// The four-digit year in a date, if it has one.
fn year(date: &[u8]) -> Option<u32> {
    date.split(|b| !b.is_ascii_digit())
        .find(|part| part.len() == 4)
        .map(|part| part.iter().fold(0, |n, b| n * 10 + u32::from(b - b'0')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_read() {
        assert_eq!(year(b"12/03/1941"), Some(1941));
        assert_eq!(year(b"12 march 41"), None);
    }
}
