//! Codes of control rooms and hospitals: "CAD 4471", "Tango 62".

use super::candidate::Candidate;
use super::checks::Verdict;
use super::one_of::{OneOf, one_of};

/// Labels that only a record has.
const LABELS: OneOf = one_of("cad prf eprf e-prf epcr e-pcr epr mrn datix callsign call-sign helimed rrv dca");

/// A label and a number. An everyday word such as "job" and "unit" needs the look of a code, or an incident around it.
pub fn local_code(found: &Candidate<'_>) -> Verdict {
    let lower = found.lower();
    let label = &lower[..lower.iter().position(|&b| !b.is_ascii_alphabetic() && b != b'-').unwrap_or(lower.len())];
    let label = label.strip_suffix(b"-").unwrap_or(label);
    let digits = lower.iter().filter(|b| b.is_ascii_digit()).count();
    let measured = found.goes_on() && UNITS.holds(found.word_after()) || found.after(0) == Some(b'%');
    if begins_like_a_year(lower) || measured {
        return Verdict::Not;
    }
    if LABELS.holds(label) || lower.starts_with(b"call sign") {
        return if digits >= 3 || label.len() > 3 || found.score() >= 0 { Verdict::Found } else { Verdict::Not };
    }
    let numbered =
        lower.split(|&b| !b.is_ascii_alphanumeric()).any(|w| const { one_of("no number num nos id") }.holds(w));
    let coded = lower.iter().any(|&b| matches!(b, b'/' | b'#')) || numbered;
    let hospital = label.starts_with(b"hosp") || label == b"incident" || label == b"inc" && digits >= 4;
    let small_word = found.goes_on() && const { one_of("of in or and to for") }.holds(found.word_after());
    if small_word && !coded {
        return Verdict::Not;
    }
    let everyday =
        const { one_of("ref reference unit vehicle crew medic task event fleet log patient pt") }.holds(label);
    let least = match (coded, hospital, everyday) {
        (_, true, _) if digits >= 4 || coded => -20,
        (true, _, false) => -3,
        (true, _, true) => 1,
        _ => 4,
    };
    if digits >= 3 && found.score() >= least { Verdict::Found } else { Verdict::Not }
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
const UNITS: OneOf = one_of(
    "miles mile times years year minutes mins min hours km m people days holes gti songs percent metres \
    metre weeks months pm am patients late hrs",
);

/// A call-sign is written as a name and no measure follows it.
pub fn call_sign(found: &Candidate<'_>) -> Verdict {
    let named = found.cased()[0].is_ascii_uppercase();
    let measured = found.goes_on() && UNITS.holds(found.word_after());
    if named && !measured { Verdict::Found } else { Verdict::Not }
}
