//! Names of patients, relatives and colleagues: told by who is spoken of beside them, and by lists of names.

use super::candidate::Candidate;
use super::checks::Verdict;
use super::naming::{
    LEAST_UNTOLD, Name, ambiguous, bare, goes_on_about_someone, known, name_end, name_length, public_place,
};
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
    if is_writer(word) {
        return Verdict::Not;
    }
    let capital = found.cased()[surname].is_ascii_uppercase();
    let private = [b"mr".as_slice(), b"ms", b"mx", b"mis", b"mas"].iter().any(|t| found.lower().starts_with(t));
    let staff = !private;
    let small = context.is_listed(Tag::Surname, word) || context.is_listed(Tag::FirstName, word);
    if !(capital || small && !staff) || known(context, found.start, found.end) || public_place(context, found.end) {
        return Verdict::Not;
    }
    let end = name_end(&context.folded.cased, found.end);
    // Titles of those who turn out to a job tell more than "Dr", and small letters less than capitals.
    let turns_out = [b"pc ".as_slice(), b"wpc ", b"sgt ", b"serge", b"const", b"watch m", b"station m"];
    let least = match (capital, turns_out.iter().any(|t| found.lower().starts_with(t))) {
        (true, true) => -6,
        (true, false) if led(context, found.start) => -1,
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

/// Whether what stands in front of the name of a patient or a colleague does so here.
fn led(context: &Context<'_>, start: usize) -> bool {
    let front = context.folded.lower[..start].trim_ascii_end();
    let end = front.strip_suffix(b",").unwrap_or(front).len();
    let end = if front[..end].ends_with(b" now") { end - 4 } else { end };
    let cue = |tag| matches!(tag, Some(Tag::NameCue | Tag::PatientCue | Tag::Role));
    context.inside(end.saturating_sub(CUE_REACH), end).any(|m| m.end as usize == end && cue(context.tag(m)))
}

/// "The doctor I'd seen" names nobody.
fn is_writer(word: &[u8]) -> bool {
    word.starts_with(b"i'")
}

/// The longest cue, in folded bytes.
const CUE_REACH: usize = 40;

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
        if length < 2
            || is_writer(&lower[start..first])
            || NICKNAMES.holds(&lower[start..first]) && cased.get(first) == Some(&b' ')
        {
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
            small_row(context, rule, start + word.len(), severity, hits);
        }
    }
    if scene.most_work() >= LEAST_SMALL {
        small_openers(context, scene, rule, hits);
    }
}

/// Adds listed first names that open a sentence about someone: "declan has had the headset again".
fn small_openers(context: &Context<'_>, scene: &Scene, rule: u16, hits: &mut Vec<Hit>) {
    let lower = &context.folded.lower;
    for pair in context.words.all.windows(2) {
        let (start, end) = (pair[0].start as usize, pair[0].end as usize);
        let front = lower[..start].trim_ascii_end().last();
        let opens = front.is_none_or(|&b| matches!(b, b'.' | b'!' | b'?' | b':')) || lower[..start].ends_with(b"\n");
        let (word, next) = (&lower[start..end], &lower[pair[1].start as usize..pair[1].end as usize]);
        if opens
            && word.len() >= 4
            && lower[end] == b' '
            && goes_on_about_someone(next)
            && small_name(context, start, end)
            && !context.is_listed(Tag::Place, word)
            && scene.work(start, end) >= LEAST_SMALL
        {
            hits.push(Hit { rule, start, end, severity: Some(Severity::Caution) });
            small_row(context, rule, end, Some(Severity::Caution), hits);
        }
    }
}

/// A small letter at its front tells nothing, so a name without a cue needs so much.
const LEAST_SMALL: i32 = 4;

fn small_name(context: &Context<'_>, start: usize, end: usize) -> bool {
    let word = &context.folded.lower[start..end];
    word.len() >= 3
        && context.is_listed(Tag::FirstName, word)
        && !ambiguous(word)
        && !capitals::never_a_name(word)
        && !known(context, start, end)
}

/// Adds the names that stand in a row with the one that ends at `end`: "nights with sanj, lowri and moss".
fn small_row(context: &Context<'_>, rule: u16, mut end: usize, severity: Option<Severity>, hits: &mut Vec<Hit>) {
    let lower = &context.folded.lower;
    for _ in 0..MOST_IN_A_ROW {
        let joint = [b", ".as_slice(), b" and ", b" & "].into_iter().find(|joint| lower[end..].starts_with(joint));
        let Some(start) = joint.map(|joint| end + joint.len()) else { return };
        let length = lower[start..].iter().take_while(|&&b| is_word(b)).count();
        if !small_name(context, start, start + length) {
            return;
        }
        end = start + length;
        hits.push(Hit { rule, start, end, severity });
    }
}

/// More names than this are a list.
const MOST_IN_A_ROW: usize = 4;

/// Words that are capitalised in front of a name and are no part of it.
const NICKNAMES: OneOf = one_of(
    "big little old young wee baby poor dear our lovely nana nan nanna grandad granny auntie aunty uncle \
    thanks tell bless happy rip",
);
