//! Jigsaw: details that identify no one alone, and someone together.

use super::{Context, Hit, incident};
use crate::catalogue::{Check, Emits, Tag};

/// Kinds of which several together tell who it was.
const PIECES: [&str; 5] =
    ["identifier/age", "identifier/gender", "identifier/location", "identifier/time", "identifier/condition"];
/// How many different pieces of one incident make a picture.
const ENOUGH: usize = 3;

/// Adds one finding for the whole text where its details add up, or where someone is hinted at by a telling detail.
pub fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    let Some(rule) = context.rule_of(Check::Jigsaw) else { return };
    let text = &context.folded.lower;
    let pieces = PIECES.iter().filter(|&&kind| hits.iter().any(|hit| context.kind_of(hit.rule) == kind)).count();
    let telling = distinct(context, Tag::Telling);
    let hinted = context.evidence(Tag::Hint).next().is_some();
    let hinted = hinted && telling >= 1;
    let spoken_of = context.evidence(Tag::Incident).any(|m| incident::gate(context, m.end as usize, m.end as usize));
    if pieces >= ENOUGH || hinted || spoken_of && pieces + telling > ENOUGH && pieces >= 1 {
        hits.push(Hit { rule, start: 0, end: text.len(), severity: None });
    }
}

/// How many different details of a tag there are.
fn distinct(context: &Context<'_>, tag: Tag) -> usize {
    let mut seen: Vec<&[u8]> = Vec::new();
    for m in context.evidence(tag) {
        let detail = &context.folded.lower[m.start as usize..m.end as usize];
        if !seen.contains(&detail) {
            seen.push(detail);
        }
        // Enough is enough; more would make the work grow with the square of the text.
        if seen.len() == ENOUGH + 1 {
            break;
        }
    }
    seen.len()
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
