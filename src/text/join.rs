//! Spelling out: "i d i o t" and "0 7 7 0 0 …" read as the word or the number that they spell.

use super::{Folded, SYMBOL, is_word};

/// How many single characters in a row count as spelling out. Three are an abbreviation ("R T C").
const AT_LEAST: usize = 4;

/// Takes the separators out of every run of four or more single letters or digits.
///
/// A separator is one or two blanks, or one of `. - _ *`. The first one of a run sets the kind for the whole of it, so
/// that "1. a 2. b" stays a list.
///
/// Answers where each of them then begins.
pub(super) fn join_spaced(folded: &mut Folded) -> Vec<u32> {
    let text = &folded.lower;
    let mut dropped: Vec<(usize, usize)> = Vec::new();
    // How many bytes are dropped so far.
    let (mut joined, mut gone) = (Vec::new(), 0);
    let mut at = 0;
    while at < text.len() {
        if !starts_single(text, at) {
            at += 1;
            continue;
        }
        let first = dropped.len();
        let mut last = at;
        let mut kind = None;
        while let Some((next, separator)) = next_single(text, last) {
            if *kind.get_or_insert(separator) != separator {
                break;
            }
            dropped.push((last + 1, next));
            last = next;
        }
        // "… 9 0 I wrote it": a lone i in front of a word is the writer.
        if text[last] == b'i' && dropped.len() > first && goes_on_with_a_word(text, last + 1) {
            dropped.pop();
        }
        if dropped.len() - first + 1 < AT_LEAST {
            dropped.truncate(first);
        } else {
            joined.push((at - gone) as u32);
            gone += dropped[first..].iter().map(|(start, end)| end - start).sum::<usize>();
        }
        at = last + 1;
    }
    if dropped.is_empty() {
        return joined;
    }
    let mut gap = vec![false; folded.lower.len()];
    for (start, end) in dropped {
        gap[start..end].fill(true);
    }
    folded.retain(|i| !gap[i]);
    joined
}

/// A blank and a word of two letters or more follow.
fn goes_on_with_a_word(text: &[u8], at: usize) -> bool {
    text.get(at) == Some(&b' ') && text[at + 1..].iter().take(2).filter(|b| b.is_ascii_lowercase()).count() == 2
}

/// A letter or digit that stands alone begins at `at`.
fn starts_single(text: &[u8], at: usize) -> bool {
    text[at].is_ascii_alphanumeric()
        && (at == 0 || !is_word(text[at - 1]) && text[at - 1] != b'\'')
        && text.get(at + 1).is_some_and(|&b| separator(b).is_some())
}

fn separator(byte: u8) -> Option<u8> {
    matches!(byte, b' ' | b'.' | b'-' | b'_' | b'*').then_some(byte)
}

/// The next lone letter or digit after the one at `at`, and what separates them.
fn next_single(text: &[u8], at: usize) -> Option<(usize, u8)> {
    let kind = separator(*text.get(at + 1)?)?;
    let mut next = at + 2;
    if kind == b' ' && text.get(next) == Some(&b' ') {
        next += 1;
    }
    // "s f**k": the f begins a word whose letters are hidden.
    let ends = |b: u8| b == kind || !is_word(b) && !matches!(b, b'*' | b'_' | b'@' | b'$' | b'#' | SYMBOL);
    let alone = text.get(next)?.is_ascii_alphanumeric() && text.get(next + 1).is_none_or(|&b| ends(b));
    alone.then_some((next, kind))
}

#[cfg(test)]
mod tests {
    use crate::text::Reading;

    fn folded(text: &str) -> String {
        String::from_utf8_lossy(&Reading::new(text).folded.lower).into_owned()
    }

    #[test]
    fn spelled_out_words_and_numbers_are_joined() {
        assert_eq!(folded("you i d i o t, no"), "you idiot, no");
        assert_eq!(folded("f.u.c.k off"), "fuck off");
        assert_eq!(folded("it's 0 7 7 0 0  9 0 0 0 8 1"), "it's 07700900081");
        assert_eq!(folded("p-e-t-i-t-i-o-n"), "petition");
    }

    #[test]
    fn what_merely_looks_so_is_left_alone() {
        assert_eq!(folded("it's 1 2 3 4 I think"), "it's 1234 i think");
        for text in ["R T C at 9", "a b cd", "1. a 2. b 3. c", "I a.b c-d", "x - y - z"] {
            assert_eq!(folded(text), text.to_lowercase());
        }
    }

    #[test]
    fn the_span_covers_the_gaps() {
        let folded = Reading::new("😀 i d i o t!").folded;
        let span = folded.span(2, 7);
        assert_eq!((span.start, span.end), (3, 12));
    }
}
