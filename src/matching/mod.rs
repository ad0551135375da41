//! The automata that the build compiled from the rules.
//!
//! Patterns are anchored DFAs, tried at the starts of words behind byte-class masks that turn nearly all of them away;
//! word lists and phrases are one automaton over words, found by their hashes. Neither needs anything built at start-up
//! but its tables.

mod around;
mod bank;
mod dfa;
mod disguise;
mod emoji;
mod listing;
mod phrases;

pub use around::{Around, REACH};
pub use bank::{Bank, DIGIT_CLASSES, FAR_DIGITS, MASK_DEPTH, PER_BANK, digit_class};
pub use dfa::{Dfa, LONGEST, MATCHED};
pub use disguise::{Disguises, torn, variants};
pub use listing::{Listing, Listings, Run, fingerprint};
pub use phrases::{Phrase, Phrases, SEVERAL, Vocabulary, phrase_key};

/// Sorts `items` by numbers that hold all there is to know of them.
///
/// Sorting anything else would bring in the sort's five kilobytes once more for every type.
pub(crate) fn sort_as_numbers<T: Copy>(items: &mut [T], number: impl Fn(&T) -> u64, item: impl Fn(u64) -> T) {
    let mut numbers: Vec<u64> = items.iter().map(number).collect();
    numbers.sort_unstable();
    for (place, number) in items.iter_mut().zip(numbers) {
        *place = item(number);
    }
}

/// A rule that matched: its number and the folded bytes that it covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Match {
    /// Number of the rule.
    pub rule: u16,
    /// First folded byte.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}

impl Match {
    /// Sorts matches by start, end and rule.
    pub fn sort(matches: &mut [Self]) {
        // A text has at most 50,000 bytes, so each of the three has sixteen bits.
        let number = |m: &Self| u64::from(m.start) << 32 | u64::from(m.end) << 16 | u64::from(m.rule);
        let of = |n: u64| Self { start: (n >> 32) as u32, end: (n >> 16) as u32 & 0xFFFF, rule: n as u16 };
        sort_as_numbers(matches, number, of);
    }
}
