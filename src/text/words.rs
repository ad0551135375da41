//! Cutting folded text into words, and reading disguised ones.

use super::{SYMBOL, is_word, signs};

/// A run of letters and digits; apostrophes within it belong to it but do not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// First byte, in folded positions.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// [`hash_word`] of it.
    pub hash: u32,
}

/// Another reading of one or more words: "1d10t" as "idiot", "f@ggot" as one word, "stuuupid" as "stupid", "vicar's"
/// as "vicar".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alternate {
    /// The first word that it stands for, by number.
    pub first: u32,
    /// The last one.
    pub last: u32,
    /// Where it begins; later than the first word where a leading letter is left off ("a t w a t").
    pub start: u32,
    /// One past its last byte, which may be a sign behind the last word ("a$$").
    pub end: u32,
    /// [`hash_word`] of the reading.
    pub hash: u32,
}

/// The words of a text, and the other readings of disguised ones in order of their first word.
#[derive(Debug, Default, Clone)]
pub struct Words {
    /// In order.
    pub all: Vec<Word>,
    /// In order of `first`.
    pub alternates: Vec<Alternate>,
    /// A bit for each word that an alternate begins with.
    disguised: Vec<u64>,
    /// Where something may begin that is no word: `@`, `#`, `/`, `+`, `(`, `%` and the word `www`.
    pub marks: Vec<u32>,
    /// Whether four or more single characters stand in a row, as when someone spells.
    pub spelt: bool,
    /// Where each word begins that was spelt letter by letter and has been joined.
    pub joined: Vec<u32>,
    /// The third of three single characters in a row, by number: "f a g", but "R T C" too.
    pub triples: Vec<u32>,
    /// The words, by number, behind which a sign or emoji stands where letters may: "f**k", "w*nker", "c🌟nt".
    pub masked: Vec<u32>,
    /// The words, by number, that are in truth another, each with where that ends in `truths`; in order.
    revealed: Vec<(u32, u32)>,
    truths: Vec<u8>,
    /// The bits of their hashes: nearly every other word has one that none of them has.
    revealed_hashes: u32,
}

/// A word, or another reading, by its place: what [`Words::reveal`] takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReadAs {
    /// First folded byte; a word begins there, or a sign in front of one.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// [`hash_word`] of the reading.
    pub hash: u32,
}

/// What a byte may be, as bits.
const LETTER: u8 = 1;
const DIGIT: u8 = 2;
/// Stands in for a letter.
const SIGN: u8 = 4;
/// Something that is no word may begin here.
const MARK: u8 = 8;
/// Behind a word, a reason to look again: it may hide letters or part them.
const MASK: u8 = 16;

const CLASSES: [u8; 256] = {
    let mut classes = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = match byte as u8 {
            b'a'..=b'z' | b'A'..=b'Z' | super::LETTER => LETTER,
            b'0'..=b'9' => DIGIT,
            b'$' | b'!' | b'|' => SIGN,
            b'@' | b'+' => SIGN | MARK,
            b'#' | b'%' => MARK | MASK,
            b'/' | b'(' => MARK,
            b'*' | b'-' | b'_' | b'.' | b'?' | b'&' | SYMBOL => MASK,
            _ => 0,
        };
        byte += 1;
    }
    classes
};

/// What `byte` may be.
const fn class(byte: u8) -> u8 {
    CLASSES[byte as usize]
}

/// The hash of a word, letter by letter.
#[derive(Clone, Copy)]
pub(super) struct Hash(u64);

impl Default for Hash {
    fn default() -> Self {
        Self(0xCBF2_9CE4_8422_2325)
    }
}

impl Hash {
    /// Two instructions a byte: each letter lands five bits beside the one before it, so that twelve of them lie apart.
    pub(super) const fn add(&mut self, byte: u8) {
        self.0 = self.0.rotate_left(5) ^ byte as u64;
    }

    /// Spreads every bit over the whole hash.
    pub(super) const fn finish(self) -> u32 {
        let mixed = (self.0 ^ self.0 >> 29).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        (mixed >> 32) as u32
    }
}

/// The hash by which word lists know a word: its lower-case letters and digits, apostrophes left out.
pub fn hash_word(word: &[u8]) -> u32 {
    hash_of(word)
}

/// [`hash_word`] of letters that stand in several places.
pub fn hash_of<'b>(letters: impl IntoIterator<Item = &'b u8>) -> u32 {
    let mut hash = Hash::default();
    letters.into_iter().filter(|&&b| b != b'\'').for_each(|&b| hash.add(b));
    hash.finish()
}

/// Whether a word is a number: digits, or thousands as "10k".
pub fn is_number(word: &[u8]) -> bool {
    let digits = word.strip_suffix(b"k").unwrap_or(word);
    !digits.is_empty() && digits.iter().all(u8::is_ascii_digit)
}

impl Words {
    /// Cuts `lower` (folded, lower case) into words.
    pub fn new(lower: &[u8]) -> Self {
        let mut words = Self { all: Vec::with_capacity(lower.len() / 4), ..Self::default() };
        let mut singles = Singles::default();
        let mut at = 0;
        while let Some(&byte) = lower.get(at) {
            let class = class(byte);
            if class & (LETTER | DIGIT) != 0 {
                let start = at;
                at = words.take_word(lower, start);
                match singles.note(start, at) {
                    3 => words.triples.push((words.all.len() - 1) as u32),
                    4 => words.spelt = true,
                    _ => {}
                }
            } else {
                if class & MARK != 0 {
                    words.marks.push(at as u32);
                }
                at += 1;
            }
        }
        words
    }

    /// Takes the word that begins at `start`; answers where it ends.
    #[inline]
    fn take_word(&mut self, lower: &[u8], start: usize) -> usize {
        let mut hash = Hash::default();
        let mut seen = 0;
        // Three of a letter in a row are drawn out.
        let (mut previous, mut twice, mut drawn_out) = (0, false, false);
        let mut apostrophe = false;
        let mut at = start;
        for (n, &byte) in lower[start..].iter().enumerate() {
            let class = class(byte);
            if class & (LETTER | DIGIT) != 0 {
                hash.add(byte);
                seen |= class;
                drawn_out |= twice && byte == previous;
                twice = byte == previous;
                previous = byte;
            } else if byte == b'\'' && lower.get(start + n + 1).is_some_and(|&b| is_word(b)) {
                apostrophe = true;
            } else {
                break;
            }
            at = start + n + 1;
        }
        self.all.push(Word { start: start as u32, end: at as u32, hash: hash.finish() });
        let (before, behind) =
            (start.checked_sub(1).map_or(0, |i| class(lower[i])), lower.get(at).map_or(0, |&b| class(b)));
        let disguised = (before | behind) & SIGN != 0 || seen & LETTER != 0 && (seen & DIGIT != 0 || drawn_out);
        if disguised || apostrophe || behind & MASK != 0 {
            self.read_again(lower, start, at, disguised);
        }
        at
    }

    /// The other readings of the word at `start..end`, the last so far.
    #[cold]
    fn read_again(&mut self, lower: &[u8], start: usize, end: usize, disguised: bool) {
        let number = (self.all.len() - 1) as u32;
        if lower[start..].starts_with(b"www.") {
            self.marks.push(start as u32);
        }
        if signs::masks(lower, start, end) {
            self.masked.push(number);
        }
        if disguised {
            self.read_disguised(lower, number, start, end);
        }
        // "The vicar's wife" names the vicar. This comes after the disguises, whose first word may be an earlier one.
        if let Some(owner) = lower[start..end].strip_suffix(b"'s").filter(|owner| !owner.is_empty()) {
            let hash = hash_word(owner);
            self.add(Alternate { first: number, last: number, start: start as u32, end: end as u32, hash });
        }
    }

    /// Adds the other readings of the disguised token that the word `number` at `start..end` ends.
    fn read_disguised(&mut self, lower: &[u8], number: u32, start: usize, end: usize) {
        let Some((from, to)) = signs::token(lower, start, end) else { return };
        let first = self.all.iter().rposition(|w| w.end as usize <= from).map_or(0, |i| i + 1) as u32;
        signs::readings(&lower[from..to], |reading| {
            self.add(Alternate { first, last: number, start: from as u32, end: to as u32, hash: hash_word(reading) });
        });
        // "@sshole" is a handle, and what it says.
        if from > 0 && lower[from - 1] == b'@' && (from < 2 || !is_word(lower[from - 2])) {
            let from = from - 1;
            signs::readings(&lower[from..to], |reading| {
                self.add(Alternate {
                    first,
                    last: number,
                    start: from as u32,
                    end: to as u32,
                    hash: hash_word(reading),
                });
            });
        }
    }

    fn add(&mut self, alternate: Alternate) {
        let word = alternate.first as usize;
        if self.disguised.len() <= word / 64 {
            self.disguised.resize(word / 64 + 1, 0);
        }
        self.disguised[word / 64] |= 1 << (word % 64);
        // What ends later may begin earlier; the order is by first word.
        let at = self.alternates.iter().rposition(|a| a.first <= alternate.first).map_or(0, |i| i + 1);
        self.alternates.insert(at, alternate);
    }

    /// Puts `found` in the place of the words that it covers or lies within, and takes `readings` as other readings;
    /// both in order. `spelling` tells how a word is spelt in truth. A word that others stand within becomes a reading
    /// of them: "fuckall" is two words, and one.
    pub fn reveal<'s>(&mut self, found: &[ReadAs], readings: &[ReadAs], spelling: impl Fn(u32) -> Option<&'s [u8]>) {
        let old = std::mem::take(&mut self.all);
        self.all.reserve(old.len() + found.len());
        let mut others: Vec<ReadAs> = Vec::with_capacity(self.alternates.len() + readings.len());
        let before = std::mem::take(&mut self.alternates);
        let mut before = before.iter().peekable();
        let mut found = found.iter().peekable();
        // Where the last of the words so far ends.
        let mut taken = 0;
        for (number, word) in old.iter().enumerate() {
            while let Some(a) = before.next_if(|a| a.first as usize == number) {
                others.push(ReadAs { start: a.start, end: a.end, hash: a.hash });
            }
            let mut within = false;
            while let Some(new) = found.next_if(|new| new.start < word.end) {
                // Of two that overlap the first stays.
                if new.start < taken {
                    continue;
                }
                within |= new.end > word.start;
                taken = new.end;
                self.take(*new, &spelling);
            }
            if within {
                others.push(ReadAs { start: word.start, end: word.end, hash: word.hash });
            } else if taken <= word.start {
                self.all.push(*word);
            }
        }
        for new in found {
            if new.start >= taken {
                taken = new.end;
                self.take(*new, &spelling);
            }
        }
        self.number_again(&others, readings);
    }

    fn take<'s>(&mut self, ReadAs { start, end, hash }: ReadAs, spelling: impl Fn(u32) -> Option<&'s [u8]>) {
        if let Some(truth) = spelling(hash) {
            self.truths.extend_from_slice(truth);
            self.revealed.push((self.all.len() as u32, self.truths.len() as u32));
            self.revealed_hashes |= hash;
        }
        self.all.push(Word { start, end, hash });
    }

    /// The letters of word `number`, those that it has in truth where it is disguised; `lower` is the folded text.
    #[inline]
    pub fn text<'t>(&'t self, number: usize, lower: &'t [u8]) -> &'t [u8] {
        match self.all.get(number) {
            Some(word) if word.hash & self.revealed_hashes != word.hash => {
                &lower[word.start as usize..word.end as usize]
            }
            Some(word) => self.truth(number, word, lower),
            None => b"",
        }
    }

    #[cold]
    fn truth<'t>(&'t self, number: usize, word: &Word, lower: &'t [u8]) -> &'t [u8] {
        match self.revealed.binary_search_by_key(&(number as u32), |r| r.0) {
            Ok(at) => {
                let start = at.checked_sub(1).map_or(0, |before| self.revealed[before].1);
                &self.truths[start as usize..self.revealed[at].1 as usize]
            }
            Err(_) => &lower[word.start as usize..word.end as usize],
        }
    }

    /// The alternates of readings by place, which come in two orders.
    fn number_again(&mut self, one: &[ReadAs], other: &[ReadAs]) {
        self.alternates.clear();
        self.disguised.clear();
        let (mut one, mut other) = (one.iter().peekable(), other.iter().peekable());
        let mut first = 0;
        loop {
            let next = match (one.peek(), other.peek()) {
                (Some(a), Some(b)) if a.start <= b.start => one.next(),
                (Some(_), None) => one.next(),
                _ => other.next(),
            };
            let Some(&ReadAs { start, end, hash }) = next else { break };
            // The word that is read otherwise is the first that does not end in front of it.
            while self.all[first].end <= start {
                first += 1;
            }
            let behind = self.all[first..].iter().take_while(|w| w.start < end).count();
            let last = first + behind.max(1) - 1;
            self.add(Alternate { first: first as u32, last: last as u32, start, end, hash });
        }
    }

    /// Whether word `number` has other readings.
    pub fn is_disguised(&self, number: u32) -> bool {
        let word = number as usize;
        self.disguised.get(word / 64).is_some_and(|bits| bits >> (word % 64) & 1 == 1)
    }

    /// The other readings that begin with word `number`.
    pub fn alternates_of(&self, number: u32) -> &[Alternate] {
        if !self.is_disguised(number) {
            return &[];
        }
        let from = self.alternates.partition_point(|a| a.first < number);
        let to = self.alternates[from..].iter().take_while(|a| a.first == number).count();
        &self.alternates[from..from + to]
    }
}

/// Counts single characters that stand next to each other.
#[derive(Default)]
struct Singles {
    row: u32,
    last: usize,
}

impl Singles {
    /// Takes note of the word `start..end`; answers how many single characters in a row it ends.
    fn note(&mut self, start: usize, end: usize) -> u32 {
        if end - start > 1 {
            self.row = 0;
            return 0;
        }
        // A blank or a sign, or two blanks, lie between.
        self.row = if start - self.last <= 3 { self.row + 1 } else { 1 };
        self.last = start;
        self.row
    }
}

/// Signs that stand in for letters.
pub(super) fn is_sign(byte: u8) -> bool {
    class(byte) & SIGN != 0
}

/// What may stand for hidden letters, or part them.
pub fn is_mask(byte: u8) -> bool {
    class(byte) & MASK != 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Reading;

    fn reads_as(text: &str, word: &str) -> bool {
        let words = Reading::new(text).words;
        let hash = hash_word(word.as_bytes());
        words.all.iter().any(|w| w.hash == hash) || words.alternates.iter().any(|a| a.hash == hash)
    }

    #[test]
    fn disguised_words_are_read() {
        for (text, word) in [
            ("what an 1d10t", "idiot"),
            ("total w@nker mate", "wanker"),
            ("w@nker", "wanker"),
            ("stuuuupid", "stupid"),
            ("you f@gg0t", "faggot"),
            ("$lag", "slag"),
            ("a$$", "ass"),
            ("IDI0T!", "idiot"),
            ("ｉｄｉｏｔ", "idiot"),
            ("i d i o t", "idiot"),
            ("don’t", "dont"),
            ("the vicar’s wife", "vicar"),
            ("f@ggot's", "faggots"),
            ("bitttchhh", "bitch"),
            ("fagggot", "faggot"),
        ] {
            assert!(reads_as(text, word), "{text} as {word}");
        }
    }

    #[test]
    fn signs_around_ordinary_words_are_not_letters() {
        for (text, word) in
            [("ask! Tony", "askt"), ("£4 a go", "ago"), ("me@home.example", "meahome"), ("3D print", "ed")]
        {
            assert!(!reads_as(text, word), "{text} as {word}");
        }
    }

    #[test]
    fn alternates_know_their_words() {
        let words = Words::new(b"so f@ggot here");
        let of_second: Vec<_> = words.alternates_of(1).iter().map(|a| (a.last, a.start, a.end)).collect();
        assert_eq!(of_second, [(2, 3, 9)]);
        assert!(words.alternates_of(0).is_empty());
    }
}
