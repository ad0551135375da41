//! Who else is belittled by a word: the patient or the colleague that it was said of.

use super::super::Hit;
use super::super::scene::{ENOUGH, LateScene, Scene};
use super::clause::Clause;
use super::people::{COLLEAGUE, EMPLOYER, PATIENT, is_mild, is_work, rule_of};
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

/// Adds, to each finding that belittles someone, one that says that they are a patient, a colleague or the employer: as
/// grave as any where they are named, and only to think of where the post is about such people.
#[inline(never)]
pub fn add(clause: Clause<'_>, late: &LateScene, found: &mut Vec<Hit>) {
    let firm = found.len().min(MOST);
    for n in 0..firm {
        let hit = found[n];
        let kind = clause.context.kind_of(hit.rule);
        if kind == VULGAR || is_work(kind) {
            continue;
        }
        let doubtful = kind == THREAT || is_mild(clause.context, hit.rule);
        let named = named(clause, &hit).filter(|_| !doubtful);
        let advised = if named.is_some() { [None; 3] } else { spoken_of(clause, late, &hit) };
        for kind in named.into_iter().chain(advised.into_iter().flatten()) {
            if let Some(rule) = rule_of(clause.context, kind) {
                found.push(Hit { rule, severity: named.is_none().then_some(Severity::Advice), ..hit });
            }
        }
    }
}

/// The patients or colleagues whom the sentence of a finding names, the nearest behind it first.
fn named(clause: Clause<'_>, hit: &Hit) -> Option<&'static str> {
    let first = clause.number_at(hit.start);
    let near = clause.after(first, BEHIND).chain(clause.before(first, REACH));
    near.filter_map(|n| clause.group(n)).find(|kind| is_work(kind)).filter(|kind| *kind != EMPLOYER)
}

/// Those at work whom the post around a finding is about.
fn spoken_of(clause: Clause<'_>, late: &LateScene, hit: &Hit) -> [Option<&'static str>; 3] {
    let at = clause.number_at(hit.start);
    let first = clause.before(at, SENTENCE).last().unwrap_or(at);
    let last = clause.after(at, SENTENCE).last().unwrap_or(at);
    at_work(clause, late, first, last)
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
    const KINDS: [&str; 3] = [PATIENT, COLLEAGUE, EMPLOYER];
    /// A word of the sentence tells more than any around it.
    const WITHIN: i32 = 3;
    let mut weights = [0; 3];
    for n in around(clause, first, last) {
        let within = if n >= first && n <= last { WITHIN } else { 1 };
        for (weight, kind) in weights.iter_mut().zip(KINDS) {
            *weight += within * clause.speaks_of(n, kind);
        }
    }
    let most = weights.into_iter().max().unwrap_or_default();
    if most == 0 {
        let scene = late.get_or_init(|| Scene::new(clause.context));
        let (start, end) = (clause.place(first).0, clause.place(last).1);
        return [(scene.around(start, end) >= ENOUGH).then_some(PATIENT), None, None];
    }
    let mut kinds = KINDS.into_iter().zip(weights);
    std::array::from_fn(|_| kinds.next().filter(|&(_, weight)| weight == most).map(|(kind, _)| kind))
}
