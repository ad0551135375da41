//! Words in disguise: which there are, and what must be left out because it is an ordinary word.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::paths::Paths;
use super::source::EmojiSource;
use super::{Sources, listing};
use crate::blob::Writer;
use crate::matching::{fingerprint, torn, variants};
use crate::text::{hash_word, run_together};

/// What `rules/disguises.toml` lists, read.
pub struct Disguises<'s> {
    /// The words that people disguise.
    known: BTreeSet<Vec<u8>>,
    /// Words that are run together with them.
    glue: BTreeSet<Vec<u8>>,
    /// Ordinary words, and pairs of them with a blank, that would be read as another.
    ordinary: BTreeSet<Vec<u8>>,
    emoji: Vec<(&'s EmojiSource, Vec<&'s [u8]>)>,
    /// Words that an emoji stands for a word beside: behind them, in front of them.
    beside: [BTreeSet<&'s [u8]>; 2],
}

/// Longer stretches are no part of a run of words.
const LONGEST_PART: usize = 13;

impl<'s> Disguises<'s> {
    /// Takes them from the sources.
    pub fn new(sources: &'s Sources) -> Result<Self, String> {
        let source = &sources.disguises;
        let mut ordinary = BTreeSet::new();
        for list in &source.ordinary {
            ordinary.extend(lines(sources, list)?);
        }
        let words = |text: &'s str| text.split_ascii_whitespace().map(str::as_bytes);
        Ok(Self {
            known: single_words(sources, &source.words)?,
            glue: single_words(sources, &source.glue)?,
            ordinary,
            emoji: source.emoji.iter().map(|e| (e, words(&e.always).chain(words(&e.words)).collect())).collect(),
            beside: [words(&source.behind).collect(), words(&source.in_front).collect()],
        })
    }

    /// Every word that the tables need.
    pub fn words(&self) -> impl Iterator<Item = &[u8]> {
        let emoji = self.emoji.iter().flat_map(|(_, words)| words.iter().copied());
        let listed = self.known.iter().chain(&self.glue).map(Vec::as_slice);
        listed.chain(emoji).chain(self.beside.iter().flatten().copied())
    }

    /// Writes them; see [`Disguises::read`](crate::matching::Disguises::read). No word of the phrases is read as another.
    pub fn write(&self, writer: &mut Writer, vocabulary: &[&[u8]], listed: &BTreeSet<&[u8]>) {
        let number = |word: &[u8]| vocabulary.binary_search(&word).expect("the vocabulary has every word");
        write_numbers(writer, self.known.iter().map(|w| number(w)));
        write_numbers(writer, self.left_out(listed).into_iter());
        write_numbers(writer, self.glue.difference(&self.known).map(|w| number(w)));
        let whole = self.ordinary.iter().map(Vec::as_slice).chain(listed.iter().copied());
        let whole = whole.filter(|word| self.comes_apart(word)).map(fingerprint).collect();
        listing::write(writer, &whole);
        let numbered: Vec<_> = self.emoji.iter().enumerate().collect();
        writer.list(&numbered, |w, (n, (source, words))| {
            w.number(*n as u64);
            w.list(words, |w, word| w.number(number(word) as u64));
            w.text(&source.shows.replace(['\u{FE0F}', '\u{200D}'], ""));
        });
        let beside: Vec<_> = self.beside[0].union(&self.beside[1]).collect();
        writer.list(&beside, |w, word| {
            w.number(number(word) as u64);
            let side = |n: usize| u64::from(self.beside[n].contains(*word)) << n;
            w.number(side(0) | side(1));
        });
    }

    /// The spellings to leave out, each as how many come before it.
    fn left_out(&self, listed: &BTreeSet<&[u8]>) -> Vec<usize> {
        let mut seen: BTreeSet<Vec<u8>> = BTreeSet::new();
        let mut left_out = Vec::new();
        let mut count = 0;
        for word in &self.known {
            let mut spelling = |other: &[u8], torn_apart: bool| {
                let is_word = torn_apart && self.glue.contains(other)
                    || self.ordinary.contains(other)
                    || listed.contains(other)
                    || self.known.contains(other);
                if is_word || !torn_apart && !seen.insert(other.to_vec()) {
                    left_out.push(count);
                }
                count += 1;
            };
            variants(word, |other| spelling(other, false));
            torn(word, |front, rest| {
                // "In" and "for" are everywhere.
                let word = if self.glue.contains(front) { front.to_vec() } else { [front, b" ", rest].concat() };
                spelling(&word, true);
            });
        }
        left_out
    }

    /// Whether a word would be read as several.
    fn comes_apart(&self, word: &[u8]) -> bool {
        let known: BTreeSet<u32> = self.known.iter().map(|w| hash_word(w)).collect();
        let glue: BTreeSet<u32> = self.glue.iter().map(|w| hash_word(w)).collect();
        !self.parts(word, &known, &glue).is_empty()
    }

    fn parts(&self, word: &[u8], known: &BTreeSet<u32>, glue: &BTreeSet<u32>) -> Vec<usize> {
        if self.known.contains(word) || !word.iter().all(u8::is_ascii_lowercase) {
            return Vec::new();
        }
        run_together(word, LONGEST_PART, |from, to, hash| {
            let length = to - from;
            if known.contains(&hash) {
                (length > 2).then_some(true)
            } else {
                (length > 1 && glue.contains(&hash)).then_some(false)
            }
        })
    }
}

/// Of a list of ordinary words, those that would be read as others, as lines for `rules/words/ordinary.txt`; torn words
/// as pairs.
///
/// # Errors
/// When the lists cannot be read.
pub fn misread(sources: &Sources, ordinary: &BTreeSet<Vec<u8>>) -> Result<BTreeSet<String>, String> {
    let disguises = Disguises::new(sources)?;
    let mut lines = BTreeSet::new();
    let mut add = |line: &[u8]| {
        if !disguises.ordinary.contains(line) && !disguises.known.contains(line) {
            lines.insert(String::from_utf8_lossy(line).into_owned());
        }
    };
    for word in &disguises.known {
        variants(word, |other| {
            if ordinary.contains(other) {
                add(other);
            }
        });
        torn(word, |front, rest| {
            if ordinary.contains(front) && ordinary.contains(rest) {
                add(&[front, b" ", rest].concat());
            }
        });
    }
    let known: BTreeSet<u32> = disguises.known.iter().map(|w| hash_word(w)).collect();
    let glue: BTreeSet<u32> = disguises.glue.iter().map(|w| hash_word(w)).collect();
    for word in ordinary.iter().filter(|w| w.len() >= 5 && !disguises.parts(w, &known, &glue).is_empty()) {
        add(word);
    }
    Ok(lines)
}

/// The phrases of one word of some lists.
fn single_words(sources: &Sources, lists: &[PathBuf]) -> Result<BTreeSet<Vec<u8>>, String> {
    let mut paths = Paths::default();
    let mut words = BTreeSet::new();
    for phrase in lists.iter().flat_map(|list| &sources.words[list]) {
        let begin = paths.add(0, phrase, &sources.words);
        words.extend(paths.single_words(begin)?);
    }
    Ok(words)
}

/// The lines of a list as plain text.
fn lines(sources: &Sources, list: &PathBuf) -> Result<Vec<Vec<u8>>, String> {
    sources.words[list].iter().map(listing::plain).collect()
}

/// Numbers in order, each as its distance from the one before it.
fn write_numbers(writer: &mut Writer, numbers: impl Iterator<Item = usize>) {
    let numbers: Vec<usize> = numbers.collect();
    let mut last = 0;
    writer.list(&numbers, |w, &n| {
        w.number((n - last) as u64);
        last = n;
    });
}
