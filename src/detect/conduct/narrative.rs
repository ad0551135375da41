//! A job told as a story, by one who was there.

use super::super::one_of::{OneOf, one_of};
use super::super::scene::{LateScene, Scene};
use super::super::{Context, Hit};
use crate::catalogue::{Check, Tag};
use crate::text::{Word, is_word, sentence};

/// How far to either side, in folded bytes, a sentence is followed.
const REACH: usize = 160;

/// From how much on a job is told, not only spoken of.
const TOLD: i32 = 6;

/// Kinds that are found only where somebody else's story is told.
const DETAILS: [&str; 5] =
    ["identifier/location", "identifier/time", "identifier/age", "identifier/gender", "identifier/condition"];

/// Adds `conduct/incident` to the sentence in which a job is told.
#[inline(never)]
pub fn add(context: &Context<'_>, late: &LateScene, hits: &mut Vec<Hit>) {
    let Some(rule) = context.catalogue.rule_of(Check::Narrative) else { return };
    if !crew_speaks(context) {
        return;
    }
    let told = |start: usize, end: usize| late.get_or_init(|| Scene::new(context)).around(start, end) >= TOLD;
    let mut evidence = context.evidence(Tag::Incident).map(|m| (m.start as usize, m.end as usize));
    let mut details =
        hits.iter().filter(|hit| DETAILS.contains(&context.kind_of(hit.rule))).map(|hit| (hit.start, hit.end));
    let Some((start, end)) = evidence.find(|&(start, end)| told(start, end)).or_else(|| details.next()) else { return };
    if context.near(Tag::Feedback, start, end, REACH) || context.near(Tag::Own, start, end, REACH) {
        return;
    }
    let lower = &context.folded.lower;
    let (mut from, to) = sentence(lower, start, end, REACH);
    while from < start && !is_word(lower[from]) {
        from += 1;
    }
    // A number, a name or an address in it says more than that a job is told.
    let told_already = |hit: &Hit| {
        let kind = context.kind_of(hit.rule);
        kind.starts_with("identifier/") && !DETAILS.contains(&kind) && hit.start < to && from < hit.end
    };
    if !hits.iter().any(told_already) {
        hits.push(Hit { rule, start: from, end: to, severity: None });
    }
}

/// Whether the writer was there as one of the crew.
fn crew_speaks(context: &Context<'_>) -> bool {
    const CREW: OneOf = one_of("we we'd we've our us crewmate pt");
    let word = |w: &Word| CREW.holds(&context.folded.lower[w.start as usize..w.end as usize]);
    context.evidence(Tag::We).next().is_some() || context.words.all.iter().any(word)
}
