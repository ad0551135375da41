//! Jigsaw: details that identify no one alone, and someone together.

use super::one_of::one_of;
use super::scene::{LateScene, Scene};
use super::{Context, Hit};
use crate::catalogue::{Check, Emits, Tag};
use crate::matching::sort_as_numbers;
use crate::text::is_word;

/// How far apart, in folded bytes, the details of one story lie at most.
const STORY: usize = 480;

/// From how many points on details tell who it was.
const ENOUGH: i32 = 7;
/// Without a hint at someone, so much must speak for an incident.
const AN_INCIDENT: i32 = 3;

/// Kinds of details that are no findings by themselves, from the one that narrows the circle most to the one that does
/// least: their points, and what they tell a reader.
const DETAILS: [(Tag, i32, &str); 5] = [
    (Tag::Telling, 4, "what they do"),
    (Tag::Fame, 4, "what they are known for"),
    (Tag::Belongings, 2, "what they have"),
    (Tag::Family, 2, "who belongs to them"),
    (Tag::Occasion, 2, "what was on"),
];

/// Kinds of findings that are details too, and what they tell.
const KINDS: [(&str, &str); 6] = [
    ("identifier/location", "where it was"),
    ("identifier/time", "when it was"),
    ("identifier/condition", "what had happened"),
    ("identifier/age", "how old they are"),
    ("identifier/vehicle-registration", "what they drive"),
    ("identifier/gender", "whether it was a man or a woman"),
];
/// So many kinds of findings together need no other detail.
const FINDINGS_ENOUGH: usize = 3;

/// A detail with its number in [`DETAILS`], or behind them in [`KINDS`].
type Detail = (usize, usize, usize);

/// Adds one finding for the whole text where its details add up.
#[inline(never)]
pub fn detect(context: &Context<'_>, late: &LateScene, hits: &mut Vec<Hit>) {
    let Some(rule) = context.catalogue.rule_of(Check::Jigsaw) else { return };
    let details = details(context, hits);
    if details.is_empty() {
        return;
    }
    let kinds = (0..KINDS.len()).filter(|kind| details.iter().any(|d| d.0 == DETAILS.len() + kind)).count();
    if kinds >= FINDINGS_ENOUGH || stories(&details).any(|story| tells(context, late, story)) {
        hits.push(Hit { rule, start: 0, end: context.folded.lower.len(), severity: None });
    }
}

/// The details of a text, in order.
fn details(context: &Context<'_>, hits: &[Hit]) -> Vec<Detail> {
    let mut details: Vec<Detail> = Vec::new();
    for m in context.matches {
        let Some(tag) = context.tag(m) else { continue };
        if let Some(number) = DETAILS.iter().position(|d| d.0 == tag) {
            details.push((number, m.start as usize, m.end as usize));
        }
    }
    for hit in hits {
        let kind = context.kind_of(hit.rule);
        if let Some(number) = KINDS.iter().position(|k| k.0 == kind) {
            details.push((DETAILS.len() + number, hit.start, hit.end));
        }
    }
    sort_as_numbers(&mut details, |d| number(d.1, d.2, d.0), |n| (part(n, 0), part(n, 32), part(n, 16)));
    details
}

/// A number that sorts by its three parts, each of which is a place in the text or less.
fn number(first: usize, second: usize, third: usize) -> u64 {
    (first as u64) << 32 | (second as u64) << 16 | third as u64
}

/// The part of such a number that begins at the bit `shift`.
fn part(number: u64, shift: u32) -> usize {
    (number >> shift) as usize & 0xFFFF
}

/// The stretches of details that lie close enough to be of one story, each with the longest that begins with it.
fn stories(details: &[Detail]) -> impl Iterator<Item = &[Detail]> {
    let mut end = 0;
    let mut last = 0;
    (0..details.len()).filter_map(move |from| {
        while end < details.len() && details[end].1 <= details[from].1 + STORY {
            end += 1;
        }
        // One that is part of the one before says nothing new.
        let news = end > last;
        last = end;
        (news && end - from <= MOST_DETAILS).then(|| &details[from..end])
    })
}

/// More details than this in a few lines are a list of something.
const MOST_DETAILS: usize = 40;

/// Whether the details of a story tell who it was.
#[inline(never)]
fn tells(context: &Context<'_>, late: &LateScene, story: &[Detail]) -> bool {
    let ([first, ..], [.., last]) = (story, story) else { return false };
    let lower = &context.folded.lower;
    let mut points = 0;
    for (number, detail) in DETAILS.iter().enumerate() {
        let mut of_it = story.iter().filter(|d| d.0 == number).map(|d| &lower[d.1..d.2]);
        if let Some(one) = of_it.next() {
            points += detail.1 + i32::from(of_it.any(|other| other != one));
        }
    }
    if points < ENOUGH / 2 {
        return false;
    }
    let kinds = (0..KINDS.len()).map(|kind| i32::from(story.iter().any(|d| d.0 == DETAILS.len() + kind)));
    points += kinds.sum::<i32>();
    if story.iter().any(|d| d.0 < DESCRIBING && described(lower, d)) {
        points += 2;
    }
    let hinted = context.near(Tag::Hint, first.1, last.2, STORY / 3);
    let own = context.near(Tag::Own, first.1, last.2, STORY / 3);
    let scene = late.get_or_init(|| Scene::new(context)).around(first.1, last.2);
    let spoken = if hinted { 4 } else { 0 } + scene.clamp(-8, 8) / 2 - if own { 4 } else { 0 };
    (hinted || scene >= AN_INCIDENT || points > ENOUGH + 1 && scene >= 2) && points + spoken >= ENOUGH
}

/// What someone does or is known for is of this many kinds, the first of [`DETAILS`].
const DESCRIBING: usize = 2;

/// Whether one person is meant: "the farrier who", "only GP on", "our postman, the one with".
fn described(lower: &[u8], detail: &Detail) -> bool {
    let mut front = lower[..detail.1].rsplit(|&b| !is_word(b)).filter(|w| !w.is_empty()).take(3);
    let one =
        front.any(|w| const { one_of("the that our only former retired ex local village town oldest s") }.holds(w));
    let mut behind = lower[detail.2..].split(|&b| !is_word(b)).filter(|w| !w.is_empty()).take(2);
    let behind = behind.any(|w| const { one_of("who that with whose from at of on in off") }.holds(w));
    one && behind
}

/// A detail that helps to tell who it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// What it tells, as a phrase that follows "it tells".
    pub tells: &'static str,
    /// First folded byte.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

/// More than this would be a list, not an explanation.
const MOST_SHOWN: usize = 6;

/// The details that add up, the most telling first; each stretch of the text once.
pub fn pieces(context: &Context<'_>, hits: &[Hit]) -> Vec<Piece> {
    let mut details = details(context, hits);
    // Of those that begin together the longest comes first.
    sort_as_numbers(
        &mut details,
        |d| number(d.0, d.1, 0xFFFF - d.2),
        |n| (part(n, 32), part(n, 16), 0xFFFF - part(n, 0)),
    );
    let mut pieces: Vec<Piece> = Vec::new();
    for (number, start, end) in details {
        let tells = DETAILS.get(number).map_or_else(|| KINDS[number - DETAILS.len()].1, |d| d.2);
        let apart = pieces.iter().all(|p| end <= p.start || p.end <= start);
        if apart && pieces.len() < MOST_SHOWN {
            pieces.push(Piece { tells, start, end });
        }
    }
    pieces
}

impl Context<'_> {
    /// The name of the kind that a rule finds; empty for evidence.
    pub(super) fn kind_of(&self, rule: u16) -> &str {
        match self.catalogue.rules[usize::from(rule)].emits {
            Emits::Kind(kind) => self.catalogue.kinds[usize::from(kind)].name,
            Emits::Tag(_) => "",
        }
    }
}
