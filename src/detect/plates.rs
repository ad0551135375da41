//! Registration marks.

use super::candidate::Candidate;
use super::checks::Verdict;
use crate::catalogue::Tag;

/// How far away, in folded bytes, a vehicle word speaks for a plate.
const VEHICLE_REACH: usize = 40;

/// Two-letter words that a plate could begin with: in a post all in capitals "AT 50 MPH" is none.
const SHORT_WORDS: [&[u8; 2]; 12] =
    [b"am", b"as", b"at", b"be", b"by", b"do", b"go", b"he", b"me", b"my", b"up", b"we"];

/// Words of three letters that follow a road or a bus: "the car was at la22 and".
const WORDS: [&[u8; 3]; 40] = [
    b"and", b"the", b"but", b"for", b"bus", b"was", b"has", b"had", b"car", b"van", b"now", b"out", b"off", b"all",
    b"are", b"not", b"you", b"our", b"her", b"his", b"who", b"why", b"how", b"can", b"got", b"get", b"did", b"yet",
    b"too", b"two", b"way", b"day", b"job", b"man", b"new", b"old", b"one", b"see", b"let", b"ago",
];

/// Plates are written in capitals. In small letters one is told by a word for plates or vehicles; "la22 and" is a
/// place and a word.
pub fn vehicle(found: &Candidate<'_>) -> Verdict {
    let lower = found.lower();
    let a_word = !lower[2].is_ascii_digit() && SHORT_WORDS.iter().any(|w| lower.starts_with(*w));
    let compact = lower.iter().all(u8::is_ascii_alphanumeric);
    let spelt_word = WORDS.iter().any(|w| lower.ends_with(*w));
    let plain = found.in_capitals() && !a_word || (compact || !spelt_word) && near(found, Tag::Vehicle, VEHICLE_REACH);
    if plain { Verdict::Found } else { told_by_words(found, VEHICLE_REACH) }
}

/// Whether it is a category of driving licences.
fn is_licence(found: &Candidate<'_>) -> bool {
    matches!(found.lower(), b"c1" | b"d1" | b"b1")
}

/// For formats that mean too much else, such as "A1 JOB".
pub fn beside_vehicle(found: &Candidate<'_>) -> Verdict {
    if is_licence(found) {
        return Verdict::Not;
    }
    if found.in_capitals() && near(found, Tag::Vehicle, VEHICLE_REACH) {
        Verdict::Found
    } else {
        told_by_words(found, VEHICLE_REACH)
    }
}

/// How far away a word speaks for a mark that is only a few letters and a number.
const NEXT_TO: usize = 16;

/// Marks from before 1963, of Northern Ireland, of forces and of diplomats: in capitals, right beside a word for a
/// vehicle or a plate.
pub fn dateless(found: &Candidate<'_>) -> Verdict {
    if is_licence(found) {
        return Verdict::Not;
    }
    // Three letters and four figures are Northern Ireland's, where every mark has an I or a Z.
    let compact = found.compact();
    let irish = |b: &u8| matches!(b, b'i' | b'z');
    let letters = compact.iter().filter(|b| b.is_ascii_lowercase()).count();
    if letters == 3
        && compact.len() == 7
        && compact[..3].iter().all(u8::is_ascii_lowercase)
        && !compact.iter().any(irish)
    {
        return Verdict::Not;
    }
    match found.in_capitals() {
        true if near(found, Tag::Vehicle, NEXT_TO) => Verdict::Found,
        true => told_by_words(found, NEXT_TO),
        false => Verdict::Not,
    }
}

/// A plate when one is spoken of, or when nothing else is said.
fn told_by_words(found: &Candidate<'_>, reach: usize) -> Verdict {
    if near(found, Tag::Plate, reach) || found.alone() { Verdict::Found } else { Verdict::Not }
}

fn near(found: &Candidate<'_>, tag: Tag, reach: usize) -> bool {
    found.context.near(tag, found.start, found.end, reach)
}
