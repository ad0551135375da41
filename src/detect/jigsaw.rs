//! Jigsaw: details that identify no one alone, and someone together.

use super::{Context, Hit};
use crate::catalogue::{Check, Emits, Tag};

/// Kinds of which several together tell who it was.
const PIECES: [&str; 5] =
    ["identifier/age", "identifier/gender", "identifier/location", "identifier/time", "identifier/condition"];
/// How many different pieces of one incident make a picture.
const ENOUGH: usize = 3;

/// How far from a hint, or from a word of an incident, a telling detail counts.
const REACH: usize = 160;

/// Adds one finding for the whole text where its details add up, or where someone is hinted at by a telling detail.
pub fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    let Some(rule) = context.rule_of(Check::Jigsaw) else { return };
    let pieces = PIECES.iter().filter(|&&kind| hits.iter().any(|hit| context.kind_of(hit.rule) == kind)).count();
    let hinted = || most_telling(context, Tag::Hint) >= 1;
    let told = || match most_telling(context, Tag::Incident) {
        0 => false,
        1 => pieces >= 2,
        _ => true,
    };
    if pieces >= ENOUGH || hinted() || told() {
        hits.push(Hit { rule, start: 0, end: context.folded.lower.len(), severity: None });
    }
}

/// How many different telling details stand around any one piece of evidence for `tag`; two are enough to know.
fn most_telling(context: &Context<'_>, tag: Tag) -> usize {
    let mut most = 0;
    for m in context.evidence(tag) {
        let around =
            context.within(m.start as usize, m.end as usize, REACH).filter(|n| context.is_tag(n, Tag::Telling));
        let mut details = around.map(|n| &context.folded.lower[n.start as usize..n.end as usize]);
        if let Some(first) = details.next() {
            most = most.max(1 + usize::from(details.any(|detail| detail != first)));
        }
        if most == 2 {
            break;
        }
    }
    most
}

impl Context<'_> {
    /// The name of the kind that a rule finds; empty for evidence.
    fn kind_of(&self, rule: u16) -> &str {
        match self.catalogue.rules[usize::from(rule)].emits {
            Emits::Kind(kind) => self.catalogue.kinds[usize::from(kind)].name,
            Emits::Tag(_) => "",
        }
    }
}
