//! Signs and digits in the place of letters: "1d10t", "f@ggot", "a$$", "stuuupid".

use super::is_word;
use super::words::{is_mask, is_sign};

/// Longer tokens are not words; a limit keeps the work linear.
const LONGEST: usize = 32;

/// The letter that `byte` stands in for; `one` is how 1, ! and | are read.
fn plain(byte: u8, one: u8) -> u8 {
    match byte {
        b'@' | b'4' => b'a',
        b'3' => b'e',
        b'1' | b'!' | b'|' => one,
        b'0' => b'o',
        b'$' | b'5' => b's',
        b'7' | b'+' => b't',
        b'8' => b'b',
        b'9' => b'g',
        other => other,
    }
}

/// Calls `add` with every reading of a token.
pub(super) fn readings(token: &[u8], mut add: impl FnMut(&[u8])) {
    let letters = token.iter().filter(|b| b.is_ascii_lowercase()).count();
    let signs = token.iter().filter(|&&b| is_sign(b)).count();
    if letters >= 1 && letters + signs >= 2 && letters < token.len() {
        for one in [b'i', b'l'] {
            let reading: Vec<u8> = token.iter().map(|&b| plain(b, one)).collect();
            add(&reading);
            squeezed(&reading, &mut add);
            if !token.iter().any(|b| matches!(b, b'1' | b'!' | b'|')) {
                break;
            }
        }
    } else {
        squeezed(token, &mut add);
    }
}

/// The token around the word `start..end`, if it is the token's last word: words and the signs between them. A sign in
/// front counts only as `$` (an `@` there is a handle); behind, `$` does; `!` ends a sentence.
pub(super) fn token(lower: &[u8], start: usize, end: usize) -> Option<(usize, usize)> {
    let inner = |i: usize| is_sign(lower[i]) && i > 0 && (is_word(lower[i - 1]) || lower[i - 1] == b'$');
    let mut from = start;
    while from > 0 && start - from < LONGEST {
        if is_word(lower[from - 1]) || (inner(from - 1) && is_word(lower[from])) {
            from -= 1;
        } else {
            break;
        }
    }
    if from > 0 && lower[from - 1] == b'$' {
        from -= 1;
    }
    let mut to = end;
    while to < lower.len() && to - end < LONGEST {
        let byte = lower[to];
        let joins = inner(to) && (byte == b'$' || lower.get(to + 1).is_some_and(|&b| is_word(b) || b == b'$'));
        if is_word(byte) || joins {
            to += 1;
        } else {
            break;
        }
    }
    if lower[end..to].iter().any(|&b| is_word(b)) || to - from > LONGEST {
        return None;
    }
    // An address of mail means what it says.
    let domain = lower.get(to) == Some(&b'.') && lower.get(to + 1).is_some_and(|&b| is_word(b));
    (!domain || !lower[from..to].contains(&b'@')).then_some((from, to))
}

/// Readings of a word in which letters were drawn out: each run of three or more is read as one letter and as two.
fn squeezed(word: &[u8], add: &mut impl FnMut(&[u8])) {
    let runs = word.chunk_by(|a, b| a == b).filter(|run| run.len() >= 3).count();
    if runs == 0 {
        return;
    }
    // Three drawn-out letters are eight readings; more than that is noise, read with single letters only.
    let readings = if runs <= 3 { 1u32 << runs } else { 1 };
    for choice in 0..readings {
        let mut reading = Vec::with_capacity(word.len());
        let mut run_number = 0;
        for run in word.chunk_by(|a, b| a == b) {
            let keep = if run.len() < 3 {
                run.len()
            } else {
                run_number += 1;
                1 + (choice >> (run_number - 1) & 1) as usize
            };
            reading.extend_from_slice(&run[..keep]);
        }
        add(&reading);
    }
}

/// The most signs in a row that hide letters: "b******" is a bastard.
const MOST_SIGNS: usize = 7;

/// Whether the word `start..end` begins a token in which signs hide or part letters: "f**k", "sh-t", "c***", "fu.ck".
pub(super) fn masks(lower: &[u8], start: usize, end: usize) -> bool {
    let (Some(&sign), false) = (lower.get(end), start > 0 && is_mask(lower[start - 1])) else { return false };
    if !lower[start].is_ascii_lowercase() {
        return false;
    }
    let run = lower[end..].iter().take(MOST_SIGNS).take_while(|&&b| b == sign).count();
    match lower.get(end + run) {
        Some(b) if b.is_ascii_lowercase() => is_mask(sign) && (run == 1 || !matches!(sign, b'.' | b'?')),
        _ => sign == b'*' && run >= 2,
    }
}
