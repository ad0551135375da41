//! Who else is belittled by a word: the patient or the colleague that it was said of.

use super::super::Hit;
use super::super::scene::{ENOUGH, LateScene, Scene};
use super::clause::Clause;
use super::people::{AT_WORK, COLLEAGUE, EMPLOYER, PATIENT, is_mild, is_work, rule_of};
use super::{THREAT, VULGAR};
use crate::finding::Severity;

/// How many findings are asked for their company, at most: nobody reads more of them.
const MOST: usize = 32;
/// How far away, in words, those may be named of whom it was said.
const REACH: usize = 10;
/// How far behind what was said they may be named.
const BEHIND: usize = 18;

/// How far around a sentence, in words, others may tell whom it is about.
const AROUND: usize = 30;
/// The words of a sentence that are asked, at most, before and behind what was said.
const SENTENCE: usize = 30;

/// Adds, to each finding that belittles someone, one that says that they are a patient or a colleague: as grave as any
/// where they are named, and only advice for its sentence where the post is about such people.
#[inline(never)]
pub fn add(clause: Clause<'_>, late: &LateScene, found: &mut Vec<Hit>) {
    let mut doubtful = Vec::new();
    for n in 0..found.len().min(MOST) {
        let hit = found[n];
        let kind = clause.context.kind_of(hit.rule);
        let mild = kind == THREAT || is_mild(clause.context, hit.rule);
        match named(clause, &hit) {
            _ if kind == VULGAR => {}
            Some(kind_named) if !is_work(kind) && !mild => {
                found.extend(rule_of(clause.context, kind_named).map(|rule| Hit { rule, severity: None, ..hit }));
            }
            _ => {
                let asked = (sentence(clause, &hit), is_work(kind));
                if !doubtful.contains(&asked) {
                    doubtful.push(asked);
                }
            }
        }
    }
    for ((first, last), at_work_already) in doubtful {
        if at_work_already {
            // "A tramp of a patient" is mocked for being one.
            note(clause, (first..=last).find_map(|n| clause.group_topic(n)), (first, last), found);
        } else {
            note(clause, at_work(clause, late, first, last).into_iter().flatten(), (first, last), found);
        }
    }
}

/// Asks to think again of words `first..=last` for these kinds, but for what is found there already. Where it is only
/// known what a sentence is about, that is all of it.
pub fn note<'k>(
    clause: Clause<'_>,
    kinds: impl IntoIterator<Item = &'k str>,
    (first, last): (usize, usize),
    found: &mut Vec<Hit>,
) {
    let (start, end) = (clause.place(first).0, clause.place(last).1);
    for kind in kinds {
        let known = |hit: &Hit| clause.context.kind_of(hit.rule) == kind && hit.start < end && start < hit.end;
        if let Some(rule) = rule_of(clause.context, kind).filter(|_| !found.iter().any(known)) {
            found.push(Hit { rule, start, end, severity: Some(Severity::Advice) });
        }
    }
}

/// The patients or colleagues whom the sentence of a finding names, the nearest behind it first.
fn named(clause: Clause<'_>, hit: &Hit) -> Option<&'static str> {
    let first = clause.number_at(hit.start);
    let near = clause.after(first, BEHIND).chain(clause.before(first, REACH));
    near.filter_map(|n| clause.group(n)).find(|kind| is_work(kind)).filter(|kind| *kind != EMPLOYER)
}

/// The first and the last word of the sentence in which a finding begins.
fn sentence(clause: Clause<'_>, hit: &Hit) -> (usize, usize) {
    let at = clause.number_at(hit.start);
    (clause.before(at, SENTENCE).last().unwrap_or(at), clause.after(at, SENTENCE).last().unwrap_or(at))
}

/// The words of a sentence, and then those around it.
pub fn around(clause: Clause<'_>, first: usize, last: usize) -> impl Iterator<Item = usize> {
    let all = clause.context.words.all.len();
    (first..=last).chain((first.saturating_sub(AROUND)..first).rev()).chain(last + 1..all.min(last + AROUND))
}

/// Those at work whom words `first..=last` are about: what most words of the sentence tell, or else of those around it.
/// Where patients and colleagues are spoken of alike, it may be either.
#[inline(never)]
pub fn at_work(clause: Clause<'_>, late: &LateScene, first: usize, last: usize) -> [Option<&'static str>; 3] {
    /// A word of the sentence tells more than any around it.
    const WITHIN: i32 = 3;
    /// What tells less than this more does not decide.
    const CLOSE: i32 = 1;
    let mut weights = [0; 3];
    for n in around(clause, first, last) {
        let within = if n >= first && n <= last { WITHIN } else { 1 };
        for (weight, told) in weights.iter_mut().zip(clause.tells_of_work(n)) {
            *weight += within * told;
        }
    }
    let most = weights.into_iter().max().unwrap_or_default();
    if most == 0 {
        let scene = late.get_or_init(|| Scene::new(clause.context));
        let (start, end) = (clause.place(first).0, clause.place(last).1);
        let told = scene.around(start, end) >= ENOUGH;
        // Of someone who was neither hurt nor cared for it is not known.
        return [told.then_some(PATIENT), (told && !scene.has_harm()).then_some(COLLEAGUE), None];
    }
    let mut kinds = AT_WORK.into_iter().zip(weights);
    std::array::from_fn(|_| {
        kinds.next().filter(|&(_, weight)| weight > 0 && weight + CLOSE >= most).map(|(kind, _)| kind)
    })
}
