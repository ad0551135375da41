//! A match and what stands around it.

use super::Context;
use super::scene::{LateScene, Scene};
use crate::catalogue::Tag;
use crate::matching::Match;
use crate::text::is_word;

/// A match and what stands around it.
#[derive(Clone, Copy)]
pub struct Candidate<'c> {
    /// Where it was found.
    pub context: &'c Context<'c>,
    /// What the post speaks of, once someone has asked.
    pub late: &'c LateScene,
    /// First folded byte.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

impl<'c> Candidate<'c> {
    /// The match `m` of a rule.
    pub fn new(context: &'c Context<'c>, late: &'c LateScene, m: &Match) -> Self {
        Self { context, late, start: m.start as usize, end: m.end as usize }
    }

    /// What the post speaks of.
    pub fn scene(&self) -> &'c Scene {
        self.late.get_or_init(|| Scene::new(self.context))
    }

    /// How much speaks for its being part of an incident; see [`Scene::score`].
    pub fn score(&self) -> i32 {
        self.scene().score(self.start, self.end)
    }

    /// Whether evidence for `tag`, which the scene weighs, stands behind it in its sentence.
    pub fn sentence_goes_on_to(&self, tag: Tag) -> bool {
        let lower = &self.context.folded.lower;
        let next = self.scene().first_after(tag, self.end).filter(|next| next.1 <= self.end + LONGEST_SENTENCE);
        next.is_some_and(|next| !(self.end..next.1.min(lower.len())).any(|at| ends_sentence(lower, at)))
    }

    /// The words of its sentence in front of it, the nearest first.
    pub fn words_before(&self) -> impl Iterator<Item = &'c [u8]> {
        let text: &'c [u8] = &self.context.folded.lower;
        let from = self.start.saturating_sub(LONGEST_SENTENCE);
        let mut at = self.start;
        std::iter::from_fn(move || {
            let (start, end) = word_before(text, from, at)?;
            at = start;
            Some(&text[start..end])
        })
    }

    /// The words of its sentence behind it.
    pub fn words_after(&self) -> impl Iterator<Item = &'c [u8]> {
        let text: &'c [u8] = &self.context.folded.lower;
        let to = text.len().min(self.end + LONGEST_SENTENCE);
        let mut at = self.end;
        std::iter::from_fn(move || {
            let (start, end) = word_after(text, at, to)?;
            at = end;
            Some(&text[start..end])
        })
    }

    /// Where the number that stands right in front begins, in figures or in words: "forty-one" in "forty-one years old".
    pub fn number_before(&self) -> Option<usize> {
        let lower = &self.context.folded.lower;
        let mut start = self.start;
        for _ in 0..MOST_NUMBER_WORDS {
            let Some(front) = start.checked_sub(1).filter(|&i| matches!(lower[i], b' ' | b'-')) else { break };
            let length = lower[..front].iter().rev().take_while(|&&b| is_word(b)).count();
            let word = &lower[front - length..front];
            let number = !word.is_empty() && word.iter().all(u8::is_ascii_digit);
            let spoken = self.context.inside(front - length, front).any(|m| self.context.is_tag(m, Tag::SpokenDigit));
            if !(number || spoken) {
                break;
            }
            start = front - length;
        }
        (start < self.start).then_some(start)
    }

    /// Whether nothing but a blank stands between it and the word behind it.
    pub fn goes_on(&self) -> bool {
        self.after(0) == Some(b' ') && self.after(1).is_some_and(is_word)
    }

    /// The match in lower case.
    pub fn lower(&self) -> &'c [u8] {
        &self.context.folded.lower[self.start..self.end]
    }

    /// The match as it was written.
    pub fn cased(&self) -> &'c [u8] {
        &self.context.folded.cased[self.start..self.end]
    }

    /// Its letters and digits, lower case.
    pub fn compact(&self) -> Vec<u8> {
        self.lower().iter().copied().filter(u8::is_ascii_alphanumeric).collect()
    }

    /// Its groups of digits; one with an o for a nought or an l for a one is still one, "then" between two is none.
    fn numbers(&self) -> impl Iterator<Item = &'c [u8]> {
        self.lower().split(|&b| !is_word(b)).filter(|group| group.iter().any(u8::is_ascii_digit))
    }

    /// The values of its digits, as they are meant.
    pub fn digits(&self) -> Vec<u8> {
        self.numbers().flatten().filter_map(|&b| digit(b)).collect()
    }

    /// The lengths of its groups of digits.
    pub fn groups(&self) -> Vec<usize> {
        self.numbers().map(<[u8]>::len).collect()
    }

    /// Whether words stand between its digits.
    pub fn has_words(&self) -> bool {
        self.lower().split(|&b| !is_word(b)).any(|w| !w.is_empty() && !w.iter().any(u8::is_ascii_digit))
    }

    /// Whether about half of its digits, or more, are written as digits.
    pub fn mostly_digits(&self) -> bool {
        let letters = self.numbers().flatten().filter(|b| !b.is_ascii_digit()).count();
        letters <= self.lower().iter().filter(|b| b.is_ascii_digit()).count() + 1
    }

    /// Without a lone letter at its end: the "I" of "0115 496 0733 I think" is no one.
    pub fn without_stray_letter(self) -> Self {
        if let [.., gap, last] = self.lower()
            && !is_word(*gap)
            && last.is_ascii_lowercase()
        {
            let kept = self.lower().iter().take(self.lower().len() - 1).rposition(|&b| is_word(b)).map_or(0, |i| i + 1);
            return Self { end: self.start + kept, ..self };
        }
        self
    }

    /// Whether all its letters are capitals.
    pub fn in_capitals(&self) -> bool {
        !self.cased().iter().any(u8::is_ascii_lowercase)
    }

    /// Whether the text is nothing but this value: then no other meaning stands beside it.
    pub fn alone(&self) -> bool {
        let words = &self.context.words.all;
        let starts = words.first().is_none_or(|first| self.start <= first.start as usize);
        starts && words.last().is_none_or(|last| last.end as usize <= self.end)
    }

    /// The word before it, lower case; empty at the start of a line or sentence.
    pub fn word_before(&self) -> &'c [u8] {
        let text = &self.context.folded.lower[..self.start];
        let text = text.strip_suffix(b" ").unwrap_or(text);
        let start = text.iter().rposition(|&b| !is_word(b)).map_or(0, |i| i + 1);
        &text[start..]
    }

    /// The word after it, lower case; empty at the end of a line or sentence.
    pub fn word_after(&self) -> &'c [u8] {
        let text = &self.context.folded.lower[self.end..];
        let text = text.strip_prefix(b" ").unwrap_or(text);
        &text[..text.iter().position(|&b| !is_word(b)).unwrap_or(text.len())]
    }

    /// The byte before it.
    pub fn before(&self, back: usize) -> Option<u8> {
        self.start.checked_sub(back).map(|i| self.context.folded.lower[i])
    }

    /// The byte after it.
    pub fn after(&self, on: usize) -> Option<u8> {
        self.context.folded.lower.get(self.end + on).copied()
    }
}

/// The last word of `text[from..at]`, if it is of the sentence that goes on at `at`.
#[inline(never)]
fn word_before(text: &[u8], from: usize, mut at: usize) -> Option<(usize, usize)> {
    while at > from && !in_word(text[at - 1]) {
        if ends_sentence(text, at - 1) {
            return None;
        }
        at -= 1;
    }
    let length = text[from..at].iter().rev().take_while(|&&b| in_word(b)).count();
    (length > 0).then_some((at - length, at))
}

/// The first word of `text[at..to]`, if it is of the sentence that ends at `at` or goes on there.
#[inline(never)]
fn word_after(text: &[u8], mut at: usize, to: usize) -> Option<(usize, usize)> {
    while at < to && !in_word(text[at]) {
        if ends_sentence(text, at) {
            return None;
        }
        at += 1;
    }
    let length = text[at.min(to)..to].iter().take_while(|&&b| in_word(b)).count();
    (length > 0).then_some((at, at + length))
}

fn in_word(byte: u8) -> bool {
    is_word(byte) || byte == b'\''
}

/// Whether a sentence ends with the byte at `at`; "3.30" and "d.o.b." do not end one.
fn ends_sentence(text: &[u8], at: usize) -> bool {
    match text[at] {
        b'\n' | b'!' | b'?' => true,
        b'.' => text.get(at + 1).is_none_or(|&b| b == b' ' || b == b'\n') && at > 1 && is_word(text[at - 2]),
        _ => false,
    }
}

/// "A hundred and one" has three besides the article.
const MOST_NUMBER_WORDS: usize = 3;

/// A sentence longer than this to either side is not looked through.
const LONGEST_SENTENCE: usize = 240;

/// The digit that a byte is or stands in for.
fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'o' => Some(0),
        b'i' | b'l' => Some(1),
        _ => None,
    }
}
