//! Things in and through bodies, limbs in machines, and limbs that are off.

use super::candidate::Candidate;
use super::one_of::{OneOf, one_of};
use super::scene::LateScene;
use super::{Context, Hit, person};
use crate::catalogue::{Check, Tag};
use crate::matching::Match;
use crate::text::is_word;

/// Words that may stand between a thing and "in", or between "in" and a part of the body.
const BETWEEN: OneOf = one_of(
    "still stuck lodged embedded straight clean right sticking wedged buried went gone half hanging out \
    the his her their a one both someone's left own poor of caught trapped jammed an this bloke's",
);
/// Words that say that it is no mere holding.
const FAST: OneOf = one_of("stuck lodged embedded wedged buried sticking caught trapped jammed");
/// What one holds things in.
const HOLDING: OneOf = one_of("hand hands mouth arms arm heart ear ears fingers head eye eyes");
/// Machines and holes that limbs are caught in.
const MACHINES: OneOf = one_of(
    "mixer blender mincer lathe baler harvester combine press chipper shredder mangle escalator auger \
    conveyor slicer mower lawnmower strimmer chainsaw winch gearbox propeller wheel spokes drain grinder \
    saw router letterbox railings machine mangler rollers roller drill fan gate crusher chimney toilet \
    bannister banisters turnstile door lift thresher",
);
/// Limbs that come off.
const LIMBS: OneOf = one_of("finger fingers thumb toe toes ear nose hand foot leg arm");

/// How many words lie between the two halves of a wound, at most.
const MOST_BETWEEN: usize = 6;

/// Adds the wounds.
#[inline(never)]
pub fn detect(context: &Context<'_>, late: &LateScene, hits: &mut Vec<Hit>) {
    let Some(rule) = context.catalogue.rule_of(Check::Wound) else { return };
    let mut done = 0;
    for m in context.matches {
        let found = match context.tag(m) {
            Some(Tag::Thing) => thing(context, m),
            Some(Tag::Body) => limb(context, m),
            _ => None,
        };
        let Some((end, enough)) = found.filter(|&(end, _)| end > done) else { continue };
        let found = Candidate { context, late, start: m.start as usize, end };
        // "Through the chest of drawers."
        let of_a_thing = found.goes_on() && found.word_after() == b"of";
        if !of_a_thing && found.score() >= enough && !person::own(&found) {
            done = end;
            hits.push(Hit { rule, start: found.start, end, severity: None });
        }
    }
}

/// The words behind `at`, as stretches, up to the end of the sentence.
fn words(context: &Context<'_>, mut at: usize) -> impl Iterator<Item = (usize, usize)> {
    let lower = &context.folded.lower;
    std::iter::from_fn(move || {
        let gap = lower[at..].iter().take(2).take_while(|b| matches!(b, b' ' | b'-')).count();
        let start = at + gap;
        let length = lower[start..].iter().take_while(|&&b| is_word(b) || b == b'\'').count();
        at = start + length;
        (gap > 0 && length > 0).then_some((start, at))
    })
}

fn is_body(context: &Context<'_>, start: usize, end: usize) -> bool {
    context.inside(start, end).any(|m| m.start as usize == start && context.is_tag(m, Tag::Body))
}

/// Where a thing in a body ends, and how much must speak for an incident.
fn thing(context: &Context<'_>, m: &Match) -> Option<(usize, i32)> {
    let lower = &context.folded.lower;
    let (mut into, mut fast, mut strong) = (false, false, false);
    for (start, end) in words(context, m.end as usize).take(MOST_BETWEEN) {
        let word = &lower[start..end];
        if into && is_body(context, start, end) {
            let held = !fast && !strong && HOLDING.holds(word);
            return (!held).then_some((end, if strong || fast { -1 } else { 1 }));
        }
        strong |= matches!(word, b"through" | b"into" | b"up");
        fast |= FAST.holds(word);
        if const { one_of("through into up in to across under") }.holds(word) {
            into = true;
        } else if !BETWEEN.holds(word) {
            return None;
        }
    }
    None
}

/// Where a limb that is caught, or off, ends, and how much must speak for an incident.
fn limb(context: &Context<'_>, m: &Match) -> Option<(usize, i32)> {
    let lower = &context.folded.lower;
    let limb = &lower[m.start as usize..m.end as usize];
    let (mut caught, mut within) = (false, false);
    for (n, (start, end)) in words(context, m.end as usize).take(MOST_BETWEEN).enumerate() {
        let word = &lower[start..end];
        let over = lower.get(end).is_none_or(|&b| b != b' ');
        if n == 0 && LIMBS.holds(limb) && (word == b"severed" || word == b"missing" || word == b"off" && over) {
            return Some((end, 2));
        }
        if n == 1 && LIMBS.holds(limb) && word == b"ice" && within {
            return Some((end, 0));
        }
        if within && (MACHINES.holds(word) || caught && over) {
            return Some((end, if caught { -1 } else { 1 }));
        }
        caught |= FAST.holds(word);
        if const { one_of("in down through under inside on between into") }.holds(word) {
            within = true;
        } else if !within && !BETWEEN.holds(word) {
            return None;
        }
    }
    None
}
