//! Word lists: one trie over word hashes, kept as a hash table.

use crate::blob::Reader;
use crate::text::{Words, next_state};

/// All phrases of all word lists.
///
/// A phrase is the chain of its words' hashes; each link is an entry that says whether a longer phrase goes on from
/// it, and which rules list the phrase that ends there. Keys are 32-bit fingerprints: with ten thousand of them an
/// unlisted word is taken for a listed one twice in a million different words.
#[derive(Debug)]
pub struct Trie {
    /// Open addressing, a power of two; a key of 0 is an empty place.
    table: Vec<(u32, Entry)>,
    /// The rules that a phrase is listed by, for each set number.
    sets: Vec<Vec<u16>>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Entry {
    /// Number of the set of rules plus one; 0 when no phrase ends here.
    set: u16,
    goes_on: bool,
}

/// A phrase that was found, before anyone asks whether it means what it says.
#[derive(Debug, Clone, Copy)]
pub struct Phrase<'t> {
    /// The rules that list it.
    pub rules: &'t [u16],
    /// First folded byte.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}

/// No phrase of a list has more words; a limit keeps the work linear.
pub const MOST_WORDS: usize = 8;

impl Trie {
    /// Reads the entries, which are sorted by key and delta-coded, into the table.
    pub fn read(reader: &mut Reader<'_>) -> Self {
        let sets = reader.list(|r| r.list(|r| r.number() as u16));
        let count = reader.number();
        let mut table = vec![(0, Entry::default()); (count * 2).next_power_of_two().max(2)];
        let mask = table.len() - 1;
        let mut key = 0u32;
        for _ in 0..count {
            key += reader.number() as u32;
            let value = reader.number();
            let entry = Entry { set: (value >> 1) as u16, goes_on: value & 1 == 1 };
            let mut at = key as usize & mask;
            while table[at].0 != 0 {
                at = (at + 1) & mask;
            }
            table[at] = (key, entry);
        }
        Self { table, sets }
    }

    fn get(&self, key: u32) -> Option<Entry> {
        let mask = self.table.len() - 1;
        let mut at = key as usize & mask;
        loop {
            match self.table[at] {
                (0, _) => return None,
                (k, entry) if k == key => return Some(entry),
                _ => at = (at + 1) & mask,
            }
        }
    }

    /// Calls `found` with every listed phrase of the text, however its words are disguised.
    pub fn scan(&self, text: &[u8], words: &Words, mut found: impl FnMut(Phrase<'_>)) {
        for first in 0..words.words.len() {
            let start = words.words[first].start;
            self.follow(text, words, Step { state: 0, word: first, start, depth: 0 }, &mut found);
        }
    }

    fn follow(&self, text: &[u8], words: &Words, step: Step, found: &mut impl FnMut(Phrase<'_>)) {
        let word = words.words[step.word];
        self.advance(text, words, step, (word.hash, step.word, word.end), found);
        for other in words.alternates_of(step.word as u32) {
            let step = Step { start: if step.depth == 0 { other.start } else { step.start }, ..step };
            self.advance(text, words, step, (other.hash, other.last as usize, other.end), found);
        }
    }

    fn advance(
        &self,
        text: &[u8],
        words: &Words,
        step: Step,
        (hash, last, end): (u32, usize, u32),
        found: &mut impl FnMut(Phrase<'_>),
    ) {
        let state = next_state(step.state, hash);
        let Some(entry) = self.get(state) else { return };
        if entry.set > 0 {
            found(Phrase { rules: &self.sets[usize::from(entry.set) - 1], start: step.start, end });
        }
        let next = last + 1;
        if entry.goes_on && step.depth + 1 < MOST_WORDS && next < words.words.len() {
            let gap = &text[end as usize..words.words[next].start.max(end) as usize];
            if joins(gap) {
                self.follow(text, words, Step { state, word: next, start: step.start, depth: step.depth + 1 }, found);
            }
        }
    }
}

#[derive(Clone, Copy)]
struct Step {
    state: u32,
    word: usize,
    start: u32,
    depth: usize,
}

/// Whether words with `gap` between them may be words of one phrase.
fn joins(gap: &[u8]) -> bool {
    // "d.o.b" is one phrase; "born. Today" is two sentences.
    gap == b"."
        || gap.len() <= 3 && gap.iter().all(|b| matches!(b, b' ' | b'-' | b'\'' | b'/' | b'_' | b'\t' | b'"' | b'&'))
}
