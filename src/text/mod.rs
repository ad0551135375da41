//! What every detector reads: the folded text, its words, and the stretches that are addresses of the web.

mod fold;
mod join;
mod lookalike;
mod run;
mod signs;
mod web;
mod words;

pub use fold::{Folded, MAX_UNITS};
pub use lookalike::{LETTER, SYMBOL, look};
pub use run::{LONGEST as LONGEST_RUN, run_together};
pub use web::{Web, WebPart};
pub use words::{Alternate, ReadAs, Word, Words, hash_of, hash_word, is_mask, is_number};

/// A text as every detector reads it.
#[derive(Debug, Clone)]
pub struct Reading {
    /// One byte for each visible character, spelt-out words joined.
    pub folded: Folded,
    /// Its words.
    pub words: Words,
    /// Its links, handles and hashtags.
    pub web: Web,
}

impl Reading {
    /// Reads `text`, or as much of it as is scanned.
    pub fn new(text: &str) -> Self {
        let mut folded = Folded::new(text);
        let mut words = Words::new(&folded.lower);
        // Hardly any text spells a word out; only those that do are looked through for it.
        if words.spelt {
            let joined = join::join_spaced(&mut folded);
            if !joined.is_empty() {
                words = Words::new(&folded.lower);
                words.joined = joined;
            }
        }
        let web = Web::new(&folded.lower, &words.marks);
        Self { folded, words, web }
    }
}

/// A byte of a word: an ASCII letter or digit, or a letter with no ASCII look-alike.
pub const fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == LETTER
}

/// The sentence around `start..end`, looking at most `reach` bytes to either side.
///
/// A full stop ends a sentence only before a blank or the end, so that "3.30" and "d.o.b." do not.
pub fn sentence(text: &[u8], start: usize, end: usize, reach: usize) -> (usize, usize) {
    let ends = |i: usize| match text[i] {
        b'\n' | b'!' | b'?' => true,
        b'.' => text.get(i + 1).is_none_or(|&b| b == b' ' || b == b'\n') && i > 1 && is_word(text[i - 2]),
        _ => false,
    };
    let from =
        (start.saturating_sub(reach)..start).rev().find(|&i| ends(i)).map_or(start.saturating_sub(reach), |i| i + 1);
    let limit = text.len().min(end + reach);
    let to = (end..limit).find(|&i| ends(i)).unwrap_or(limit);
    (from, to)
}
