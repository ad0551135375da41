//! Shorthand of handovers and control rooms: "84F", "CAD 4471", "Tango 62".

use super::checks::Verdict;
use super::identifier::Candidate;

/// What follows an amount of millions, or a measure, and never an age.
const AMOUNTS: &[&[u8]] = &[
    b"followers",
    b"people",
    b"views",
    b"pounds",
    b"quid",
    b"dollars",
    b"euros",
    b"deal",
    b"subscribers",
    b"users",
    b"in",
    b"of",
    b"for",
    b"from",
    b"to",
    b"on",
    b"a",
    b"per",
    b"long",
    b"wide",
    b"high",
    b"deep",
    b"tall",
    b"away",
    b"pool",
    b"views",
    b"viewers",
    b"votes",
    b"homes",
    b"jobs",
    b"contract",
    b"bid",
    b"transfer",
    b"fund",
    b"funding",
    b"boost",
    b"up",
    b"down",
    b"off",
];

/// An age of a person, with the letter written as a capital where it stands alone: "84F", but not "17M followers".
pub fn age_with_sex(found: &Candidate<'_>) -> Verdict {
    let age = found.lower().iter().take_while(|b| b.is_ascii_digit()).fold(0, |n, b| n * 10 + u32::from(b - b'0'));
    let last = found.cased().last().copied().unwrap_or_default();
    let shorthand = found.lower().contains(&b'y');
    let attached = found.cased().len() >= 2 && found.cased()[found.cased().len() - 2].is_ascii_digit();
    if age > 115 || matches!(found.before(1), Some(b'$' | b'.' | b'-' | b':' | b'/' | b'#')) || money(found) {
        return Verdict::Not;
    }
    if shorthand || attached && matches!(last, b'M' | b'F') && !AMOUNTS.contains(&found.word_after()) {
        Verdict::Found
    } else {
        Verdict::Not
    }
}

/// A pound or euro sign in front folds to a symbol.
fn money(found: &Candidate<'_>) -> bool {
    found.before(1) == Some(crate::text::SYMBOL)
}

/// A label and a number; bare words such as "job" and "run" need the look of a code.
pub fn local_code(found: &Candidate<'_>) -> Verdict {
    let lower = found.lower();
    let everyday = lower.starts_with(b"job") || lower.starts_with(b"run") || lower.starts_with(b"inc ");
    let coded = lower.iter().any(|&b| matches!(b, b'/' | b'#')) || lower.windows(2).any(|w| w == b"no" || w == b"nu");
    if everyday && !coded || begins_like_a_year(lower) { Verdict::Not } else { Verdict::Found }
}

/// "CAD 2024" is a program; a year is no number of a record unless more follows it.
fn begins_like_a_year(lower: &[u8]) -> bool {
    let digits: Vec<u8> = lower.iter().copied().filter(u8::is_ascii_digit).collect();
    digits.len() == 4
        && matches!(&digits[..2], b"19" | b"20")
        && lower.ends_with(&digits)
        && !lower.windows(2).any(|w| w == b"no" || w == b"nu")
}

/// Measures that follow "Hotel 25" and "Golf 16".
const UNITS: &[&[u8]] = &[
    b"miles", b"mile", b"times", b"years", b"year", b"minutes", b"mins", b"min", b"hours", b"km", b"m", b"people",
    b"days", b"holes", b"gti", b"songs", b"percent",
];

/// A call-sign is written as a name and no measure follows it.
pub fn call_sign(found: &Candidate<'_>) -> Verdict {
    let named = found.cased()[0].is_ascii_uppercase();
    if named && !UNITS.contains(&found.word_after()) { Verdict::Found } else { Verdict::Not }
}
