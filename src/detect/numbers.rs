//! Numbers that belong to one person: NHS, telephone and National Insurance numbers.

use super::candidate::Candidate;
use super::checks::Verdict;
use crate::catalogue::Tag;
use crate::finding::Severity;
use crate::text::is_word;

/// How far away, in folded bytes, a health word speaks for a bare number.
const HEALTH_REACH: usize = 64;

/// A valid check digit is not enough: one number in eleven has one. A number counts when it is written as cards and
/// letters write it (3-3-4), when health care is spoken of beside it, when it is all that is said, or when it lies in a
/// range that has been issued.
pub fn nhs_number(found: &Candidate<'_>) -> Verdict {
    let digits = found.digits();
    if !valid_check_digit(&digits) || part_of_a_longer_number(found) || !found.mostly_digits() {
        return Verdict::Not;
    }
    let grouped = found.groups() == [3, 3, 4];
    let in_health_context = found.context.near(Tag::Health, found.start, found.end, HEALTH_REACH);
    // "4, 10, 10, 23, 21 and 37" is a list of numbers.
    let a_list = !grouped && (found.lower().contains(&b',') || found.has_words());
    if a_list {
        Verdict::Not
    } else if grouped || in_health_context || found.alone() {
        Verdict::Found
    } else if issued(&digits) || found.score() >= TOLD {
        Verdict::As(Severity::Caution)
    } else {
        Verdict::Not
    }
}

/// From this score on so much speaks for a patient that a number with a valid check digit is one.
const TOLD: i32 = 3;

/// Modulus 11: the tenth digit makes the sum of the digits weighted 10 to 1 divisible by eleven.
pub fn valid_check_digit(digits: &[u8]) -> bool {
    let [.., check] = digits else { return false };
    if digits.len() != 10 || digits.iter().all(|d| d == check) {
        return false;
    }
    let sum: u32 = digits.iter().zip((1..=10).rev()).map(|(&d, weight)| u32::from(d) * weight).sum();
    sum.is_multiple_of(11)
}

/// Ranges in use: 320–399 million in Northern Ireland, 400–499 and 600–799 million in England, Wales and the Isle of
/// Man (the first nine digits).
fn issued(digits: &[u8]) -> bool {
    let three = digits[..3].iter().fold(0, |n, &d| n * 10 + u32::from(d));
    matches!(three, 320..=499 | 600..=799)
}

fn part_of_a_longer_number(found: &Candidate<'_>) -> bool {
    let digit = |b: Option<u8>| b.is_some_and(|b| b.is_ascii_digit());
    let joint = |b: Option<u8>| matches!(b, Some(b'-' | b'.' | b'/' | b','));
    joint(found.before(1)) && digit(found.before(2)) || joint(found.after(0)) && digit(found.after(1))
}

/// A number that can be dialled in the United Kingdom.
///
/// Numbering: 01 and 02 geographic, 03 and 08 services, 055 and 056 corporate and voice over IP, 07 mobile and
/// personal, 09 premium. Ten digits after the 0, nine for a few 01 and 0800 numbers.
pub fn phone(found: &Candidate<'_>) -> Verdict {
    let found = &found.without_stray_letter();
    let compact: Vec<u8> = found.digits();
    let groups = found.groups();
    let abroad = found.lower().iter().take(2).any(|&b| b == b'+');
    let national = match compact.as_slice() {
        [0, 0, 4, 4, rest @ ..] | [4, 4, rest @ ..] if abroad || groups[0] != 3 => {
            rest.strip_prefix(&[0]).unwrap_or(rest)
        }
        [0, rest @ ..] if groups[0] >= 3 => rest,
        _ => return Verdict::Not,
    };
    if !dialled(national) || part_of_a_longer_number(found) || !found.mostly_digits() {
        return Verdict::Not;
    }
    let landline = matches!(national[0], 1 | 2);
    let published = landline && found.context.near(Tag::Public, found.start, found.end, PUBLISHED_REACH);
    if published || !landline && national[0] != 7 {
        return Verdict::CoveringAs(found.start, found.end, Severity::Advice);
    }
    Verdict::Covering(found.start, found.end)
}

/// How far away a word for a public contact ("to book", "press office") speaks for a number.
const PUBLISHED_REACH: usize = 48;

/// A number within a link, such as `wa.me/447700900123`.
pub fn linked_phone(found: &Candidate<'_>) -> Verdict {
    let compact = found.digits();
    let ([0, 0, 4, 4, national @ ..] | [4, 4, national @ ..] | [0, national @ ..]) = compact.as_slice() else {
        return Verdict::Not;
    };
    let figures = found.lower().iter().rev().take_while(|b| is_word(**b)).count();
    if dialled(national) { Verdict::Covering(found.end - figures, found.end) } else { Verdict::Not }
}

/// Whether these digits behind the 0 or the +44 can be dialled.
pub fn dialled(national: &[u8]) -> bool {
    let length = national.len();
    match national {
        [1, second, ..] => *second > 0 && (length == 10 || length == 9),
        [2, second, ..] => matches!(second, 0 | 3 | 4 | 8 | 9) && length == 10,
        [3, second, ..] => matches!(second, 0 | 3 | 4 | 7) && length == 10,
        [5, 0, 0, ..] => length == 9,
        [5, second, ..] => matches!(second, 5 | 6) && length == 10,
        [7, ..] => length == 10,
        [8, 0, 0, ..] => matches!(length, 7 | 9 | 10),
        [8, second, ..] => matches!(second, 0 | 4 | 7) && (length == 10 || length == 7 && national[..3] == [8, 4, 5]),
        [9, second, ..] => matches!(second, 0 | 1 | 8) && length == 10,
        _ => false,
    }
}

/// A prefix that can be issued; QQ is the specimen on every form.
pub fn ni_number(found: &Candidate<'_>) -> Verdict {
    let compact = found.compact();
    let written = compact[2..8].iter().filter(|b| b.is_ascii_digit()).count() >= 4;
    if written && ni_prefix(&compact[..2]) { Verdict::Found } else { Verdict::Not }
}

/// Whether numbers with this prefix are issued.
pub fn ni_prefix(prefix: &[u8]) -> bool {
    let [first, second] = prefix else { return false };
    let never = [b"bg", b"gb", b"nk", b"kn", b"nt", b"tn", b"zz"];
    !b"dfiquv".contains(first) && !b"dfiquvo".contains(second) && !never.iter().any(|n| n.as_slice() == prefix)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_digits() {
        let digits = |s: &str| s.bytes().map(|b| b - b'0').collect::<Vec<_>>();
        assert!(valid_check_digit(&digits("9434765919")));
        assert!(!valid_check_digit(&digits("9434765918")));
        assert!(!valid_check_digit(&digits("0000000000")));
        assert!(!valid_check_digit(&digits("943476591")));
        // A remainder of 1 would need a check digit of 10: never valid.
        assert!((0..10).all(|d| !valid_check_digit(&digits(&format!("987654302{d}"))) || d < 10));
    }
}
