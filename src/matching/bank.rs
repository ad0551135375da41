//! Up to sixty-four patterns behind one set of masks.

use super::{Dfa, Match};
use crate::blob::Reader;
use crate::text::Words;

/// How many patterns share a set of masks: the bits of a word.
pub const PER_BANK: usize = 64;
/// How many bytes the masks look ahead.
pub const MASK_DEPTH: usize = 8;
/// How far away the first digit may be, at most, in each of the classes behind the first eight, which are a byte each.
pub const FAR_DIGITS: [usize; 3] = [16, 32, 64];
/// Classes of where the first digit is: the last is for farther still, and for none.
pub const DIGIT_CLASSES: usize = MASK_DEPTH + FAR_DIGITS.len() + 1;

/// Patterns that are tried together.
#[derive(Debug)]
pub struct Bank<'a> {
    /// The rule of each pattern.
    rules: Vec<u16>,
    dfas: Vec<Dfa<'a>>,
    /// For each depth and byte, the patterns that may go on there.
    masks: Vec<[u64; 256]>,
    /// For each depth, the patterns that may be over where the text is.
    ends: [u64; MASK_DEPTH],
    /// For each class of where the first digit is, the patterns that may have it there. Nearly every pattern needs a
    /// digit and nearly no word is near one.
    digits: [u64; DIGIT_CLASSES],
}

impl<'a> Bank<'a> {
    /// Reads a bank as `compile::pattern` wrote it.
    ///
    /// # Panics
    /// When the bytes are no bank.
    pub fn read(reader: &mut Reader<'a>) -> Self {
        let classes: &[u8; 256] = reader.slice().try_into().expect("a class for each byte");
        let mut columns = || -> Vec<u64> {
            let masks = reader.slice().chunks_exact(8).map(|m| u64::from_le_bytes(m.try_into().expect("eight bytes")));
            masks.collect()
        };
        let by_class = columns();
        let digits = columns().try_into().expect("a mask for each class");
        // A row a depth; the last class is the end of the text.
        let rows = by_class.chunks_exact(by_class.len() / MASK_DEPTH);
        let ends = rows.clone().map(|row| row[row.len() - 1]).collect::<Vec<_>>();
        let masks = rows.map(|row| std::array::from_fn(|byte| row[usize::from(classes[byte])])).collect();
        let rules = reader.list(|r| r.number() as u16);
        let dfas = reader.list(Dfa::read);
        Self { rules, dfas, masks, ends: ends.try_into().expect("a mask for each depth"), digits }
    }

    /// Calls `found` with every match that begins at a word, a `+` or an opening bracket.
    pub fn scan(&self, text: &[u8], words: &Words, mut found: impl FnMut(Match)) {
        let mut digits = Digits::new(text);
        for word in &words.all {
            self.try_at(text, word.start as usize, &mut digits, &mut found);
        }
        let mut digits = Digits::new(text);
        for &mark in words.marks.iter().filter(|&&mark| matches!(text[mark as usize], b'+' | b'(')) {
            self.try_at(text, mark as usize, &mut digits, &mut found);
        }
    }

    #[inline]
    fn try_at(&self, text: &[u8], start: usize, digits: &mut Digits<'_>, found: &mut impl FnMut(Match)) {
        let ahead = &text[start..];
        let mut candidates = match ahead.first_chunk::<MASK_DEPTH>() {
            Some(ahead) => self.candidates(*ahead),
            None => self.candidates_at_the_end(ahead),
        };
        if candidates == 0 {
            return;
        }
        candidates &= self.digits[digits.class_from(start)];
        while candidates != 0 {
            let pattern = candidates.trailing_zeros() as usize;
            candidates &= candidates - 1;
            if let Some(end) = self.dfas[pattern].find(text, start) {
                found(Match { rule: self.rules[pattern], start: start as u32, end: end as u32 });
            }
        }
    }

    /// The patterns that may go on over these bytes. Two at a time: most words are turned away by the first two.
    #[inline]
    fn candidates(&self, ahead: [u8; MASK_DEPTH]) -> u64 {
        let mut candidates = u64::MAX;
        for (masks, bytes) in self.masks.chunks_exact(2).zip(ahead.chunks_exact(2)) {
            candidates &= masks[0][usize::from(bytes[0])] & masks[1][usize::from(bytes[1])];
            if candidates == 0 {
                break;
            }
        }
        candidates
    }

    /// The same, where the text has fewer bytes left.
    fn candidates_at_the_end(&self, ahead: &[u8]) -> u64 {
        let masks = self.masks.iter().zip(ahead).fold(u64::MAX, |all, (mask, &byte)| all & mask[usize::from(byte)]);
        masks & self.ends[ahead.len()]
    }
}

/// Where the next digit is, asked from places that only move on: the text is looked through once.
struct Digits<'t> {
    text: &'t [u8],
    /// The first digit that is not before the last place asked about, or the end of the text.
    next: usize,
}

impl<'t> Digits<'t> {
    fn new(text: &'t [u8]) -> Self {
        Self { text, next: 0 }
    }

    /// The class of how far the next digit is from `start`.
    fn class_from(&mut self, start: usize) -> usize {
        if self.next <= start {
            let ahead = &self.text[start..];
            self.next = start + ahead.iter().position(u8::is_ascii_digit).unwrap_or(ahead.len());
        }
        if self.next == self.text.len() { DIGIT_CLASSES - 1 } else { digit_class(self.next - start) }
    }
}

/// The class of a first digit `distance` bytes away.
pub fn digit_class(distance: usize) -> usize {
    if distance < MASK_DEPTH {
        distance
    } else {
        MASK_DEPTH + FAR_DIGITS.iter().position(|&most| distance < most).unwrap_or(FAR_DIGITS.len())
    }
}
