//! What a post speaks of: a job that a crew went to, or something else.
//!
//! Ages, times, places and names stand in every fifth ordinary post. They mean a patient only where an incident is
//! spoken of, and people rarely say so in so many words. So the words of a post are weighed: shorthand of handovers
//! tells a job alone, kit and harm tell one together, and the telly, a training day or "my mum" tell something else.

use once_cell::unsync::OnceCell;

use super::Context;
use super::one_of::one_of;
use crate::catalogue::{Emits, Tag};
use crate::finding::Surface;
use crate::matching::Match;
use crate::text::{WebPart, is_word};

/// A scene that is worked out when someone asks.
pub type LateScene = OnceCell<Scene>;

/// How far away, in folded bytes, words count in full; the rest of a post counts for a third.
const REACH: usize = 240;

/// What a class of evidence weighs, and how many pieces of it count at most.
struct Weight {
    tag: Tag,
    /// For an incident.
    incident: i32,
    /// For work, where colleagues are named too.
    work: i32,
    most: i32,
}

const fn weigh(tag: Tag, incident: i32, work: i32, most: i32) -> Weight {
    Weight { tag, incident, work, most }
}

const WEIGHTS: [Weight; CLASSES] = [
    weigh(Tag::Incident, 6, 6, 2),
    weigh(Tag::Care, 2, 3, 3),
    weigh(Tag::Harm, 2, 1, 3),
    weigh(Tag::Body, 1, 0, 2),
    weigh(Tag::Setting, 1, 1, 2),
    weigh(Tag::Duty, 2, 3, 3),
    weigh(Tag::ThirdPerson, 3, 1, 2),
    weigh(Tag::We, 2, 1, 1),
    weigh(Tag::Own, -7, -4, 2),
    weigh(Tag::Elsewhere, -5, -3, 3),
    weigh(Tag::Drill, -14, -2, 1),
    weigh(Tag::Leisure, -2, -1, 3),
    weigh(Tag::Public, -2, -2, 2),
    weigh(Tag::Feedback, -4, -2, 4),
    weigh(Tag::Aged, 4, 0, 1),
];
const CLASSES: usize = 15;
/// The last of them, which counts beside harm and care only.
const AGED: usize = CLASSES - 1;

/// What a link or "RT" takes off: what is passed on is mostly news.
const PASSED_ON: i32 = 10;

/// A long post has a word of everything: it takes a point for each so many folded bytes off, up to a limit.
const LONG: usize = 100;
const MOST_FOR_LENGTH: i32 = 6;

/// How far behind "my dad", in folded bytes, "he" is still him.
const MEANT: u32 = 600;

/// A candidate counts as part of an incident from this score on.
pub const ENOUGH: i32 = 6;

/// The evidence of a text, by class.
#[derive(Debug, Default)]
pub struct Scene {
    /// Where each piece begins and ends, in order, for each class of [`WEIGHTS`].
    pieces: [Vec<(u32, u32)>; CLASSES],
    /// Where each piece of any class begins, in order, and its class and number there.
    starts: Vec<(u32, u8, u16)>,
    /// How many pieces of each class there are before each of them, and in all: what is counted for every candidate.
    counts: Vec<[u16; CLASSES]>,
    /// What the surface adds: messages go to colleagues, and are about work.
    surface: i32,
    /// What the length of the text takes off.
    length: i32,
}

/// Whether "his", "her" or "their" stands before a part of the body.
fn of_someone(context: &Context<'_>, m: &Match) -> bool {
    let front = context.folded.lower[..m.start as usize].strip_suffix(b" ").unwrap_or_default();
    [b"his".as_slice(), b"her", b"their"].iter().any(|w| front.ends_with(w))
}

/// Whether "my" or "our" stands up to two words before an age.
fn of_ones_own(context: &Context<'_>, m: &Match) -> bool {
    let front = &context.folded.lower[..m.start as usize];
    let mut words = front.rsplit(|b| !is_word(*b)).filter(|word| !word.is_empty()).take(3);
    words.any(|word| matches!(word, b"my" | b"our"))
}

/// Whether the family is a stranger's: "his mum is here", "the wife says", "a lad's dad has".
fn of_strangers(context: &Context<'_>, m: &Match) -> bool {
    let front = context.folded.lower[..m.start as usize].strip_suffix(b" ").unwrap_or_default();
    let word = &front[front.iter().rposition(|&b| !is_word(b) && b != b'\'').map_or(0, |i| i + 1)..];
    const { one_of("his her their the whose this that patients babys pts") }.holds(word) || word.ends_with(b"'s")
}

fn at_most(n: usize, most: i32) -> i32 {
    i32::try_from(n).map_or(most, |n| n.min(most))
}

impl Scene {
    /// Gathers the evidence.
    pub fn new(context: &Context<'_>) -> Self {
        let linked = context.web.parts().any(|(_, _, part)| part == WebPart::Link);
        let forwarded =
            context.folded.cased.starts_with(b"RT ") || context.folded.cased.windows(4).any(|w| w == b"RT @");
        let surface = i32::from(context.options.surface == Surface::Message);
        let surface = surface - if linked || forwarded { PASSED_ON } else { 0 };
        let length = at_most(context.folded.lower.len().saturating_sub(2 * LONG) / LONG, MOST_FOR_LENGTH);
        let mut scene = Self { surface, length, ..Self::default() };
        let mut count = [0; CLASSES];
        for m in context.matches {
            let tag = match context.emits(m) {
                Emits::Tag(Tag::Body) if of_someone(context, m) => Tag::Care,
                // "My 3 year old fell" is family.
                Emits::Tag(Tag::Aged) if of_ones_own(context, m) => continue,
                Emits::Tag(Tag::Own) if of_strangers(context, m) => continue,
                Emits::Tag(Tag::ThirdPerson) if scene.is_of_the_family(m) => continue,
                Emits::Tag(tag) => tag,
                Emits::Kind(_) => continue,
            };
            let Some(class) = WEIGHTS.iter().position(|w| w.tag == tag) else { continue };
            let pieces = &mut scene.pieces[class];
            match pieces.last_mut() {
                // "Our last patient" is one piece, though "patient" is listed too.
                Some(last) if m.start < last.1 => last.1 = last.1.max(m.end),
                _ => {
                    scene.starts.push((m.start, class as u8, pieces.len() as u16));
                    pieces.push((m.start, m.end));
                    scene.counts.push(count);
                    count[class] += 1;
                }
            }
        }
        scene.counts.push(count);
        scene
    }

    /// Whether "he" or "she" is one of the writer's family, who was named before and no job since; of a text that is read
    /// so far.
    fn is_of_the_family(&self, m: &Match) -> bool {
        let last = |tag| WEIGHTS.iter().position(|w| w.tag == tag).and_then(|class| self.pieces[class].last());
        let Some(own) = last(Tag::Own) else { return false };
        own.1 + MEANT >= m.start && last(Tag::Incident).is_none_or(|incident| incident.1 < own.1)
    }

    /// How much speaks for `start..end` being part of an incident; evidence within it does not count.
    pub fn score(&self, start: usize, end: usize) -> i32 {
        self.surface - self.length + self.weighed(start, end, |w| w.incident)
    }

    /// How much speaks for work being spoken of around `start..end`.
    pub fn work(&self, start: usize, end: usize) -> i32 {
        self.surface.max(0) + self.surface + self.weighed(start, end, |w| w.work)
    }

    /// Where the last piece of a class that ends before `start` ends; for tags that are weighed.
    pub fn last_before(&self, tag: Tag, start: usize) -> Option<usize> {
        let pieces = &self.pieces[WEIGHTS.iter().position(|w| w.tag == tag)?];
        let next = pieces.partition_point(|p| p.1 as usize <= start);
        Some(pieces[next.checked_sub(1)?].1 as usize)
    }

    /// The first piece of a class that begins at `end` or later; for tags that are weighed.
    pub fn first_after(&self, tag: Tag, end: usize) -> Option<(usize, usize)> {
        let pieces = &self.pieces[WEIGHTS.iter().position(|w| w.tag == tag)?];
        let piece = pieces.get(pieces.partition_point(|p| (p.0 as usize) < end))?;
        Some((piece.0 as usize, piece.1 as usize))
    }

    /// Whether harm or care is spoken of, not only someone or the working day.
    pub fn has_harm(&self) -> bool {
        let count = |tag| WEIGHTS.iter().position(|w| w.tag == tag).map_or(0, |class| self.pieces[class].len());
        count(Tag::Incident) + count(Tag::Care) + count(Tag::Harm) > 0
    }

    /// How much speaks for an incident in and around `start..end`, however long the text.
    pub fn around(&self, start: usize, end: usize) -> i32 {
        let middle = start.midpoint(end);
        self.surface + self.weighed(middle, middle, |w| w.incident)
    }

    #[inline(never)]
    fn weighed(&self, start: usize, end: usize, of: fn(&Weight) -> i32) -> i32 {
        let number = |at: usize| self.starts.partition_point(|piece| (piece.0 as usize) < at);
        let (near, beyond) = (number(start.saturating_sub(REACH)), number(end + REACH));
        // "We sat with a dad" speaks for "dad", which alone would not speak for itself.
        let mut within = [0; CLASSES];
        for &(_, class, piece) in self.starts[number(start)..].iter().take_while(|piece| (piece.0 as usize) < end) {
            within[usize::from(class)] +=
                u16::from(self.pieces[usize::from(class)][usize::from(piece)].1 as usize <= end);
        }
        let (near, beyond, all) = (&self.counts[near], &self.counts[beyond], &self.counts[self.starts.len()]);
        let mut score = 0;
        // "84 year old fell" tells a job; an age alone does not.
        let classes = if self.has_harm() { CLASSES } else { AGED };
        for (class, weight) in WEIGHTS[..classes].iter().enumerate() {
            let count = |n: u16| i32::from(n - within[class]).min(weight.most);
            score += of(weight) * (2 * count(beyond[class] - near[class]) + count(all[class]));
        }
        score.div_euclid(3)
    }

    /// The most that any place of the text could score.
    pub fn most(&self) -> i32 {
        self.surface - self.length + self.sum(|w| w.incident.max(0))
    }

    /// The most that could speak for work at any place of the text.
    pub fn most_work(&self) -> i32 {
        self.surface.max(0) + self.surface + self.sum(|w| w.work.max(0))
    }

    fn sum(&self, of: fn(&Weight) -> i32) -> i32 {
        self.pieces.iter().zip(&WEIGHTS).map(|(pieces, weight)| of(weight) * at_most(pieces.len(), weight.most)).sum()
    }
}
