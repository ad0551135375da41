//! The tone of a sentence, where no single word tells: scathing words and jibes weighed against warm words, beside those
//! spoken of.
//!
//! Most contempt is implied. What this finds is doubtful, so it only ever asks to think again, and only where people
//! are named and nothing firmer was found.

use super::super::Hit;
use super::super::innocent::Stretches;
use super::super::one_of::{OneOf, one_of};
use super::super::scene::{LateScene, Scene};
use super::clause::Clause;
use super::{INSULT, company, people, words_of};
use crate::catalogue::{Emits, Tag};
use crate::matching::Match;

/// What a word weighs.
const SCATHING: i32 = 4;
/// What a set phrase of mockery weighs.
const JIBE: i32 = 6;
const SOUR: i32 = 1;
const WARM: i32 = -3;
/// Being about someone weighs as much as half a scathing word.
const SOMEONE: i32 = 2;
/// A sentence counts from this weight on.
const ENOUGH_SAID: i32 = 5;
/// What speaks for something else: a patient's word on their care, a pet, a sentence about the writer.
const ELSEWISE: i32 = 3;
/// A sentence of fewer words than one more than this has no tone, unless it is a jibe.
const SHORTEST: usize = 3;
/// A post whose score for an incident is less is about a home or a day off.
const HOME: i32 = -3;
/// The words of a sentence that are weighed, at most.
const LONGEST: usize = 60;
/// The scathing words of a sentence that are weighed, at most: three outweigh whatever stands beside them.
const MOST_SCATHING: usize = 6;
/// The sentences of a text that are weighed, at most.
const MOST: usize = 16;

/// What is weighed.
struct Scales<'c> {
    clause: Clause<'c>,
    /// The first and the last word of each set phrase of mockery, in order.
    jibes: Vec<(usize, usize)>,
    /// Those of plain words, which weigh no more than a scathing word.
    quips: Vec<(usize, usize)>,
}

/// Adds what the tone of each sentence tells.
#[inline(never)]
pub fn add(clause: Clause<'_>, innocent: &Stretches, late: &LateScene, found: &mut Vec<Hit>) {
    let context = clause.context;
    let plain = context
        .companions
        .told(context.pieces(), |rule| context.catalogue.rules[usize::from(rule)].emits == Emits::Tag(Tag::Jibe));
    let phrases = context.evidence(Tag::Jibe).map(|m| words_of(clause, m));
    let scales = Scales { clause, jibes: phrases.take(MOST).collect(), quips: plain.take(MOST).collect() };
    let all = clause.context.words.all.len();
    let mut from = 0;
    for _ in 0..MOST {
        let next = |of: &[(usize, usize)]| of.iter().map(|&(first, _)| first).find(|&first| first >= from);
        let jibe = [next(&scales.jibes), next(&scales.quips)].into_iter().flatten().min();
        let Some(at) = (from..jibe.unwrap_or(all)).find(|&n| scales.holds(Tag::Scathing, n)).or(jibe) else { return };
        let first = clause.before(at, LONGEST).last().unwrap_or(at);
        let last = clause.after(at, LONGEST).last().unwrap_or(at);
        from = last + 1;
        let long = last - first >= SHORTEST || jibe.is_some_and(|jibe| jibe <= last);
        if long && scales.weight(first, last, innocent) + SOMEONE >= ENOUGH_SAID {
            let addressed = (first..=last).any(|n| scales.is_hurled(n));
            company::note(clause, addressed.then_some(INSULT), (first, last), found);
            note(clause, late, (first, last), found);
        }
    }
}

impl Scales<'_> {
    fn holds(&self, tag: Tag, number: usize) -> bool {
        let context = self.clause.context;
        context.listings.holds_word(tag, context.words.all[number].hash)
    }

    /// Whether a scathing word is what the writer calls whoever is spoken to: "you wretch", "you soggy wretch".
    fn is_hurled(&self, number: usize) -> bool {
        const ASKED: OneOf = one_of("do did if when are were can would have had that what how");
        let clause = self.clause;
        let you = clause.before(number, 2).find(|&n| matches!(clause.word(n), b"you" | b"ya" | b"ye" | b"yer"));
        let called = |n: usize| !(n > 0 && clause.adjoins(n) && clause.is(n - 1, &ASKED));
        self.holds(Tag::Scathing, number) && you.is_some_and(called)
    }

    /// What the words `first..=last` weigh; nothing where none of them is meant.
    #[inline(never)]
    fn weight(&self, first: usize, last: usize, innocent: &Stretches) -> i32 {
        let clause = self.clause;
        let context = clause.context;
        let (mut meant, mut weight) = (false, 0);
        for (set, heavy) in [(&self.jibes, JIBE), (&self.quips, SCATHING)] {
            for &(from, to) in set.iter().filter(|&&(from, _)| (first..=last).contains(&from)) {
                if self.is_meant((from, to), innocent) {
                    weight += heavy;
                    meant = true;
                }
            }
        }
        let mut asked = 0;
        for n in first..=last {
            if self.holds(Tag::Scathing, n) {
                asked += 1;
                if asked <= MOST_SCATHING && self.is_meant((n, n), innocent) {
                    weight += SCATHING;
                    meant = true;
                }
            } else if self.holds(Tag::Sour, n) {
                weight += SOUR;
            } else if self.holds(Tag::Warm, n) {
                weight += WARM;
            }
        }
        let pet = context.near(Tag::Pet, clause.place(first).0, clause.place(last).1, 0);
        let thing = clause.opens_with_machine(first) || clause.follows_machine(first);
        // "I've met brighter lamp posts" is about the lamp post.
        let opens_with_jibe = self.jibes.iter().any(|&(from, _)| from == first || from == first + 1);
        let of_writer = clause.is_about_writer(first) && !opens_with_jibe || clause.speaks_as(first);
        let in_jibe = |m: &Match| {
            let (from, to) = words_of(clause, m);
            self.jibes.iter().any(|jibe| jibe.0 <= from && to <= jibe.1)
        };
        let feedback = context.evidence(Tag::Feedback).any(|m| !in_jibe(m));
        let elsewise = [feedback, pet || thing, of_writer];
        weight -= elsewise.iter().map(|&is| if is { ELSEWISE } else { 0 }).sum::<i32>();
        if meant { weight } else { 0 }
    }

    fn is_meant(&self, (first, last): (usize, usize), innocent: &Stretches) -> bool {
        let clause = self.clause;
        let words = &clause.context.words.all;
        !innocent.cover_place(words[first].start, words[last].end)
            && !clause.reported(first, last)
            && !clause.own(first, last)
            && !clause.denied_of(first)
    }
}

/// Notes a scathing sentence for those whom it is about.
#[inline(never)]
fn note(clause: Clause<'_>, late: &LateScene, (first, last): (usize, usize), found: &mut Vec<Hit>) {
    let work = if at_home(clause, late, first, last) { [None; 3] } else { company::at_work(clause, late, first, last) };
    let group = company::around(clause, first, last).find_map(|n| clause.group_topic(n));
    // The sentence itself may speak of two.
    let second = (first..=last).filter_map(|n| clause.group_topic(n)).find(|&kind| Some(kind) != group);
    company::note(clause, work.into_iter().flatten().chain(group).chain(second), (first, last), found);
}

/// Whether nobody at work is named and the sentence stands in a post about something else: a sofa and a nan speak of
/// patients, but of the writer's own home too.
fn at_home(clause: Clause<'_>, late: &LateScene, first: usize, last: usize) -> bool {
    let named = (first..=last).any(|n| clause.group(n).is_some_and(people::is_work));
    let (start, end) = (clause.place(first).0, clause.place(last).1);
    !named && late.get_or_init(|| Scene::new(clause.context)).around(start, end) < HOME
}
