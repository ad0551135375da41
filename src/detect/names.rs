//! Names of patients, relatives and colleagues: told by who is spoken of beside them, and by lists of names.

use super::candidate::Candidate;
use super::checks::Verdict;
use super::naming::{LEAST_UNTOLD, Name, bare, known, name_end, name_length, public_place};
use super::one_of::{OneOf, one_of};
use super::scene::{LateScene, Scene};
use super::{Context, Hit, capitals};
use crate::catalogue::{Check, Tag};
use crate::finding::Severity;
use crate::text::is_word;

/// "Mrs V. Cattermole", "Dr Patel", "mrs cheung" where work is spoken of.
pub fn titled(found: &Candidate<'_>) -> Verdict {
    let context = found.context;
    let surname = found.lower().iter().rposition(|&b| b == b' ').map_or(0, |i| i + 1);
    let word = &found.lower()[surname..];
    let capital = found.cased()[surname].is_ascii_uppercase();
    let private = [b"mr".as_slice(), b"ms", b"mx", b"mis", b"mas"].iter().any(|t| found.lower().starts_with(t));
    let staff = !private;
    let small = context.is_listed(Tag::Surname, word) || context.is_listed(Tag::FirstName, word);
    if !(capital || small && !staff) || known(context, found.start, found.end) || public_place(context, found.end) {
        return Verdict::Not;
    }
    let end = name_end(&context.folded.cased, found.end);
    // Titles of those who turn out to a job tell more than "Dr", and small letters less than capitals.
    let turns_out = [b"pc ".as_slice(), b"wpc ", b"sgt ", b"serge", b"watch m", b"station m"];
    let least = match (capital, turns_out.iter().any(|t| found.lower().starts_with(t))) {
        (true, true) => -2,
        (true, false) => 1,
        (false, _) => 3,
    };
    if found.scene().work(found.start, found.end) < least {
        Verdict::Not
    } else if staff {
        Verdict::CoveringAs(found.start, end, Severity::Caution)
    } else {
        Verdict::Covering(found.start, end)
    }
}

/// Adds names without a title.
#[inline(never)]
pub fn detect(context: &Context<'_>, late: &LateScene, hits: &mut Vec<Hit>) {
    let Some(rule) = context.catalogue.rule_of(Check::FullName) else { return };
    let scene = late.get_or_init(|| Scene::new(context));
    if capitals::none(context) {
        small_names(context, scene, rule, hits);
        return;
    }
    if !capitals::tell(context) {
        return;
    }
    let cased = &context.folded.cased;
    let lower = &context.folded.lower;
    let quiet = scene.most_work() < LEAST_UNTOLD;
    let mut last = 0;
    let mut row: Vec<Beside> = Vec::new();
    for word in &context.words.all {
        let start = word.start as usize;
        if start < last
            || !cased[start].is_ascii_uppercase()
            || start > 0 && matches!(cased[start - 1], b'@' | b'#' | b'_' | b'/' | b'-')
        {
            continue;
        }
        let length = name_length(&cased[start..]);
        let first = start + length;
        // "Big Malc" is Malc.
        if length < 2 || NICKNAMES.holds(&lower[start..first]) && cased.get(first) == Some(&b' ') {
            continue;
        }
        let name = Name { context, scene, quiet, start, first, end: name_end(cased, first) };
        // "Telling Yusuf's wife" begins with a verb.
        if name.end > first
            && name.opens()
            && !known(context, start, name.end)
            && !context.is_listed(Tag::FirstName, bare(&lower[start..first]))
        {
            continue;
        }
        last = name.end;
        if row.last().is_some_and(|before| !joined(&lower[before.end..start])) {
            settle_row(rule, &mut row, hits);
        }
        row.push(Beside { start, end: name.bare_end(), counts: name.counts(), may_count: name.may_be_told() });
    }
    settle_row(rule, &mut row, hits);
}

/// One of the names that stand in a row: "Ffion, Imran and Bethan".
struct Beside {
    start: usize,
    end: usize,
    /// Whether it counts by itself, and as a patient's.
    counts: Option<bool>,
    /// Whether it may count where a name beside it does.
    may_count: bool,
}

/// Whether what stands between two names makes them a row.
fn joined(between: &[u8]) -> bool {
    matches!(between, b", " | b" and " | b" & " | b" + " | b", and " | b" n ")
}

/// Adds the names of a row: where one counts, so do those beside it.
fn settle_row(rule: u16, row: &mut Vec<Beside>, hits: &mut Vec<Hit>) {
    let told = row.iter().filter_map(|name| name.counts).max();
    for name in row.drain(..) {
        if let Some(patient) = name.counts.or(told.filter(|_| name.may_count)) {
            let severity = if patient { None } else { Some(Severity::Caution) };
            hits.push(Hit { rule, start: name.start, end: name.end, severity });
        }
    }
}

/// Adds listed first names behind a cue, in a text whose writer leaves capitals out: "well done shanice".
fn small_names(context: &Context<'_>, scene: &Scene, rule: u16, hits: &mut Vec<Hit>) {
    let lower = &context.folded.lower;
    for m in context.matches {
        let patient = match context.tag(m) {
            Some(Tag::NameCue | Tag::Role) => false,
            Some(Tag::PatientCue) => true,
            _ => continue,
        };
        let start = m.end as usize + 1;
        let Some(rest) = lower.get(start..).filter(|_| lower[start - 1] == b' ') else { continue };
        let word = &rest[..rest.iter().position(|&b| !is_word(b)).unwrap_or(rest.len())];
        let name =
            word.len() >= 3 && context.is_listed(Tag::FirstName, word) && !known(context, start, start + word.len());
        if name && scene.work(start, start + word.len()) >= 1 {
            let severity = if patient { None } else { Some(Severity::Caution) };
            hits.push(Hit { rule, start, end: start + word.len(), severity });
        }
    }
}

/// Words that are capitalised in front of a name and are no part of it.
const NICKNAMES: OneOf = one_of(
    "big little old young wee baby poor dear our lovely nana nan nanna grandad granny auntie aunty uncle \
    thanks tell bless happy rip",
);
