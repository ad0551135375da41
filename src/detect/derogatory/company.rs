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

/// Adds, to each finding that belittles someone, one that says that they are a patient or a colleague: as grave as any
/// where they are named, and only to think of where the post is about such people.
#[inline(never)]
pub fn add(clause: Clause<'_>, late: &LateScene, found: &mut Vec<Hit>) {
    let firm = found.len().min(MOST);
    for n in 0..firm {
        let hit = found[n];
        let kind = clause.context.kind_of(hit.rule);
        if matches!(kind, VULGAR | THREAT | PATIENT | COLLEAGUE | EMPLOYER) || is_mild(clause.context, hit.rule) {
            continue;
        }
        let named = whom(clause, &hit, Clause::group).filter(|kind| *kind != EMPLOYER);
        let severity = if named.is_some() { None } else { Some(Severity::Advice) };
        let kind = named.or_else(|| whom(clause, &hit, Clause::topic)).or_else(|| patient(clause, late, &hit));
        if let Some(rule) = kind.and_then(|kind| rule_of(clause.context, kind)) {
            found.push(Hit { rule, severity, ..hit });
        }
    }
}

/// Those at work whom the sentence of a finding is about by one of its words, the nearest behind it first.
fn whom<'c>(clause: Clause<'c>, hit: &Hit, of: fn(Clause<'c>, usize) -> Option<&'static str>) -> Option<&'static str> {
    let first = clause.number_at(hit.start);
    let near = clause.after(first, BEHIND).chain(clause.before(first, REACH));
    near.filter_map(|n| of(clause, n)).find(|kind| is_work(kind))
}

/// A patient, where the words around a finding tell of a job.
fn patient(clause: Clause<'_>, late: &LateScene, hit: &Hit) -> Option<&'static str> {
    let scene = late.get_or_init(|| Scene::new(clause.context));
    (scene.around(hit.start, hit.end) >= ENOUGH).then_some(PATIENT)
}
