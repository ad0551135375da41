//! Emoji that mean something: a pig that someone is called, a knife that stands for what it does.

use super::disguise::Found;
use super::phrases::{Links, Vocabulary};
use crate::blob::Reader;
use crate::text::{Folded, ReadAs, Word};

/// What emoji mean.
#[derive(Debug)]
pub struct EmojiTable {
    /// One or two characters, as a number, in ascending order, and the number of the meaning.
    shown: Vec<(u64, u8)>,
    /// A bit for each first character, by its lower part: most emoji mean nothing.
    may_mean: [u64; 16],
    meanings: Vec<Meaning>,
    /// The words that one stands for a word beside: [`BEHIND`], [`IN_FRONT`] or both.
    beside: Links,
}

#[derive(Debug)]
struct Meaning {
    /// The word by which rules know it wherever it stands.
    always: u32,
    /// The words that it stands for within a sentence, the likeliest at the front.
    words: Vec<u32>,
    /// How that one is spelt.
    spelling: Vec<u8>,
}

/// "a 🐷", "they are 🐷".
const BEHIND: u16 = 1;
/// "🐷 should".
const IN_FRONT: u16 = 2;

/// A character or two as one number.
pub fn shown_as(first: char, second: Option<char>) -> u64 {
    u64::from(first as u32) | second.map_or(0, |c| u64::from(c as u32) << 21)
}

/// What only changes the look of the emoji in front of it: skin tones, and the signs of the sexes.
fn changes_look(c: char) -> bool {
    matches!(c, '\u{1F3FB}'..='\u{1F3FF}' | '♀' | '♂')
}

impl EmojiTable {
    /// Reads what `compile::disguise` wrote.
    ///
    /// # Panics
    /// When the bytes are no such table.
    pub fn read(reader: &mut Reader<'_>, vocabulary: &Vocabulary) -> Self {
        let mut shown = Vec::new();
        let meanings = reader.list(|r| {
            let number = r.number();
            let listed = r.list(Reader::number);
            let texts = r.text();
            for text in texts.split(' ') {
                let mut characters = text.chars();
                let first = characters.next().expect("an emoji");
                shown.push((shown_as(first, characters.next()), number as u8));
            }
            let hash = |&word: &usize| vocabulary.hashes[word];
            Meaning {
                always: hash(&listed[0]),
                words: listed[1..].iter().map(hash).collect(),
                spelling: listed.get(1).map_or_else(Vec::new, |&word| vocabulary.word(word).to_vec()),
            }
        });
        shown.sort_unstable();
        let mut may_mean = [0; 16];
        for (n, _) in &shown {
            may_mean[(n >> 6 & 15) as usize] |= 1 << (n & 63);
        }
        let sides = reader.list(|r| (vocabulary.hashes[r.number()], r.number() as u16));
        Self { shown, may_mean, meanings, beside: Links::new(&sides) }
    }

    /// Adds the words that the text's emoji are, and what they stand for.
    pub(super) fn reveal(&self, folded: &Folded, words: &[Word], found: &mut Found) {
        let emoji = &folded.emoji;
        let mut at = 0;
        while let Some(&(start, first)) = emoji.get(at) {
            let n = first as u32;
            at += 1;
            if self.may_mean[(n >> 6 & 15) as usize] >> (n & 63) & 1 == 0 {
                continue;
            }
            let mut next =
                emoji[at..].iter().copied().zip(start + 1..).map_while(|((at, c), wanted)| (at == wanted).then_some(c));
            let second = next.next();
            let both = second.and_then(|second| self.meaning(first, Some(second)));
            let Some(meaning) = both.or_else(|| self.meaning(first, None)) else { continue };
            // "🤮🤮🤮" says it once.
            let more = emoji[at..].iter().zip(start + 1..).take_while(|((at, c), wanted)| {
                at == wanted && (*c == first || changes_look(*c) || both.is_some() && Some(*c) == second)
            });
            let end = start + 1 + more.count() as u32;
            at += (end - start - 1) as usize;
            let meaning = &self.meanings[usize::from(meaning)];
            let as_read = |hash| ReadAs { start, end, hash };
            if let Some((&first, others)) = meaning.words.split_first()
                && (self.stands_for_a_word(&folded.lower, words, start, end)
                    || self.is_equated(&folded.lower, end, emoji.get(at)))
            {
                found.words.push(as_read(first));
                found.readings.push(as_read(meaning.always));
                found.readings.extend(others.iter().map(|&hash| as_read(hash)));
            } else {
                found.words.push(as_read(meaning.always));
            }
        }
    }

    /// Whether nothing but blanks and an equals sign part what ends at `end` from an emoji that means something else.
    fn is_equated(&self, lower: &[u8], end: u32, next: Option<&(u32, char)>) -> bool {
        next.is_some_and(|&(at, c)| {
            let gap = &lower[end as usize..at as usize];
            (1..=3).contains(&gap.len())
                && gap.iter().all(|b| matches!(b, b' ' | b'='))
                && self.meaning(c, None).is_some()
        })
    }

    /// How the word is spelt that an emoji stands for.
    pub fn spelling(&self, hash: u32) -> Option<&[u8]> {
        self.meanings.iter().find(|m| m.words.first() == Some(&hash)).map(|m| m.spelling.as_slice())
    }

    fn meaning(&self, first: char, second: Option<char>) -> Option<u8> {
        let wanted = shown_as(first, second);
        self.shown.binary_search_by_key(&wanted, |s| s.0).ok().map(|n| self.shown[n].1)
    }

    /// Whether a word beside it asks for a word in its place.
    fn stands_for_a_word(&self, lower: &[u8], words: &[Word], start: u32, end: u32) -> bool {
        let next = words.partition_point(|w| w.start < start);
        let blank = |from: u32, to: u32| to - from <= 2 && lower[from as usize..to as usize].iter().all(|&b| b == b' ');
        let behind = next.checked_sub(1).map(|n| words[n]).filter(|w| blank(w.end, start));
        let in_front = words.get(next).filter(|w| blank(end, w.start));
        behind.is_some_and(|w| self.beside.get(w.hash) & BEHIND != 0)
            || in_front.is_some_and(|w| self.beside.get(w.hash) & IN_FRONT != 0)
    }
}
