//! Profiles that show an employer or a profession, and what they say about whose views these are.

use super::one_of::{OneOf, one_of};
use super::{Context, Hit, account};
use crate::catalogue::{Check, Tag};
use crate::finding::{Severity, Surface};
use crate::policy::{Demands, Policy};
use crate::text::is_word;

/// Adds what a bio or a handle lacks, or shows too much of.
#[inline(never)]
pub fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    match context.options.surface {
        Surface::Handle => account::handle(context, hits),
        Surface::Bio => bio(context, hits),
        _ => {}
    }
}

/// A stretch that tells whom somebody works for or as what, in folded positions.
struct Tells {
    start: usize,
    end: usize,
    /// Only hinted at: an emoji, a joke, a word that may be a hobby.
    hint: bool,
}

fn bio(context: &Context<'_>, hits: &mut Vec<Hit>) {
    let telling = telling(context);
    let Some(first) = telling.iter().find(|t| !t.hint).or(telling.first()) else { return };
    if disclaimer(context).is_none() && official(context, &telling, hits) {
        return;
    }
    // A policy that asks for no disclaimer misses none.
    let policy = context.options.policy;
    if policy.is_some_and(|p| p.disclaimer.is_none()) {
        return;
    }
    let mut missing = || {
        let Some(rule) = context.catalogue.rule_of(Check::DisclaimerMissing) else { return };
        let severity = first.hint.then_some(Severity::Advice);
        hits.push(Hit { rule, start: first.start, end: run_end(&telling, first), severity });
    };
    let Some((start, end)) = disclaimer(context) else { return missing() };
    let joke = !context.evidence(Tag::NotDisclaimer).all(|j| end <= j.start as usize || j.end as usize <= start);
    if joke && policy.is_none() {
        // Where no set words are wanted, one that takes itself back is none at all.
        return missing();
    }
    let wanting = policy.and_then(|policy| wanting(context, &telling, policy));
    if let Some(rule) = context.catalogue.rule_of(Check::DisclaimerWording)
        && (joke || wanting.is_some())
    {
        hits.push(Hit { rule, start, end, severity: if joke { None } else { wanting } });
    }
}

/// Everything that tells of the work, in order; what was, or belongs to somebody else, does not.
fn telling(context: &Context<'_>) -> Vec<Tells> {
    let mut telling: Vec<Tells> = Vec::new();
    for m in context.matches {
        let hint = context.is_tag(m, Tag::WorkHint);
        let told = hint || context.is_tag(m, Tag::Employer) || context.is_tag(m, Tag::Profession);
        let (start, end) = (m.start as usize, m.end as usize);
        // "Paramedics" may well be those whom somebody writes about.
        let many = context.is_tag(m, Tag::Profession) && context.folded.lower[..end].ends_with(b"cs");
        let hint = hint || many;
        if told && !former(context, start, end) {
            telling.push(Tells { start, end, hint });
        }
    }
    for (start, end, _) in context.web.parts() {
        if account::service_in(context, start, end).is_some() {
            telling.push(Tells { start, end, hint: false });
        }
    }
    for policy in context.in_force() {
        for name in &policy.names {
            // "Yas" may be a cheer; whoever chose the policy writes "YAS" for the employer.
            let sure = account::is_unmistakable(context, name);
            let chosen = context.options.policy.is_some();
            let capitals = |at: &(usize, usize)| context.folded.cased[at.0..at.1].iter().all(u8::is_ascii_uppercase);
            let places = account::places_of(context, name).into_iter().filter(|at| sure || chosen && capitals(at));
            telling.extend(places.map(|(start, end)| Tells { start, end, hint: false }));
        }
        for (start, end) in policy.stations.iter().flat_map(|name| account::places_of(context, name)) {
            if STATION.holds(word_at(&context.folded.lower[end..])) {
                telling.push(Tells { start, end, hint: false });
            }
        }
    }
    if let Some((start, end)) = context.place_of('🚑') {
        telling.push(Tells { start, end, hint: true });
    }
    telling.sort_by_key(|t| (t.start, t.end));
    telling
}

/// What follows the name of a station where somebody works.
const STATION: OneOf = one_of("station crew depot mrc ambulance medic medics paramedic amb team");

/// Words in front that put the work into the past, or into a toy box.
const NOT_NOW: OneOf = one_of(
    "ex former formerly retired was were toy toys model tiny lego matchbox dinky car no not isn't aspiring \
    wannabe failed recovering thanks thank love loves loved save writes writing about future want wanna be become becoming once private st john veterinary vet dog cat doll horse",
);
/// Words behind that make it somebody else's.
const SOMEONES: OneOf = one_of(
    "wife husband married mother father brother sister child mum mam dad son daughter partner widow widower girlfriend boyfriend fan superfan forever alert supporters collector \
    collection rewatch podcast novel novels romance thriller thrillers drama author writer until turned enthusiast supporter charity appeal shop wannabe",
);

/// Whether the work was, or is somebody else's: "ex-paramedic", "paramedic's wife", "used to be a paramedic".
fn former(context: &Context<'_>, start: usize, end: usize) -> bool {
    let lower = &context.folded.lower;
    let front = words_before(lower, start);
    let near = front.iter().take(4).any(|w| NOT_NOW.holds(w) && *w != b"private" && *w != b"car")
        && !front.iter().take(2).any(|w| matches!(*w, b"now" | b"turned" | b"currently"));
    let of = front.iter().take(2).any(|w| matches!(*w, b"of" | b"to" | b"is" | b"was"));
    let possessive = |w: &&[u8]| w.strip_suffix(b"'s").is_some_and(|w| SOMEONES.holds(w));
    let kin = of && front.iter().take(4).any(|w| SOMEONES.holds(w)) || front.iter().take(3).any(possessive);
    let mut behind = &lower[end..];
    let over = [
        b" (retired".as_slice(),
        b" (ret",
        b", retired",
        b" in a past",
        b" in a former",
        b" in another",
        b" forever",
        b" alert",
        b" no more",
        b" to be",
    ];
    if over.iter().any(|w| behind.starts_with(w)) {
        return true;
    }
    behind = behind.strip_prefix(b"'s").or_else(|| behind.strip_prefix(b"s")).unwrap_or(behind);
    near || kin || SOMEONES.holds(word_at(behind))
}

/// The words of the same phrase in front, the nearest first.
fn words_before(lower: &[u8], start: usize) -> Vec<&[u8]> {
    let from = start.saturating_sub(40);
    let front = &lower[from..start];
    let phrase =
        front.iter().rposition(|&b| matches!(b, b'.' | b'|' | b'\n' | b',' | b';' | b'/' | 0x81)).map_or(0, |i| i + 1);
    let words = front[phrase..].split(|&b| !(is_word(b) || b == b'\'')).filter(|w| !w.is_empty());
    let mut words: Vec<&[u8]> = words.collect();
    words.reverse();
    words
}

/// The word that text begins with, a blank or hyphen in front of it aside.
fn word_at(text: &[u8]) -> &[u8] {
    let text = text.strip_prefix(b" ").or_else(|| text.strip_prefix(b"-")).unwrap_or(text);
    &text[..text.iter().position(|&b| !is_word(b)).unwrap_or(text.len())]
}

/// Where the run of evidence that begins with the first piece ends: "Dispatcher, East Mids Ambulance" is one stretch.
fn run_end(telling: &[Tells], first: &Tells) -> usize {
    const CLOSE: usize = 12;
    let mut end = first.end;
    for tells in telling.iter().filter(|t| t.start >= first.start) {
        if tells.start <= end + CLOSE {
            end = end.max(tells.end);
        }
    }
    end
}

/// The stretch from the first to the last words about whose views these are; words about retweets alone are none.
fn disclaimer(context: &Context<'_>) -> Option<(usize, usize)> {
    let says = |tag| matches!(tag, Some(Tag::Disclaimer | Tag::NotTheEmployers));
    let jokes: Vec<_> = context.evidence(Tag::NotDisclaimer).collect();
    let retweets = |start: u32| {
        let word = word_at(&context.folded.lower[start as usize..]);
        const { one_of("rt rts retweet retweets likes like follows follow with") }.holds(word)
    };
    let mut stretch: Option<(usize, usize)> = None;
    let pieces = context.matches.iter().filter(|m| says(context.tag(m)));
    let counted = pieces.filter(|m| !jokes.iter().any(|j| j.start < m.end && m.start < j.end && retweets(j.start)));
    for m in counted.chain(jokes.iter().copied().filter(|j| !retweets(j.start))) {
        let (start, end) = stretch.unwrap_or((m.start as usize, m.end as usize));
        stretch = Some((start.min(m.start as usize), end.max(m.end as usize)));
    }
    stretch.or_else(|| bare(&context.folded.lower))
}

/// "My views" and no more: followed by a sign or by nothing.
fn bare(lower: &[u8]) -> Option<(usize, usize)> {
    let ends = |at: usize| lower.get(at).is_none_or(|&b| !is_word(b)) && lower.get(at + 1).is_none_or(|&b| !is_word(b));
    ["my views", "my opinions", "my thoughts", "my tweets", "own views"].iter().find_map(|words| {
        let starts = lower.windows(words.len()).position(|w| w == words.as_bytes())?;
        ends(starts + words.len()).then_some((starts, starts + words.len()))
    })
}

/// Words that leave it to one person alone.
const ONLY: OneOf = one_of("only alone solely purely entirely exclusively strictly nobody else elses else's else");
/// Words that say no.
const NOT: OneOf =
    one_of("not unofficial never no isn't don't doesn't cannot can't nor aren't isnt dont doesnt arent nothing");

/// How grave it is that the words do not say all that the policy wants; `None` when they do.
fn wanting(context: &Context<'_>, telling: &[Tells], policy: &Policy<'_>) -> Option<Severity> {
    let demands = policy.demands;
    let in_its_words = says(context, policy.disclaimer.as_deref().unwrap_or_default());
    if in_its_words || demands.contains(Demands::EXACT) {
        return (!in_its_words).then_some(Severity::Caution);
    }
    let lower = &context.folded.lower;
    let own = context.evidence(Tag::Disclaimer).next().is_some();
    let denied = |t: &Tells| words_before(lower, t.start).iter().take(5).any(|w| NOT.holds(w));
    let not_theirs = context.evidence(Tag::NotTheEmployers).next().is_some() || telling.iter().any(denied);
    let (start, end) = disclaimer(context)?;
    let mut words = lower[start.saturating_sub(BESIDE)..lower.len().min(end + BESIDE)].split(|&b| !is_word(b));
    let only = words.any(|w| ONLY.holds(w));
    let met = (own || !demands.contains(Demands::OWN))
        && (not_theirs || !demands.contains(Demands::NOT_THE_EMPLOYERS))
        && (only || not_theirs && own || !demands.contains(Demands::ONLY));
    // It says most of it, in a way that a reader understands.
    (!met).then_some(Severity::Advice)
}

/// Whether the text holds the policy's words in this order, whatever signs stand between them.
fn says(context: &Context<'_>, wanted: &str) -> bool {
    let wanted: Vec<&[u8]> = wanted.as_bytes().split(|&b| !is_word(b)).filter(|w| !w.is_empty()).collect();
    let written = context.folded.lower.split(|&b| !is_word(b)).filter(|w| !w.is_empty());
    let written: Vec<&[u8]> = written.collect();
    !wanted.is_empty() && written.windows(wanted.len()).any(|w| w == wanted)
}

/// How far apart, in folded bytes, the service and the words that speak for it may stand.
const BESIDE: usize = 32;

/// Adds `disclaimer/official` where a bio speaks as the service; answers whether it does.
fn official(context: &Context<'_>, telling: &[Tells], hits: &mut Vec<Hit>) -> bool {
    let Some(rule) = context.catalogue.rule_of(Check::DisclaimerOfficial) else { return false };
    let lower = &context.folded.lower;
    let spoken = |start: usize, end: usize| {
        let near = |t: &&Tells| t.start <= end + BESIDE && start <= t.end + BESIDE;
        let apart = |t: &Tells| lower[t.end.min(end)..t.start.max(start)].iter().any(|b| matches!(b, b'.' | b'|'));
        let beside = telling.iter().filter(near).any(|t| t.start < end && start < t.end || !apart(t));
        beside && !words_before(lower, start).iter().take(4).any(|w| NOT.holds(w))
    };
    let mut cues = context.evidence(Tag::Official).map(|m| (m.start as usize, m.end as usize));
    let Some((mut start, mut end)) = cues.find(|&(start, end)| spoken(start, end)) else { return false };
    for tells in telling {
        if tells.start <= end + BESIDE / 2 && start <= tells.end + BESIDE / 2 {
            (start, end) = (start.min(tells.start), end.max(tells.end));
        }
    }
    hits.push(Hit { rule, start, end, severity: None });
    true
}
