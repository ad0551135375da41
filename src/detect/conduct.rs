//! Conduct: what is common by itself and tells something in company.
//!
//! Nearly every word of these posts stands in ordinary ones too: "live", "the judge", "message me". So a rule is woken by
//! what is rarest in it, and asks about the rest in the few lines around that: for other words, for work or a job being
//! spoken of, and for nothing that it should be left alone for.

use super::one_of::{OneOf, one_of};
use super::scene::{LateScene, Scene};
use super::{Context, Hit};
use crate::blob::Reader;
use crate::catalogue::{Check, Emits, Tag};
use crate::finding::Surface;
use crate::matching::{Listing, Match, Run, sort_as_numbers};
use crate::text::{Word, hash_word, is_word, sentence};

/// What the rules of the check `beside` ask about.
#[derive(Debug)]
pub struct Companions {
    rules: Vec<Asks>,
    /// The fingerprint of each run of words that wakes a rule, with the number of the rule here, in order.
    wake: Vec<u32>,
    /// A bit for each of them: nearly every word of a text is passed by at this.
    may_wake: Vec<u64>,
}

/// Bits of [`Companions::may_wake`].
const WAKE: usize = 1 << 16;
/// How many bits of [`Companions::wake`] are the number of the rule.
const RULE_BITS: u32 = 32 - Run::BITS;

/// What one rule asks about.
#[derive(Debug)]
struct Asks {
    rule: u16,
    /// How many words of the working day must stand near it.
    work: usize,
    /// One of these must stand near it, if there are any, and one of the others.
    beside: Rough,
    also: Rough,
    /// None of these may.
    unless: Rough,
}

/// A list that is asked about beside other evidence, so that part of each fingerprint will do.
#[derive(Debug)]
struct Rough {
    /// How many bits are left off.
    less: u32,
    list: Listing,
}

impl Rough {
    fn read(reader: &mut Reader<'_>) -> Self {
        Self { less: Run::BITS - reader.number() as u32, list: Listing::read(reader) }
    }

    fn has(&self, fingerprint: u32) -> bool {
        self.list.has(fingerprint >> self.less)
    }
}

impl Companions {
    /// Reads them as `compile::tables` wrote them.
    pub fn read(reader: &mut Reader<'_>) -> Self {
        let mut wake = Vec::new();
        let rules = reader.list(|r| {
            let (rule, work, when) = (r.number() as u16, r.number(), Listing::read(r));
            (Asks { rule, work, beside: Rough::read(r), also: Rough::read(r), unless: Rough::read(r) }, when)
        });
        let mut may_wake = vec![0u64; WAKE / 64];
        for (number, (_, when)) in rules.iter().enumerate() {
            for fingerprint in when.fingerprints() {
                wake.push(fingerprint << RULE_BITS | number as u32);
                may_wake[fingerprint as usize % WAKE / 64] |= 1 << (fingerprint % 64);
            }
        }
        sort_as_numbers(&mut wake, |&n| u64::from(n), |n| n as u32);
        Self { rules: rules.into_iter().map(|(asks, _)| asks).collect(), wake, may_wake }
    }

    /// The rules that a run of words wakes.
    fn woken(&self, fingerprint: u32) -> impl Iterator<Item = &Asks> {
        let may = self.may_wake[fingerprint as usize % WAKE / 64] >> (fingerprint % 64) & 1 == 1;
        let first = if may { self.wake.partition_point(|n| n >> RULE_BITS < fingerprint) } else { self.wake.len() };
        let same = self.wake[first..].iter().take_while(move |&&n| n >> RULE_BITS == fingerprint);
        same.map(|&n| &self.rules[(n & ((1 << RULE_BITS) - 1)) as usize])
    }
}

/// How far to either side, in folded bytes, what belongs to a word stands at most.
const REACH: usize = 160;
/// A run of words that is asked about has so many at most.
const LONGEST_RUN: usize = 3;
/// A text that speaks as a patient or visitor does has so many words of theirs.
const FEEDBACK: usize = 2;

/// Adds the findings, one of each kind: a second one would tell nobody more.
#[inline(never)]
pub fn detect(context: &Context<'_>, late: &LateScene, hits: &mut Vec<Hit>) {
    if matches!(context.options.surface, Surface::Bio | Surface::Handle) {
        return;
    }
    let words = &context.words.all;
    let by_patient = context.evidence(Tag::Feedback).nth(FEEDBACK - 1).is_some();
    let passed_on = passed_on(context);
    let mut found: Vec<Emits> = Vec::new();
    for first in 0..words.len() {
        let mut run = Run::default();
        for (last, word) in words.iter().enumerate().skip(first).take(LONGEST_RUN) {
            run = run.and(word.hash);
            for asks in context.companions.woken(run.fingerprint()) {
                let text = Told { context, by_patient, passed_on };
                woken(&text, (first, last), asks, &mut found, hits);
            }
        }
    }
    narrative(context, late, hits);
}

/// A text, and what it speaks of.
struct Told<'t> {
    context: &'t Context<'t>,
    /// It speaks of care as a patient or a visitor does.
    by_patient: bool,
    /// It passes on what the service itself has published.
    passed_on: bool,
}

/// Kinds that are no matter where an official account or a campaign is passed on.
const WELCOME: [&str; 2] = ["conduct/internal", "conduct/promotion"];

/// Whether an account or a tag stands in the text that a policy in force welcomes.
fn passed_on(context: &Context<'_>) -> bool {
    let welcome = || context.in_force().iter().flat_map(|policy| &policy.welcome);
    let mut parts = context.web.parts();
    parts.any(|(start, end, _)| welcome().any(|tag| tag.as_bytes() == &context.folded.lower[start..end]))
}

/// Asks a rule that the words `first..=last` have woken.
#[inline(never)]
fn woken(text: &Told<'_>, (first, last): (usize, usize), asks: &Asks, found: &mut Vec<Emits>, hits: &mut Vec<Hit>) {
    let Told { context, .. } = *text;
    let emits = context.catalogue.rules[usize::from(asks.rule)].emits;
    let welcome = text.passed_on && WELCOME.contains(&context.kind_of(asks.rule));
    if welcome || found.contains(&emits) {
        return;
    }
    if let Some((start, end)) = stretch(text, (first, last), asks) {
        found.push(emits);
        hits.push(Hit { rule: asks.rule, start, end, severity: None });
    }
}

/// From the words that woke a rule to what stands beside them, when all that it asks for is there.
fn stretch(text: &Told<'_>, (first, last): (usize, usize), asks: &Asks) -> Option<(usize, usize)> {
    let &Told { context, by_patient, .. } = text;
    let words = &context.words.all;
    let (start, end) = (words[first].start as usize, words[last].end as usize);
    // The cheapest question comes first.
    let at_work = asks.work == 0 || !by_patient && working(context, start, end) >= asks.work;
    if !at_work || elsewhere(context, start, end) {
        return None;
    }
    let in_reach = |w: &Word| w.end as usize + REACH >= start && w.start as usize <= end + REACH;
    let from = words[..first].iter().rposition(|w| !in_reach(w)).map_or(0, |i| i + 1);
    let to = words[last..].iter().position(|w| !in_reach(w)).map_or(words.len(), |i| last + i);
    let mut covers = [None, None];
    for i in from..to {
        let mut run = Run::default();
        for j in i..to.min(i + LONGEST_RUN) {
            run = run.and(words[j].hash);
            let forms = if i == j { forms(context, &words[i]) } else { [run.fingerprint(); FORMS] };
            let held = |listing: &Rough| forms.iter().any(|&f| listing.has(f));
            if held(&asks.unless) {
                return None;
            }
            let apart = |(a, b): (usize, usize)| first.saturating_sub(b) + a.saturating_sub(last);
            let outside = j < first || last < i;
            // "Closed group" wakes a rule that asks for a group, and for its being closed.
            for (cover, (listing, may)) in covers.iter_mut().zip([(&asks.beside, outside), (&asks.also, true)]) {
                if may && held(listing) && cover.is_none_or(|other| apart((i, j)) < apart(other)) {
                    *cover = Some((i, j));
                }
            }
        }
    }
    let mut whole = (first, last);
    for (cover, listing) in covers.iter().zip([&asks.beside, &asks.also]) {
        if !listing.list.is_empty() {
            let (i, j) = (*cover)?;
            whole = (whole.0.min(i), whole.1.max(j));
        }
    }
    Some((words[whole.0].start as usize, words[whole.1].end as usize))
}

/// Whether a lesson, a story or a notice is spoken of near `start..end`.
fn elsewhere(context: &Context<'_>, start: usize, end: usize) -> bool {
    let apart = |m: &&Match| m.end as usize <= start || end <= m.start as usize;
    context
        .within(start, end, REACH)
        .filter(apart)
        .any(|m| matches!(context.tag(m), Some(Tag::Elsewhere | Tag::Public)))
}

/// How many words of a crew's working day stand in reach.
fn working(context: &Context<'_>, start: usize, end: usize) -> usize {
    let (mut count, mut last) = (0usize, 0);
    for m in context.within(start, end, REACH) {
        let Some(tag) = context.tag(m) else { continue };
        if matches!(tag, Tag::Duty | Tag::Employer | Tag::Profession | Tag::Incident) && m.start >= last {
            count += 1;
            last = m.end;
        }
    }
    count
}

/// How many forms of a word are asked about.
const FORMS: usize = 4;

/// The fingerprints of a word and of what it may be a form of: "shared", "sharing" and "shares" are forms of "share",
/// "nabbed" of "nab".
fn forms(context: &Context<'_>, word: &Word) -> [u32; FORMS] {
    let itself = Run::default().and(word.hash).fingerprint();
    let mut forms = [itself; FORMS];
    let letters = &context.folded.lower[word.start as usize..word.end as usize];
    let of = |stem: &[u8]| Run::default().and(hash_word(stem)).fingerprint();
    if let Some(stem) = letters.strip_suffix(b"ing").or_else(|| letters.strip_suffix(b"ed")) {
        let with_e = [stem, b"e"].concat();
        let doubled = matches!(stem, [.., a, b] if a == b);
        let single = stem.len() - usize::from(doubled);
        forms = [itself, of(stem), of(&with_e), of(&stem[..single])];
    } else if let Some(stem) = letters.strip_suffix(b"s") {
        forms[1] = of(stem.strip_suffix(b"'").unwrap_or(stem));
    }
    forms
}

/// From how much on a job is told, not only spoken of.
const TOLD: i32 = 6;

/// Kinds that are found only where somebody else's story is told.
const DETAILS: [&str; 5] =
    ["identifier/location", "identifier/time", "identifier/age", "identifier/gender", "identifier/condition"];

/// Adds `conduct/incident` to the sentence in which a job is told.
#[inline(never)]
fn narrative(context: &Context<'_>, late: &LateScene, hits: &mut Vec<Hit>) {
    let Some(rule) = context.catalogue.rule_of(Check::Narrative) else { return };
    if !crew_speaks(context) {
        return;
    }
    let told = |start: usize, end: usize| late.get_or_init(|| Scene::new(context)).around(start, end) >= TOLD;
    let mut evidence = context.evidence(Tag::Incident).map(|m| (m.start as usize, m.end as usize));
    let mut details =
        hits.iter().filter(|hit| DETAILS.contains(&context.kind_of(hit.rule))).map(|hit| (hit.start, hit.end));
    let Some((start, end)) = evidence.find(|&(start, end)| told(start, end)).or_else(|| details.next()) else { return };
    if context.near(Tag::Feedback, start, end, REACH) || context.near(Tag::Own, start, end, REACH) {
        return;
    }
    let lower = &context.folded.lower;
    let (mut from, to) = sentence(lower, start, end, REACH);
    while from < start && !is_word(lower[from]) {
        from += 1;
    }
    // A number, a name or an address in it says more than that a job is told.
    let told_already = |hit: &Hit| {
        let kind = context.kind_of(hit.rule);
        kind.starts_with("identifier/") && !DETAILS.contains(&kind) && hit.start < to && from < hit.end
    };
    if !hits.iter().any(told_already) {
        hits.push(Hit { rule, start: from, end: to, severity: None });
    }
}

/// Whether the writer was there as one of the crew.
fn crew_speaks(context: &Context<'_>) -> bool {
    const CREW: OneOf = one_of("we we'd we've our us crewmate pt");
    let word = |w: &Word| CREW.holds(&context.folded.lower[w.start as usize..w.end as usize]);
    context.evidence(Tag::We).next().is_some() || context.words.all.iter().any(word)
}
