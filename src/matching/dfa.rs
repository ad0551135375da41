//! One pattern as a table: a minimised, anchored DFA over byte classes.

use crate::blob::Reader;

/// State that nothing leads out of.
const DEAD: u16 = 0;

/// A pattern's automaton, read in place.
///
/// State 0 is dead, 1 is the start; states from `first_match` on say that the pattern matched *before* the byte that
/// led to them, so that a pattern may look at the byte behind its end (`\b`).
#[derive(Debug, Clone, Copy)]
pub struct Dfa<'a> {
    /// The class of each byte.
    classes: &'a [u8; 256],
    /// Classes and one more for the end of the text.
    stride: usize,
    first_match: u16,
    /// `stride` next states for each state.
    next: &'a [u8],
}

impl<'a> Dfa<'a> {
    /// Reads an automaton as `compile::pattern` wrote it.
    pub fn read(reader: &mut Reader<'a>) -> Self {
        let classes = reader.slice().try_into().expect("a class for each byte");
        let stride = reader.number();
        let first_match = reader.number() as u16;
        Self { classes, stride, first_match, next: reader.slice() }
    }

    /// Where the match that begins at `start` ends; alternatives are tried in the order in which they are written.
    pub fn find(&self, text: &[u8], start: usize) -> Option<usize> {
        let mut state = 1;
        let mut end = None;
        for (at, &byte) in text.iter().enumerate().skip(start) {
            state = self.step(state, usize::from(self.classes[usize::from(byte)]));
            if state == DEAD {
                return end;
            }
            if state >= self.first_match {
                end = Some(at);
            }
        }
        if self.step(state, self.stride - 1) >= self.first_match { Some(text.len()) } else { end }
    }

    fn step(&self, state: u16, class: usize) -> u16 {
        let at = (usize::from(state) * self.stride + class) * 2;
        u16::from_le_bytes([self.next[at], self.next[at + 1]])
    }
}
