//! The automata that the build compiled from the rules.
//!
//! Patterns are anchored DFAs, tried at the starts of words behind byte-class masks that turn nearly all of them away;
//! word lists and phrases are one automaton over words, found by their hashes. Neither needs anything built at start-up
//! but its tables.

mod around;
mod bank;
mod dfa;
mod listing;
mod phrases;

pub use around::{Around, REACH};
pub use bank::{Bank, MASK_DEPTH, PER_BANK};
pub use dfa::{Dfa, MATCHED};
pub use listing::{Listing, fingerprint};
pub use phrases::{Phrase, Phrases, SEVERAL, phrase_key};

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
