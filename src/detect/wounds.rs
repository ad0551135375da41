//! Things in and through bodies, limbs in machines, and limbs that are off.

use super::candidate::Candidate;
use super::scene::LateScene;
use super::{Context, Hit, person};
use crate::catalogue::{Check, Tag};
use crate::matching::Match;
use crate::text::is_word;

/// Words that may stand between a thing and "in", or between "in" and a part of the body.
const BETWEEN: &[&[u8]] = &[
    b"still",
    b"stuck",
    b"lodged",
    b"embedded",
    b"straight",
    b"clean",
    b"right",
    b"sticking",
    b"wedged",
    b"buried",
    b"went",
    b"gone",
    b"half",
    b"hanging",
    b"out",
    b"the",
    b"his",
    b"her",
    b"their",
    b"a",
    b"one",
    b"both",
    b"someone's",
    b"left",
    b"own",
    b"poor",
    b"of",
    b"caught",
    b"trapped",
    b"jammed",
    b"an",
    b"this",
    b"bloke's",
];
/// Words that say that it is no mere holding.
const FAST: &[&[u8]] =
    &[b"stuck", b"lodged", b"embedded", b"wedged", b"buried", b"sticking", b"caught", b"trapped", b"jammed"];
/// What one holds things in.
const HOLDING: &[&[u8]] =
    &[b"hand", b"hands", b"mouth", b"arms", b"arm", b"heart", b"ear", b"ears", b"fingers", b"head", b"eye", b"eyes"];
/// Machines and holes that limbs are caught in.
const MACHINES: &[&[u8]] = &[
    b"mixer",
    b"blender",
    b"mincer",
    b"lathe",
    b"baler",
    b"harvester",
    b"combine",
    b"press",
    b"chipper",
    b"shredder",
    b"mangle",
    b"escalator",
    b"auger",
    b"conveyor",
    b"slicer",
    b"mower",
    b"lawnmower",
    b"strimmer",
    b"chainsaw",
    b"winch",
    b"gearbox",
    b"propeller",
    b"wheel",
    b"spokes",
    b"drain",
    b"grinder",
    b"saw",
    b"router",
    b"letterbox",
    b"railings",
    b"machine",
    b"mangler",
    b"rollers",
    b"roller",
    b"drill",
    b"fan",
    b"gate",
    b"crusher",
    b"chimney",
    b"toilet",
    b"bannister",
    b"banisters",
    b"turnstile",
    b"door",
    b"lift",
    b"thresher",
];
/// Limbs that come off.
const LIMBS: &[&[u8]] =
    &[b"finger", b"fingers", b"thumb", b"toe", b"toes", b"ear", b"nose", b"hand", b"foot", b"leg", b"arm"];

/// How many words lie between the two halves of a wound, at most.
const MOST_BETWEEN: usize = 6;

/// Adds the wounds.
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
            let held = !fast && !strong && HOLDING.contains(&word);
            return (!held).then_some((end, if strong || fast { -1 } else { 1 }));
        }
        strong |= matches!(word, b"through" | b"into" | b"up");
        fast |= FAST.contains(&word);
        if matches!(word, b"through" | b"into" | b"up" | b"in" | b"to" | b"across" | b"under") {
            into = true;
        } else if !BETWEEN.contains(&word) {
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
        if n == 0 && LIMBS.contains(&limb) && (word == b"severed" || word == b"missing" || word == b"off" && over) {
            return Some((end, 2));
        }
        if n == 1 && LIMBS.contains(&limb) && word == b"ice" && within {
            return Some((end, 0));
        }
        if within && (MACHINES.contains(&word) || caught && over) {
            return Some((end, if caught { -1 } else { 1 }));
        }
        caught |= FAST.contains(&word);
        if matches!(word, b"in" | b"down" | b"through" | b"under" | b"inside" | b"on" | b"between" | b"into") {
            within = true;
        } else if !within && !BETWEEN.contains(&word) {
            return None;
        }
    }
    None
}
