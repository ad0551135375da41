//! Derogatory language: who is spoken of, what is said of them, and how it is meant.
//!
//! A word list does worse than chance: posts that condemn abuse hold more bad words than abuse does. So a word of
//! contempt is only where the search begins. [`predicate`] and [`harm`] ask who it is about, [`people`] knows whom words name,
//! [`polarity`] whether the writer means it, and [`company`] who else is belittled by it. [`tone`] weighs what is only
//! implied.

mod clause;
mod company;
mod harm;
mod machine;
mod people;
mod polarity;
mod predicate;
mod tone;

use super::one_of::{OneOf, one_of};
use super::scene::LateScene;
use super::{Context, Hit, innocent};
use crate::catalogue::{Category, Emits, Tag};
use crate::finding::Severity;
use crate::matching::Match;
use crate::text::WebPart;
use clause::Clause;
use people::{Named, Person};
pub use polarity::Sign;

const THREAT: &str = "derogatory/threat";
const INSULT: &str = "derogatory/insult";
const VULGAR: &str = "derogatory/vulgar";
const SEX: &str = "derogatory/sex";
const AGE: &str = "derogatory/age";

/// How many bad words of a text are asked about, at most; the rest are found as they stand.
const MOST: usize = 64;
/// How far away, in folded bytes, a pet may be named that a word is about.
const PET: usize = 80;

/// Adds the derogatory findings.
#[inline(never)]
pub fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    let innocent = innocent::Stretches::new(context);
    let clause = Clause { context };
    let late = LateScene::new();
    let mut found = Vec::new();
    let of_it =
        |m: &&Match| matches!(context.category(m), Category::Derogatory | Category::Evidence) && !innocent.cover(m);
    let mut asked = 0;
    for m in context.matches.iter().filter(of_it) {
        let by_itself = context.category(m) == Category::Derogatory;
        match context.emits(m) {
            // In a heap of bad words nobody is quoted.
            Emits::Kind(_) if by_itself && asked >= MOST => found.push(Hit::of(m)),
            Emits::Kind(_) if by_itself => found.extend(listed(clause, m)),
            Emits::Tag(tag) if asked < MOST => found.extend(aimed(clause, m, tag)),
            _ => {}
        }
        asked += usize::from(by_itself);
    }
    found.extend(hashtags(context));
    company::add(clause, &late, &mut found);
    tone::add(clause, &innocent, &late, &mut found);
    hits.extend(found);
}

/// A match of words that are derogatory by themselves, unless they are reported or the writer's own.
#[inline(never)]
fn listed(clause: Clause<'_>, m: &Match) -> Option<Hit> {
    let kind = clause.context.kind_of(m.rule);
    if kind == VULGAR {
        return Some(Hit::of(m));
    }
    let (first, last) = words_of(clause, m);
    if clause.reported(first, last) {
        return None;
    }
    // A slur stays one in "I'm no …"; what is no slur does not.
    let denied = (kind == INSULT || people::is_work(kind)) && clause.denied_of(first);
    let own = kind != THREAT && !people::is_work(kind) && clause.own(first, last);
    if denied || own {
        return sworn_at(clause, m);
    }
    if matches!(kind, INSULT | SEX) && clause.of_machine(first, last) {
        return sworn_at(clause, m);
    }
    // "The bitch won best in show", "the old codger is my greyhound"
    let pet = kind == SEX && people::is_mild(clause.context, m.rule) || matches!(kind, INSULT | AGE);
    let pet = pet && clause.context.near(Tag::Pet, m.start as usize, m.end as usize, PET);
    (!pet).then(|| Hit::of(m))
}

/// An insult to oneself or to a thing is still swearing, where it is strong; what else it may be is nothing then.
fn sworn_at(clause: Clause<'_>, m: &Match) -> Option<Hit> {
    let strong = clause.context.kind_of(m.rule) == INSULT && !people::is_mild(clause.context, m.rule);
    let rule = swearing(clause.context).filter(|_| strong)?;
    Some(Hit { rule, severity: Some(Severity::Advice), ..Hit::of(m) })
}

/// Hashtags whose words are run together around one that no other word holds.
fn hashtags(context: &Context<'_>) -> impl Iterator<Item = Hit> {
    const STRONG: &[u8] = b"fuck";
    let tags = context.web.parts().filter(|&(_, _, part)| part == WebPart::Hashtag);
    let swears = |start, end| context.folded.lower[start..end].windows(STRONG.len()).any(|w| w == STRONG);
    tags.filter(move |&(start, end, _)| swears(start, end))
        .filter_map(|(start, end, _)| Some(Hit { rule: swearing(context)?, start, end, severity: None }))
}

/// Whether what stands at `start..end` is the writer's own, and of others.
pub fn is_meant(context: &Context<'_>, start: usize, end: usize) -> bool {
    let clause = Clause { context };
    let first = clause.number_at(start);
    let last = clause.number_at(end).saturating_sub(1).max(first);
    !clause.reported(first, last) && !clause.own(first, last)
}

/// Whether word `number` speaks of those whom a kind is about.
pub fn speaks_of(context: &Context<'_>, number: usize, kind: &str) -> bool {
    Clause { context }.speaks_of(number, kind) > 0
}

/// Whether word `number` speaks for something else than contempt: care and praise, what the writer is or whom they call
/// their own, and those who condemn.
pub fn is_warm(context: &Context<'_>, number: usize) -> bool {
    const OWN: OneOf = one_of("my our");
    const KIN: OneOf = one_of(
        "wife husband son daughter mum dad nan gran grandad brother sister partner baby bump kids adhd autism anxiety \
        depression pregnancy faith church mosque",
    );
    const I_AM: OneOf = one_of("im i'm");
    const CONDEMNING: OneOf = one_of(
        "racist racism sexist sexism homophobic homophobia transphobic transphobia ableist ageist misogyny abuse helpline \
        congratulations congrats birthday halloween recipe roast dinner lambs kittens puppies policy",
    );
    let clause = Clause { context };
    context.listings.holds_word(Tag::Warm, context.words.all[number].hash)
        || clause.is(number, &CONDEMNING)
        || number > 0
            && (clause.is(number, &KIN) && clause.is(number - 1, &OWN)
                || clause.is(number - 1, &I_AM) && clause.group_topic(number).is_some())
}

/// The rule for swearing that hurts no one.
fn swearing(context: &Context<'_>) -> Option<u16> {
    let rules = 0..context.catalogue.rules.len() as u16;
    rules
        .into_iter()
        .find(|&rule| context.kind_of(rule) == VULGAR && context.catalogue.rules[usize::from(rule)].severity.is_none())
}

/// The numbers of the words that a match covers.
fn words_of(clause: Clause<'_>, m: &Match) -> (usize, usize) {
    let first = clause.number_at(m.start as usize);
    (first, clause.number_at(m.end as usize).saturating_sub(1).max(first))
}

/// A match of words that are derogatory where they are about someone.
#[inline(never)]
fn aimed(clause: Clause<'_>, m: &Match, tag: Tag) -> Option<Hit> {
    let (first, last) = words_of(clause, m);
    let named = match tag {
        Tag::Scorn | Tag::Slight => clause.derided(first, last, tag),
        Tag::Loathing => clause.loathed(first, last),
        Tag::Repelling => clause.repelling(first),
        Tag::Harming => clause.threatened(first, last),
        Tag::Doom => clause.doomed(first),
        _ => None,
    }?;
    let kind = match (tag, named.person) {
        (Tag::Harming | Tag::Doom, _) => THREAT,
        (_, Person::Kind(kind)) => kind,
        _ => INSULT,
    };
    let (from, to) = (first.min(named.first), last.max(named.last));
    let own = matches!(tag, Tag::Scorn | Tag::Slight) && clause.own(from, to)
        || kind == INSULT && clause.of_machine(from, to);
    if own || clause.reported(from, to) {
        return None;
    }
    let rule = people::rule_of(clause.context, kind)?;
    let (start, end) = stretch(clause, m, named);
    Some(Hit { rule, start, end, severity: None })
}

/// What an officer would underline: from whom it is about to what is said, where they stand close together.
fn stretch(clause: Clause<'_>, m: &Match, named: Named) -> (usize, usize) {
    const CLOSE: usize = 80;
    let (start, end) = (m.start as usize, m.end as usize);
    let whole = (start.min(clause.place(named.first).0), end.max(clause.place(named.last).1));
    if whole.1 - whole.0 <= CLOSE { whole } else { (start, end) }
}
