//! Profiles that show an employer or a profession and do not say whose views they are.

use super::{Context, Hit};
use crate::catalogue::{Check, Tag};
use crate::finding::Surface;
use crate::matching::Match;

/// Adds `disclaimer/missing` where a bio lacks one.
pub fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    if context.options.surface != Surface::Bio {
        return;
    }
    let Some(rule) = context.catalogue.rule_of(Check::DisclaimerMissing) else { return };
    let tells = |m: &&Match| context.is_tag(m, Tag::Employer) || context.is_tag(m, Tag::Profession);
    let telling: Vec<_> = context.matches.iter().filter(tells).collect();
    let Some(first) = telling.first() else { return };
    if disclaims(context) {
        return;
    }
    hits.push(Hit { rule, start: first.start as usize, end: run_end(&telling), severity: None });
}

/// Whether any wording says that the views are the person's own, and no joke takes it back.
fn disclaims(context: &Context<'_>) -> bool {
    let jokes: Vec<_> = context.evidence(Tag::NotDisclaimer).collect();
    context.evidence(Tag::Disclaimer).any(|d| !jokes.iter().any(|j| j.start < d.end && d.start < j.end))
}

/// Where the run of evidence that begins with the first piece ends: "Dispatcher, East Mids Ambulance" is one stretch.
fn run_end(telling: &[&Match]) -> usize {
    const CLOSE: u32 = 12;
    let mut end = telling[0].end;
    for m in telling {
        if m.start <= end + CLOSE {
            end = end.max(m.end);
        }
    }
    end as usize
}
