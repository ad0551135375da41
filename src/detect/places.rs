//! Addresses: a house or flat with its street, and the lines in front of a postcode.

use super::candidate::Candidate;
use super::checks::Verdict;
use super::one_of::{OneOf, one_of};
use super::{Context, Hit};
use crate::catalogue::Check;
use crate::text::is_word;

/// Words that make "10 minute drive" and "5 miles walk" no addresses.
const MEASURES: OneOf = one_of(
    "hour hours hr hrs min mins minute minutes mile miles day days week weeks month months year years \
    metre metres km ft feet am pm of in to and for more point times people or on is with by from at lap \
    laps degree degrees percent days' stone out",
);

/// Words that an address in small letters follows.
const CUES: OneOf = one_of("at lives live address outside of near no number is was its to");

/// A number and a street. Capitals make it a name; in small letters a word like "at" must lead to it.
pub fn address(found: &Candidate<'_>) -> Verdict {
    if matches!(found.before(1), Some(b':' | b'.' | b'/' | b'#' | b'$')) || !found.cased().is_ascii() {
        return Verdict::Not;
    }
    let measures = found.lower().split(|&b| !is_word(b) && b != b'\'').any(|word| MEASURES.holds(word));
    if measures || begins_with_year(found.lower()) {
        return Verdict::Not;
    }
    if capitalised(found.cased()) || CUES.holds(found.word_before()) { Verdict::Found } else { Verdict::Not }
}

/// The longest name of a house, in words.
const LONGEST_NAME: usize = 2;

/// A named house counts only where house and street are written as names; its name stands before "house" or "farm".
pub fn named_house(found: &Candidate<'_>) -> Verdict {
    let cased = &found.context.folded.cased[..found.start];
    let mut start = found.start;
    for _ in 0..LONGEST_NAME {
        let Some(before) = cased[..start].strip_suffix(b" ") else { break };
        let word = before.iter().rev().take_while(|&&b| is_word(b) || b == b'\'' || b == b'-').count();
        if word < 2 || !before[before.len() - word].is_ascii_uppercase() {
            break;
        }
        start = before.len() - word;
    }
    if start < found.start && capitalised(found.cased()) { Verdict::Covering(start, found.end) } else { Verdict::Not }
}

fn begins_with_year(lower: &[u8]) -> bool {
    let digits = lower.iter().take_while(|b| b.is_ascii_digit()).count();
    digits == 4 && matches!(&lower[..2], b"19" | b"20")
}

/// Every word begins with a capital or a digit; "of" and "the" may be small.
fn capitalised(cased: &[u8]) -> bool {
    let mut words = cased.split(|&b| !is_word(b) && b != b'\'').filter(|w| !w.is_empty());
    words.all(|w| !w[0].is_ascii_lowercase() || const { one_of("the of le flat unit apartment") }.holds(w))
}

/// How many lines an address has in front of its postcode, at most.
const MOST_LINES: usize = 5;
/// Longer lines are sentences.
const LONGEST_LINE: usize = 40;

/// "Leda House, Appleford, ABINGDON, OX14 4PG": two or more capitalised lines before a postcode are an address.
#[inline(never)]
pub fn lines_before_postcodes(context: &Context<'_>, hits: &mut Vec<Hit>) {
    let Some(rule) = context.catalogue.rule_of(Check::AddressLines) else { return };
    let postcodes: Vec<usize> = hits
        .iter()
        .filter(|hit| context.catalogue.rules[usize::from(hit.rule)].check == Check::Postcode)
        .map(|hit| hit.start)
        .collect();
    for postcode in postcodes {
        if let Some((start, end)) = lines_before(&context.folded.cased, postcode) {
            hits.push(Hit { rule, start, end, severity: None });
        }
    }
}

fn lines_before(cased: &[u8], postcode: usize) -> Option<(usize, usize)> {
    let end = cased[..postcode].strip_suffix(b", ")?.len();
    let mut start = end;
    let mut lines = 0;
    while lines < MOST_LINES {
        let stop = if lines == 0 { end } else { start.checked_sub(2)? };
        let reach = stop.saturating_sub(LONGEST_LINE);
        let from = (reach..stop).rev().find(|&i| matches!(cased[i], b',' | b'\n')).map_or(reach, |i| i + 1);
        let line = cased[from..stop].strip_prefix(b" ").unwrap_or(&cased[from..stop]);
        // A line that the limit cut, or that reads as a sentence, is none.
        let whole = from == 0 || matches!(cased[from - 1], b',' | b'\n');
        if line.is_empty() || !whole || !capitalised(line) {
            break;
        }
        start = stop - line.len();
        lines += 1;
        if start < 2 || &cased[start - 2..start] != b", " {
            break;
        }
    }
    (lines >= 2).then_some((start, end))
}
