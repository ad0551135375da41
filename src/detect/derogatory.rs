//! Derogatory language: listed words and phrases, unless the phrase around them is innocent.

use super::{Context, Hit};
use crate::catalogue::{Category, Tag};

/// Adds the derogatory findings.
pub fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    let innocent: Vec<_> = context.evidence(Tag::Innocent).map(|m| (m.start, m.end)).collect();
    let listed = context.matches.iter().filter(|m| context.category(m) == Category::Derogatory);
    for m in listed {
        // Innocent phrases are short, so one that covers this match begins shortly before it.
        let first = innocent.partition_point(|i| i.0 + LONGEST_PHRASE < m.start);
        let covered = innocent[first..].iter().take_while(|i| i.0 <= m.start).any(|i| i.1 >= m.end);
        if !covered {
            hits.push(Hit::of(m));
        }
    }
}

/// No listed phrase is longer, in folded bytes.
const LONGEST_PHRASE: u32 = 64;
