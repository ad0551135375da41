//! Numbers as people dictate them: "nine four three, 476 5919", "oh double seven hundred 900 one two three".

use super::numbers::{dialled, ni_prefix, valid_check_digit};
use super::one_of::{OneOf, one_of};
use super::{Context, Hit};
use crate::catalogue::{Check, Tag};
use crate::matching::Match;
use crate::text::is_word;

/// How many digits must be written as words; "one or two of 07700 900123" is no dictation.
const AT_LEAST: usize = 3;
/// How far apart, in folded bytes, two words of one number may stand: a group of digits fits between.
const APART: usize = 24;

/// Adds the numbers that are written, wholly or in part, as words.
#[inline(never)]
pub fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    let text = &context.folded.lower;
    let mut run: Vec<&Match> = Vec::new();
    for word in context.evidence(Tag::SpokenDigit) {
        if run.last().is_some_and(|last| !joined(text, last.end as usize, word.start as usize)) {
            take(context, &run, hits);
            run.clear();
        }
        run.push(word);
    }
    take(context, &run, hits);
}

/// Whether nothing but digits, signs and small words stands between two number words.
fn joined(text: &[u8], end: usize, start: usize) -> bool {
    start <= end + APART && text[end.min(start)..start].split(|&b| !is_word(b)).all(|token| part(token).is_some())
}

/// Reads a run of number words, with the digits that stand right before and behind it.
fn take(context: &Context<'_>, run: &[&Match], hits: &mut Vec<Hit>) {
    let ([first, ..], [.., last]) = (run, run) else { return };
    if run.len() < AT_LEAST {
        return;
    }
    let text = &context.folded.lower;
    let numeric = |b: &u8| b.is_ascii_digit() || matches!(b, b' ' | b'-' | b'.' | b',' | b'(' | b')' | b'+');
    let before = text[..first.start as usize].iter().rev().take(APART).take_while(|b| numeric(b)).count();
    let after = text[last.end as usize..].iter().take(APART).take_while(|b| numeric(b)).count();
    let start = first.start as usize - before;
    let end = last.end as usize + after;
    let start = start + text[start..].iter().take_while(|b| !is_word(**b)).count();
    let end = start + text[start..end].iter().rposition(|&b| is_word(b)).map_or(0, |i| i + 1);
    let digits = read(&text[start..end]);
    let mut found = |check, start, end| {
        if let Some(rule) = context.catalogue.rule_of(check) {
            hits.push(Hit { rule, start, end, severity: None });
        }
    };
    match digits.as_slice() {
        [0, national @ ..] | [4, 4, national @ ..] if dialled(national) => found(Check::SpokenPhone, start, end),
        ten if valid_check_digit(ten) => found(Check::SpokenNhsNumber, start, end),
        [_, _, _, _, _, _] if between_letters(&context.folded.cased, start, end).is_some() => {
            if let Some((start, end)) = between_letters(&context.folded.cased, start, end) {
                found(Check::SpokenNiNumber, start, end);
            }
        }
        [_, _, _, _, ..] if digits.len() <= 8 && context.near(Tag::Birth, start, end, BIRTH_REACH) => {
            found(Check::SpokenBirth, start, end);
        }
        [_, _, _, ..] if labelled(text, start).is_some() => {
            found(Check::SpokenCode, labelled(text, start).unwrap_or(start), end);
        }
        _ => {}
    }
}

/// Where the label of a record begins that stands right before `start`.
fn labelled(text: &[u8], start: usize) -> Option<usize> {
    const LABELS: &[&[u8]] = &[
        b"cad",
        b"cad number",
        b"cad no",
        b"prf",
        b"incident",
        b"incident number",
        b"log",
        b"log number",
        b"callsign",
        b"job number",
    ];
    let before = text[..start].strip_suffix(b" ")?;
    let label = LABELS
        .iter()
        .find(|l| before.ends_with(l) && !before[..before.len() - l.len()].last().is_some_and(|&b| is_word(b)))?;
    Some(before.len() - label.len())
}

/// How far away "DOB" speaks for a dictated date.
const BIRTH_REACH: usize = 16;

/// The stretch with the two letters before and the one letter behind of a National Insurance number.
fn between_letters(cased: &[u8], start: usize, end: usize) -> Option<(usize, usize)> {
    const FORM: usize = 5;
    let from = start.saturating_sub(FORM);
    let letters: Vec<usize> = (from..start).rev().filter(|&i| cased[i].is_ascii_uppercase()).take(2).collect();
    let [second, first] = letters[..] else { return None };
    let alone = first == 0 || !is_word(cased[first - 1]);
    let last = end + cased[end..].iter().take(2).take_while(|b| matches!(b, b' ' | b',' | b'-')).count();
    let suffix = matches!(cased.get(last), Some(b'A'..=b'D')) && !cased.get(last + 1).is_some_and(|&b| is_word(b));
    (alone && suffix && ni_prefix(&[cased[first], cased[second]].map(|b| b.to_ascii_lowercase())))
        .then_some((first, last + 1))
}

/// The digits that a stretch spells.
fn read(stretch: &[u8]) -> Vec<u8> {
    let mut digits = Vec::new();
    let mut times = 1;
    // The tens that a unit may still follow: "thirty" in "thirty three".
    let mut tens = false;
    for token in stretch.split(|&b| !is_word(b)).filter(|t| !t.is_empty()) {
        match part(token) {
            Some(Part::Digits) => digits.extend(token.iter().map(|b| b - b'0')),
            Some(Part::Times(n)) => times = n,
            Some(Part::Number(unit @ 1..=9)) if tens => {
                digits.pop();
                digits.push(unit);
            }
            Some(Part::Number(n @ 0..=9)) => {
                digits.extend(std::iter::repeat_n(n, times));
                times = 1;
            }
            Some(Part::Number(100)) => digits.extend([0, 0]),
            Some(Part::Number(n)) => digits.extend([n / 10, n % 10]),
            Some(Part::Filler) | None => {}
        }
        tens = matches!(part(token), Some(Part::Number(20 | 30 | 40 | 50 | 60 | 70 | 80 | 90)));
    }
    digits
}

/// What a token of a dictated number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Digits,
    Number(u8),
    Times(usize),
    Filler,
}

fn part(token: &[u8]) -> Option<Part> {
    Some(match token {
        b"" | b"and" | b"then" | b"dash" | b"space" => Part::Filler,
        b"double" => Part::Times(2),
        b"treble" | b"triple" => Part::Times(3),
        _ if token.iter().all(u8::is_ascii_digit) => Part::Digits,
        _ => Part::Number(value(token)?),
    })
}

fn value(word: &[u8]) -> Option<u8> {
    const SMALL: OneOf = one_of(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen \
    seventeen eighteen nineteen",
    );
    const TENS: OneOf = one_of("twenty thirty forty fifty sixty seventy eighty ninety");
    match word {
        b"oh" | b"nought" => Some(0),
        b"hundred" => Some(100),
        _ => SMALL.number_of(word).or_else(|| TENS.number_of(word).map(|n| (n + 2) * 10)).map(|n| n as u8),
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn what_is_dictated_is_read() {
        for (said, number) in [
            ("nine four three 476 5919", "9434765919"),
            ("oh double seven oh oh nine hundred 123", "07700900123"),
            ("oh seven, double seven, thirty three and 12", "07773312"),
            ("treble nine", "999"),
            ("fifteen oh twenty", "15020"),
        ] {
            let digits: String = read(said.as_bytes()).iter().map(|d| char::from(b'0' + d)).collect();
            assert_eq!(digits, number, "{said}");
        }
    }
}
