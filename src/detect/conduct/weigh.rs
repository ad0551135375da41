//! Weighing what stands together.

use super::super::one_of::{OneOf, one_of};
use super::super::scene::{LateScene, Scene};
use super::super::{Context, Hit, derogatory};
use super::scales::{Piece, Scale, Side};
use crate::catalogue::{Emits, Tag};
use crate::finding::Severity;
use crate::text::sentence;

/// How far to either side of a telling word, in folded bytes, what belongs to it stands at most.
const REACH: usize = 160;

/// What one piece weighs.
const TELLS: i32 = 3;
const FITS: i32 = 2;
const UNLESS: i32 = -3;
/// A word of the working day, as far as the rule counts them.
const WORK: i32 = 2;
/// Someone who speaks, is spoken of or is told something: one such word at most, for every other post has several.
const SOMEONE: i32 = 1;
const MOST_SOMEONE: usize = 1;
/// Words that speak of those whom a derogatory rule is about, and warm words, that are weighed at most.
const MOST_SPOKEN: i32 = 1;
const MOST_WARM: i32 = 2;
/// A lesson, a story, a notice, an evening off.
const ELSEWHERE: i32 = -4;
/// The whole text speaks of care as a patient or a visitor does: from so many words of theirs on.
const BY_PATIENT: [(usize, i32); 2] = [(4, -7), (2, -3)];
/// What weighs so much more than enough is as grave as its kind; the rest is worth a thought.
const SURE: i32 = 5;

/// What weighs so much more than enough stands wherever it is said.
const CLEAR: i32 = 3;
/// A place whose score for an incident is less is not about work.
const OFF_DUTY: i32 = -4;

/// Words for someone, and for saying and feeling so.
const PEOPLE: OneOf = one_of(
    "i me my us we our they them he she him her his you your told tell said say asked work who what why how again still \
    never every everyone nobody all just really actually today tonight now been were",
);

/// How many places of a text are weighed for one rule, so that the work stays in proportion to the text.
const MOST_PLACES: usize = 12;
/// How many pieces around a place are weighed.
const MOST_PIECES: usize = 40;
/// Places nearer to each other than this, in folded bytes, are weighed once.
const APART: usize = 40;

/// Kinds that are no matter where an official account or a campaign is passed on.
const WELCOME: [&str; 2] = ["conduct/internal", "conduct/promotion"];

/// Adds what weighs enough, once for each rule.
#[inline(never)]
pub fn add(context: &Context<'_>, late: &LateScene, hits: &mut Vec<Hit>) {
    let pieces = context.pieces();
    // Nearly every rule is told nothing, and most of the pieces are of those.
    let told = pieces.iter().filter(|p| p.side == Side::Tells).fold(0u64, |told, p| told | 1 << p.rule);
    if told == 0 {
        return;
    }
    let passed_on = passed_on(context);
    for (number, scale) in context.companions.rules.iter().enumerate().filter(|&(number, _)| told >> number & 1 == 1) {
        // Evidence for others.
        if !matches!(context.catalogue.rules[usize::from(scale.rule)].emits, Emits::Kind(_)) {
            continue;
        }
        let kind = context.kind_of(scale.rule);
        if passed_on && WELCOME.contains(&kind) {
            continue;
        }
        let mine: Vec<Piece> = pieces.iter().copied().filter(|p| p.rule == number).collect();
        let Some((weight, start, end)) = heaviest(context, scale, &mine) else { continue };
        let derogatory = kind.starts_with("derogatory/");
        // What is only implied takes nothing from what is said.
        let said = |hit: &Hit| context.kind_of(hit.rule) == kind && hit.start < end && start < hit.end;
        if derogatory && (hits.iter().any(said) || !derogatory::is_meant(context, start, end)) {
            continue;
        }
        // What only just weighs enough is nothing in a post about the family, the telly or a day off.
        let elsewhere = || late.get_or_init(|| Scene::new(context)).around(start, end) < OFF_DUTY;
        if !derogatory && weight < scale.enough + CLEAR && elsewhere() {
            continue;
        }
        let severity = (derogatory || weight < scale.enough + SURE).then_some(Severity::Advice);
        hits.push(Hit { rule: scale.rule, start, end, severity });
    }
}

/// Whether an account or a tag stands in the text that a policy in force welcomes.
fn passed_on(context: &Context<'_>) -> bool {
    let welcome = || context.in_force().iter().flat_map(|policy| &policy.welcome);
    let mut parts = context.web.parts();
    parts.any(|(start, end, _)| welcome().any(|tag| tag.as_bytes() == &context.folded.lower[start..end]))
}

/// The place of a text that weighs most, with its weight, when that is enough.
#[inline(never)]
fn heaviest(context: &Context<'_>, scale: &Scale, pieces: &[Piece]) -> Option<(i32, usize, usize)> {
    let feedback = context.evidence(Tag::Feedback).take(BY_PATIENT[0].0).count();
    let by_patient = BY_PATIENT.iter().find(|(least, _)| feedback >= *least).map_or(0, |(_, weight)| *weight);
    let mut last = None;
    let telling = pieces.iter().filter(|p| p.side == Side::Tells);
    let places = telling.filter(|p| {
        let at = place(context, p).0;
        let apart = last.is_none_or(|last| at >= last + APART);
        if apart {
            last = Some(at);
        }
        apart
    });
    let weighed = places.take(MOST_PLACES).map(|piece| {
        let around = Around::of(context, pieces, piece);
        let weight = around.weight(scale) + by_patient;
        (weight, around)
    });
    let (weight, around) = weighed.reduce(|a, b| if b.0 > a.0 { b } else { a })?;
    let (start, end) = around.stretch(place(context, around.centre));
    (weight >= scale.enough).then_some((weight, start, end))
}

/// Where a piece stands, in folded positions.
fn place(context: &Context<'_>, piece: &Piece) -> (usize, usize) {
    let words = &context.words.all;
    (words[piece.first].start as usize, words[piece.last].end as usize)
}

/// What stands around a telling word.
struct Around<'c> {
    context: &'c Context<'c>,
    centre: &'c Piece,
    /// What is weighed, each word as part of one piece and each piece once.
    claimed: Vec<Piece>,
}

impl<'c> Around<'c> {
    fn of(context: &'c Context<'c>, pieces: &'c [Piece], centre: &'c Piece) -> Self {
        let (start, end) = place(context, centre);
        let near = |p: &&Piece| {
            let (from, to) = place(context, p);
            to + REACH >= start && from <= end + REACH
        };
        let mut claimed: Vec<Piece> = Vec::new();
        let near: Vec<&Piece> = pieces.iter().filter(near).take(MOST_PIECES).collect();
        for side in [false, true] {
            // What tells either way comes first, and of that the longer runs.
            for length in (0..3).rev() {
                for piece in near.iter().filter(|p| (p.side == Side::Fits) == side && p.last - p.first == length) {
                    let taken = |c: &Piece| {
                        c.first <= piece.last && piece.first <= c.last || c.fingerprint == piece.fingerprint
                    };
                    if !claimed.iter().any(taken) {
                        claimed.push(**piece);
                    }
                }
            }
        }
        Self { context, centre, claimed }
    }

    /// Whether none of the words that are weighed stands there.
    fn is_free(&self, start: usize, end: usize) -> bool {
        self.claimed.iter().all(|p| {
            let (from, to) = place(self.context, p);
            to <= start || end <= from
        })
    }

    fn weight(&self, scale: &Scale) -> i32 {
        let own = self.claimed.iter().map(|p| match p.side {
            Side::Tells => TELLS,
            Side::Fits => FITS,
            Side::Unless => UNLESS,
        });
        let own: i32 = own.sum();
        let (work, elsewhere) = self.surroundings(scale.work);
        own + work + elsewhere + self.people() + self.spoken_of(scale)
    }

    /// What the words add that speak of those whom a derogatory rule is about, and what warm words take.
    fn spoken_of(&self, scale: &Scale) -> i32 {
        let kind = self.context.kind_of(scale.rule);
        if !kind.starts_with("derogatory/") {
            return 0;
        }
        let (start, end) = place(self.context, self.centre);
        let words = &self.context.words.all;
        let from = words.partition_point(|w| (w.start as usize) + REACH < start);
        let near = (from..words.len()).take_while(|&n| words[n].start as usize <= end + REACH);
        let (mut spoken, mut warm) = (0, 0);
        for n in near.filter(|&n| self.is_free(words[n].start as usize, words[n].end as usize)) {
            spoken += i32::from(spoken < MOST_SPOKEN && derogatory::speaks_of(self.context, n, kind));
            warm += i32::from(warm < MOST_WARM && derogatory::is_warm(self.context, n));
        }
        spoken * FITS + warm * UNLESS
    }

    /// What the working day adds, and what is no work takes.
    fn surroundings(&self, most: i32) -> (i32, i32) {
        let (start, end) = place(self.context, self.centre);
        let (mut work, mut elsewhere) = (0, 0);
        let (mut last_work, mut last_elsewhere) = (0, 0);
        for m in self.context.within(start, end, REACH) {
            let Some(tag) = self.context.tag(m) else { continue };
            let free = || self.is_free(m.start as usize, m.end as usize);
            match tag {
                Tag::Duty | Tag::Employer | Tag::Profession | Tag::Incident
                    if work < most && m.start >= last_work && free() =>
                {
                    work += 1;
                    last_work = m.end;
                }
                Tag::Elsewhere | Tag::Drill | Tag::Public | Tag::Leisure if m.start >= last_elsewhere && free() => {
                    elsewhere += 1;
                    last_elsewhere = m.end;
                }
                _ => {}
            }
        }
        (work * WORK, elsewhere * ELSEWHERE)
    }

    fn people(&self) -> i32 {
        let (start, end) = place(self.context, self.centre);
        let words = &self.context.words.all;
        let from = words.partition_point(|w| (w.start as usize) + REACH < start);
        let near = words[from..].iter().take_while(|w| w.start as usize <= end + REACH);
        let mut seen: Vec<u32> = Vec::new();
        for word in near {
            let letters = &self.context.folded.lower[word.start as usize..word.end as usize];
            let counts = seen.len() < MOST_SOMEONE && PEOPLE.holds(letters) && !seen.contains(&word.hash);
            if counts && self.is_free(word.start as usize, word.end as usize) {
                seen.push(word.hash);
            }
        }
        seen.iter().map(|_| SOMEONE).sum()
    }

    /// From the first to the last telling word, with what fits in their sentences.
    fn stretch(&self, (mut start, mut end): (usize, usize)) -> (usize, usize) {
        let mut widen = |side: Side, from: usize, to: usize| {
            for piece in self.claimed.iter().filter(|p| p.side == side) {
                let (first, last) = place(self.context, piece);
                if from <= first && last <= to {
                    (start, end) = (start.min(first), end.max(last));
                }
            }
            (start, end)
        };
        let (start, end) = widen(Side::Tells, 0, usize::MAX);
        let (from, to) = sentence(&self.context.folded.lower, start, end, REACH);
        let (start, end) = widen(Side::Fits, from, to);
        (start, end)
    }
}
