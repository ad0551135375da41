//! Patterns that a sign within them gives away: an address of mail is looked for where an `@` stands.

use super::{Dfa, Match};
use crate::blob::Reader;
use crate::text::{Words, is_word};

/// A pattern and its sign.
#[derive(Debug)]
pub struct Around<'a> {
    rule: u16,
    sign: u8,
    dfa: Dfa<'a>,
}

/// How far before the sign a match may begin, in folded bytes; a limit keeps the work linear.
pub const REACH: usize = 64;

impl<'a> Around<'a> {
    /// Reads a pattern as `compile::tables` wrote it.
    ///
    /// # Panics
    /// When the bytes are no pattern.
    pub fn read(reader: &mut Reader<'a>) -> Self {
        Self { rule: reader.number() as u16, sign: reader.byte(), dfa: Dfa::read(reader) }
    }

    /// Calls `found` with every match.
    pub fn scan(&self, text: &[u8], words: &Words, mut found: impl FnMut(Match)) {
        for &mark in words.marks.iter().filter(|&&mark| text[mark as usize] == self.sign) {
            let Some(start) = beginning(text, mark as usize) else { continue };
            if let Some(end) = self.dfa.find(text, start).filter(|&end| end > mark as usize) {
                found(Match { rule: self.rule, start: start as u32, end: end as u32 });
            }
        }
    }
}

/// Where what runs up to the sign at `mark` begins.
fn beginning(text: &[u8], mark: usize) -> Option<usize> {
    let belongs = |&&b: &&u8| is_word(b) || matches!(b, b'.' | b'_' | b'+' | b'\'' | b'-');
    let run = text[mark.saturating_sub(REACH)..mark].iter().rev().take_while(belongs).count();
    (mark - run..mark).find(|&i| is_word(text[i]))
}
