//! The words of a text one by one, and where a sentence or a clause ends between them.

use super::super::Context;
use super::super::one_of::OneOf;
use crate::text::{SYMBOL, is_word};

/// The words of a text.
#[derive(Clone, Copy)]
pub struct Clause<'c> {
    /// Where they come from.
    pub context: &'c Context<'c>,
}

impl<'c> Clause<'c> {
    /// The number of the first word that begins at `at` or behind it.
    pub fn number_at(self, at: usize) -> usize {
        self.context.words.all.partition_point(|w| (w.start as usize) < at)
    }

    /// Word `number` in lower case, undisguised; nothing where there is none.
    #[inline(never)]
    pub fn word(self, number: usize) -> &'c [u8] {
        self.context.words.text(number, &self.context.folded.lower)
    }

    /// Whether word `number` is an emoji.
    pub fn is_drawn(self, number: usize) -> bool {
        self.context.folded.lower.get(self.place(number).0) == Some(&SYMBOL)
    }

    /// Whether word `number` is one of a list.
    #[inline(never)]
    pub fn is(self, number: usize, list: &OneOf) -> bool {
        list.holds(self.word(number))
    }

    /// Where word `number` begins and ends.
    pub fn place(self, number: usize) -> (usize, usize) {
        self.context.words.all.get(number).map_or((0, 0), |w| (w.start as usize, w.end as usize))
    }

    /// What stands between word `number` and the one before it.
    fn gap(self, number: usize) -> &'c [u8] {
        let text: &'c [u8] = &self.context.folded.lower;
        let from = number.checked_sub(1).map_or(0, |n| self.place(n).1);
        let to = self.context.words.all.get(number).map_or(text.len(), |w| w.start as usize);
        &text[from.min(to)..to]
    }

    /// Whether a sentence begins with word `number`.
    #[inline(never)]
    pub fn opens(self, number: usize) -> bool {
        let gap = self.gap(number);
        let stop = |i: usize| gap[i] == b'.' && gap.get(i + 1).is_none_or(|&b| !is_word(b));
        number == 0 || gap.iter().any(|b| matches!(b, b'\n' | b'!' | b'?')) || gap.len() > 1 && (0..gap.len()).any(stop)
    }

    /// Whether nothing but a blank, a hyphen or a sign without a meaning of its own parts word `number` from the one
    /// before it.
    #[inline(never)]
    pub fn adjoins(self, number: usize) -> bool {
        number > 0
            && number < self.context.words.all.len()
            && self.gap(number).iter().all(|b| matches!(b, b' ' | b'-' | b'/' | b'"' | b'\'' | b'*'))
    }

    /// Whether a comma, a colon or the like stands in front of word `number`.
    #[inline(never)]
    pub fn pauses(self, number: usize) -> bool {
        self.gap(number).iter().any(|b| matches!(b, b',' | b';' | b':' | b'('))
    }

    /// Whether a colon or an equals sign stands in front of word `number`.
    #[inline(never)]
    pub fn equals(self, number: usize) -> bool {
        self.gap(number).iter().any(|b| matches!(b, b':' | b'='))
    }

    /// The words of the sentence in front of word `number`, at most `most`, the nearest first.
    pub fn before(self, number: usize, most: usize) -> impl Iterator<Item = usize> {
        let mut at = number;
        (0..most).map_while(move |_| {
            if at == 0 || self.opens(at) {
                return None;
            }
            at -= 1;
            Some(at)
        })
    }

    /// Word `number` and those of its sentence behind it, at most `most`.
    pub fn after(self, number: usize, most: usize) -> impl Iterator<Item = usize> {
        let all = self.context.words.all.len();
        (number..all.min(number + most)).take_while(move |&n| n == number || !self.opens(n))
    }
}
