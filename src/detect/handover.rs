//! Codes of control rooms and hospitals: "CAD 4471", "Tango 62".

use super::candidate::Candidate;
use super::checks::Verdict;

/// Labels that only a record has.
const LABELS: &[&[u8]] = &[
    b"cad",
    b"prf",
    b"eprf",
    b"e-prf",
    b"epcr",
    b"e-pcr",
    b"epr",
    b"mrn",
    b"datix",
    b"callsign",
    b"call-sign",
    b"helimed",
    b"rrv",
    b"dca",
];

/// A label and a number. An everyday word such as "job" and "unit" needs the look of a code, or an incident around it.
pub fn local_code(found: &Candidate<'_>) -> Verdict {
    let lower = found.lower();
    let label = &lower[..lower.iter().position(|&b| !b.is_ascii_alphabetic() && b != b'-').unwrap_or(lower.len())];
    let label = label.strip_suffix(b"-").unwrap_or(label);
    let digits = lower.iter().filter(|b| b.is_ascii_digit()).count();
    let measured = found.goes_on() && UNITS.contains(&found.word_after()) || found.after(0) == Some(b'%');
    if begins_like_a_year(lower) || measured {
        return Verdict::Not;
    }
    if LABELS.iter().any(|l| label.starts_with(l)) || lower.starts_with(b"call sign") {
        return if digits >= 3 || label.len() > 3 || found.score() >= 0 { Verdict::Found } else { Verdict::Not };
    }
    let numbered =
        lower.split(|&b| !b.is_ascii_alphanumeric()).any(|w| matches!(w, b"no" | b"number" | b"num" | b"nos" | b"id"));
    let coded = lower.iter().any(|&b| matches!(b, b'/' | b'#')) || numbered;
    let hospital = label.starts_with(b"hosp") || label == b"incident" || label == b"inc" && digits >= 4;
    let small_word = found.goes_on() && matches!(found.word_after(), b"of" | b"in" | b"or" | b"and" | b"to" | b"for");
    if small_word && !coded {
        return Verdict::Not;
    }
    let everyday = matches!(
        label,
        b"ref"
            | b"reference"
            | b"unit"
            | b"vehicle"
            | b"crew"
            | b"medic"
            | b"task"
            | b"event"
            | b"fleet"
            | b"log"
            | b"patient"
            | b"pt"
    );
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
const UNITS: &[&[u8]] = &[
    b"miles",
    b"mile",
    b"times",
    b"years",
    b"year",
    b"minutes",
    b"mins",
    b"min",
    b"hours",
    b"km",
    b"m",
    b"people",
    b"days",
    b"holes",
    b"gti",
    b"songs",
    b"percent",
    b"metres",
    b"metre",
    b"weeks",
    b"months",
    b"pm",
    b"am",
    b"patients",
    b"late",
    b"hrs",
];

/// A call-sign is written as a name and no measure follows it.
pub fn call_sign(found: &Candidate<'_>) -> Verdict {
    let named = found.cased()[0].is_ascii_uppercase();
    let measured = found.goes_on() && UNITS.contains(&found.word_after());
    if named && !measured { Verdict::Found } else { Verdict::Not }
}
