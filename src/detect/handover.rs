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
    let vehicle = const { one_of("ambulance truck") }.holds(label);
    let everyday =
        const { one_of("ref reference unit vehicle crew medic task event fleet log patient pt") }.holds(label);
    let least = match (coded, hospital, everyday) {
        (_, true, _) if digits >= 4 || coded => -20,
        _ if vehicle => {
            return if digits == 4 && found.scene().work(found.start, found.start) >= 2 {
                Verdict::Found
            } else {
                Verdict::Not
            };
        }
        (true, _, false) if digits >= 4 => -8,
        (_, _, false) if digits == 4 => 0,
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

/// Words that speak for a crew beside the number of a vehicle.
const CREWS: OneOf = one_of(
    "crew crews crewed crewing crewmate callsign call-sign tonight tonight's nights shift truck rig wagon ambulance \
    ambo wave clear backup back-up second standby partner hero heroes legends",
);

/// The number of a vehicle alone, behind "on", "crew of" or their like: "out on 4127 tonight".
pub fn crewed_code(found: &Candidate<'_>) -> Verdict {
    let letters = found.lower().iter().take_while(|b| b.is_ascii_alphabetic()).count();
    let digits = &found.lower()[letters..];
    let number = digits.iter().fold(0u32, |n, b| n * 10 + u32::from(b - b'0'));
    let clock = letters == 0 && (number / 100 < 24 && number % 100 < 60);
    let year = letters == 0 && (1900..2100).contains(&number);
    let part = matches!(found.before(1), Some(b'-' | b'.' | b'/' | b':' | b'#' | b'$' | crate::text::SYMBOL))
        || matches!(found.after(0), Some(b'-' | b'/' | b':' | b'%'));
    let written = letters == 0 && digits.len() == 4 || letters > 0 && found.in_capitals();
    let led = const { one_of("on of to crew crewing callsign is aboard driving") }.holds(found.word_before());
    let opens = letters > 0 && found.words_before().next().is_none();
    let crews = found.words_before().chain(found.words_after()).any(|w| CREWS.holds(w));
    let measured = found.goes_on() && UNITS.holds(found.word_after());
    let told = written && (led || opens) && crews && !(clock || year || part || measured);
    if told && found.scene().work(found.start, found.end) >= 2 { Verdict::Found } else { Verdict::Not }
}

/// A call-sign is written as a name and no measure follows it.
pub fn call_sign(found: &Candidate<'_>) -> Verdict {
    let named = found.cased()[0].is_ascii_uppercase();
    let measured = found.goes_on() && UNITS.holds(found.word_after());
    if named && !measured { Verdict::Found } else { Verdict::Not }
}
