//! Phrases that make what stands within them mean something else.

use super::Context;
use crate::catalogue::Tag;
use crate::matching::Match;

/// No listed phrase is longer, in folded bytes.
const LONGEST_PHRASE: u32 = 64;

/// The innocent phrases of a text, in order.
pub struct Stretches(Vec<(u32, u32)>);

impl Stretches {
    /// Those that the context has found.
    pub fn new(context: &Context<'_>) -> Self {
        Self(context.evidence(Tag::Innocent).map(|m| (m.start, m.end)).collect())
    }

    /// Whether one of them covers the whole of a match. They are short, so it begins shortly before the match.
    pub fn cover(&self, m: &Match) -> bool {
        self.cover_place(m.start, m.end)
    }

    /// Whether one of them covers these folded bytes.
    pub fn cover_place(&self, start: u32, end: u32) -> bool {
        let first = self.0.partition_point(|i| i.0 + LONGEST_PHRASE < start);
        self.0[first..].iter().take_while(|i| i.0 <= start).any(|i| i.1 >= end)
    }
}
