//! Who else is belittled by a word: the patient or the colleague that it was said of.

use super::super::Hit;
use super::clause::Clause;
use super::people::{COLLEAGUE, EMPLOYER, PATIENT, is_mild, rule_of};
use super::{THREAT, VULGAR};

/// How far away, in words, those may be named of whom it was said.
const REACH: usize = 10;

/// Adds, to each finding that belittles someone, one that says that they are a patient or a colleague.
pub fn add(clause: Clause<'_>, found: &mut Vec<Hit>) {
    for n in 0..found.len() {
        let hit = found[n];
        let kind = clause.context.kind_of(hit.rule);
        if matches!(kind, VULGAR | THREAT | PATIENT | COLLEAGUE | EMPLOYER) || is_mild(clause.context, hit.rule) {
            continue;
        }
        if let Some(rule) = whom(clause, &hit).and_then(|kind| rule_of(clause.context, kind)) {
            found.push(Hit { rule, ..hit });
        }
    }
}

/// Whether patients or colleagues are named in the sentence of a finding, the nearest first.
fn whom(clause: Clause<'_>, hit: &Hit) -> Option<&'static str> {
    let first = clause.number_at(hit.start);
    let within = clause.after(first, REACH + 8);
    let named = within.chain(clause.before(first, REACH)).filter_map(|n| clause.group(n));
    named.into_iter().find(|kind| matches!(*kind, PATIENT | COLLEAGUE))
}
