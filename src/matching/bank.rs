//! Up to sixty-four patterns behind one set of masks.

use super::{Dfa, Match};
use crate::blob::Reader;
use crate::text::is_word;

/// How many patterns share a set of masks: the bits of a word.
pub const PER_BANK: usize = 64;
/// How many bytes the masks look ahead.
pub const MASK_DEPTH: usize = 8;

/// Patterns that are tried together.
#[derive(Debug)]
pub struct Bank<'a> {
    /// The rule of each pattern.
    rules: Vec<u16>,
    dfas: Vec<Dfa<'a>>,
    /// Byte classes that tell apart what any mask tells apart; the last one is the end of the text.
    classes: &'a [u8; 256],
    /// For each depth and class, the patterns that may go on there.
    masks: Vec<u64>,
    class_count: usize,
}

impl<'a> Bank<'a> {
    /// Reads a bank as `compile::pattern` wrote it.
    ///
    /// # Panics
    /// When the bytes are no bank.
    pub fn read(reader: &mut Reader<'a>) -> Self {
        let classes: &[u8; 256] = reader.slice().try_into().expect("a class for each byte");
        let class_count = reader.number();
        let masks = reader.slice().chunks_exact(8).map(|m| u64::from_le_bytes(m.try_into().expect("eight bytes")));
        let masks = masks.collect();
        let rules = reader.list(|r| r.number() as u16);
        let dfas = reader.list(Dfa::read);
        Self { rules, dfas, classes, masks, class_count }
    }

    /// Calls `found` with every match that begins at a word, a `+` or an opening bracket.
    pub fn scan(&self, text: &[u8], mut found: impl FnMut(Match)) {
        let mut inside = false;
        for (start, &byte) in text.iter().enumerate() {
            let word = is_word(byte);
            if (word && !inside) || matches!(byte, b'+' | b'(') {
                self.try_at(text, start, &mut found);
            }
            inside = word;
        }
    }

    fn try_at(&self, text: &[u8], start: usize, found: &mut impl FnMut(Match)) {
        let mut candidates = u64::MAX;
        for depth in 0..MASK_DEPTH {
            let class =
                text.get(start + depth).map_or(self.class_count - 1, |&b| usize::from(self.classes[usize::from(b)]));
            candidates &= self.masks[depth * self.class_count + class];
            if candidates == 0 {
                return;
            }
        }
        while candidates != 0 {
            let pattern = candidates.trailing_zeros() as usize;
            candidates &= candidates - 1;
            if let Some(end) = self.dfas[pattern].find(text, start) {
                found(Match { rule: self.rules[pattern], start: start as u32, end: end as u32 });
            }
        }
    }
}
