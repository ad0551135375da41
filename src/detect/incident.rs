//! The gate: ages, times and places mean a patient only where an incident is spoken of.
//!
//! Of a thousand ordinary posts two hundred name someone, and nearly as many a time or a place. What tells a job from a
//! day out is how staff speak of it, nearby; and what tells it from a family's story is "my mum".

use super::Context;
use super::checks::Verdict;
use super::identifier::Candidate;
use crate::catalogue::Tag;
use crate::text::{is_word, sentence};

/// How far away, in folded bytes, a word of an incident opens the gate.
const REACH: usize = 160;
/// A sentence longer than this is not looked through.
const LONGEST_SENTENCE: usize = 240;

/// Whether an incident is spoken of around `start..end`.
pub fn gate(context: &Context<'_>, start: usize, end: usize) -> bool {
    context.within(start, end, REACH).any(|m| {
        // The evidence must be something else than what it is asked about.
        let apart = m.end as usize <= start || end <= m.start as usize;
        apart && context.is_tag(m, Tag::Incident)
    })
}

/// Whether the sentence around `start..end` is about the writer or the writer's family.
fn own(found: &Candidate<'_>) -> bool {
    let (from, to) = sentence(&found.context.folded.lower, found.start, found.end, LONGEST_SENTENCE);
    found.context.inside(from, to).any(|m| found.context.is_tag(m, Tag::Own))
}

/// Counts in an incident that is not one's own.
pub fn in_incident(found: &Candidate<'_>) -> Verdict {
    let theirs = !own(found) && !matches!(found.word_before(), b"my" | b"our");
    if theirs && gate(found.context, found.start, found.end) { Verdict::Found } else { Verdict::Not }
}

/// Words between a person and a condition, or in front of one: "someone with …", "a patient who has …".
const SOMEONE: &[&[u8]] = &[
    b"someone",
    b"somebody",
    b"patient",
    b"patient's",
    b"pt",
    b"lady",
    b"man",
    b"woman",
    b"kid",
    b"child",
    b"they",
    b"she",
    b"he",
    b"case",
];
/// Words that make a condition a cause or a lesson.
const CAUSES: &[&[u8]] = &[
    b"awareness",
    b"charity",
    b"fundraising",
    b"fundraiser",
    b"research",
    b"donate",
    b"donation",
    b"marathon",
    b"cpd",
    b"week",
    b"lecture",
    b"webinar",
    b"podcast",
    b"course",
    b"teaching",
    b"revision",
    b"article",
    b"study",
    b"running",
    b"raising",
    b"society",
    b"association",
    b"trust",
    b"support",
    b"module",
    b"exam",
    b"day",
];

/// A condition of someone who is spoken of, not of the writer and not a cause.
pub fn of_a_patient(found: &Candidate<'_>) -> Verdict {
    let text = &found.context.folded.lower;
    let (from, to) = sentence(text, found.start, found.end, LONGEST_SENTENCE);
    let words = |list: &[&[u8]]| text[from..to].split(|&b| !is_word(b) && b != b'\'').any(|w| list.contains(&w));
    if words(CAUSES)
        || own(found)
        || words(&[b"i", b"i'm", b"my"])
            && !words(&[b"patient", b"patient's", b"pt"])
            && !words(&[b"someone", b"somebody"])
    {
        return Verdict::Not;
    }
    let crisis = found.word_after() == b"crisis" || found.lower().ends_with(b"crisis");
    if words(SOMEONE) || crisis || gate(found.context, found.start, found.end) { Verdict::Found } else { Verdict::Not }
}

/// How far away a word for showing speaks for a record.
const SHOWING_REACH: usize = 40;
/// Words that make a record a lesson or a piece of kit.
const LESSONS: &[&[u8]] = &[
    b"course",
    b"training",
    b"teaching",
    b"workshop",
    b"book",
    b"webinar",
    b"quiz",
    b"class",
    b"lesson",
    b"cpd",
    b"study",
    b"installed",
    b"upgrade",
    b"software",
    b"museum",
    b"machine",
    b"machines",
    b"lecture",
    b"anonymised",
    b"simulated",
    b"practice",
    b"sim",
    b"exam",
];

/// A record beside a word for showing, and no lesson.
pub fn shown(found: &Candidate<'_>) -> Verdict {
    let text = &found.context.folded.lower;
    let (from, to) = sentence(text, found.start, found.end, LONGEST_SENTENCE);
    let lesson = text[from..to].split(|&b| !is_word(b)).any(|w| LESSONS.contains(&w));
    let shown = found.context.near(Tag::Showing, found.start, found.end, SHOWING_REACH);
    if shown && !lesson { Verdict::Found } else { Verdict::Not }
}

/// What is said in the same breath as a picture of an incident.
const HARM: &[&[u8]] = &[
    b"hurt",
    b"injured",
    b"survived",
    b"alive",
    b"dead",
    b"lucky",
    b"blood",
    b"crash",
    b"patient",
    b"pt",
    b"casualty",
    b"rtc",
    b"wreck",
    b"gash",
    b"wound",
    b"injury",
];

/// A picture of an incident: harm is spoken of, or an incident is.
pub fn picture(found: &Candidate<'_>) -> Verdict {
    let text = &found.context.folded.lower;
    let end = text.len().min(found.end + SHOWING_REACH * 2);
    let harm = text[found.start..end].split(|&b| !is_word(b)).any(|w| HARM.contains(&w));
    if (harm || gate(found.context, found.start, found.end)) && !own(found) { Verdict::Found } else { Verdict::Not }
}

/// Capitalised words behind "in" and "at" that are no places.
const NO_PLACES: &[&[u8]] = &[
    b"monday",
    b"tuesday",
    b"wednesday",
    b"thursday",
    b"friday",
    b"saturday",
    b"sunday",
    b"january",
    b"february",
    b"march",
    b"april",
    b"may",
    b"june",
    b"july",
    b"august",
    b"september",
    b"october",
    b"november",
    b"december",
    b"christmas",
    b"easter",
    b"boxing",
    b"facebook",
    b"twitter",
    b"instagram",
    b"tiktok",
    b"bbc",
    b"itv",
    b"netflix",
    b"god",
    b"english",
    b"welsh",
    b"french",
    b"covid",
    b"nhs",
    b"hems",
    b"ambulance",
    b"police",
    b"fire",
    b"hospital",
    b"resus",
    b"the",
    b"day",
    b"new year",
    b"ed",
    b"accident",
    b"control",
    b"hart",
    b"ccp",
    b"icu",
    b"itu",
    b"ccu",
    b"maternity",
    b"majors",
    b"minors",
    b"mum",
    b"dad",
    b"nan",
];

/// A place by its name, with the capitalised words that follow it: "the Range in Corby".
pub fn location(found: &Candidate<'_>) -> Verdict {
    let cased = &found.context.folded.cased;
    let lower = &found.context.folded.lower;
    let name = found.start + found.lower().iter().rposition(|&b| b == b' ').map_or(0, |i| i + 1);
    let acronym = found.end - name <= 4 && !cased[name..found.end].iter().any(u8::is_ascii_lowercase);
    if !cased[name].is_ascii_uppercase() || acronym || NO_PLACES.contains(&&lower[name..found.end]) {
        return Verdict::Not;
    }
    if !gate(found.context, name, found.end) || !capitals_tell(found.context) || own(found) || is_person(found, name) {
        return Verdict::Not;
    }
    let end = names_on(cased, found.end);
    let article = if lower[..name].ends_with(b" the ") { b"the ".len() } else { 0 };
    Verdict::Covering(name - article, end)
}

/// Whether a capital tells a name: not in a text mostly in capitals, and not in a headline.
pub fn capitals_tell(context: &Context<'_>) -> bool {
    *context.capitals_tell.get_or_init(|| {
        let cased = &context.folded.cased;
        let upper = cased.iter().filter(|b| b.is_ascii_uppercase()).count();
        let lower = cased.iter().filter(|b| b.is_ascii_lowercase()).count();
        let words = cased.split(|&b| !is_word(b) && b != b'\'').filter(|w| w.len() > 3 && w[0].is_ascii_alphabetic());
        let (all, capitals) = words.fold((0, 0), |(n, c), w| (n + 1, c + usize::from(w[0].is_ascii_uppercase())));
        upper <= lower && (all < 6 || capitals * 10 < all * 7)
    })
}

/// "to Graham" is a person unless a place goes on from it.
fn is_person(found: &Candidate<'_>, name: usize) -> bool {
    found.context.inside(name, found.end).any(|m| found.context.is_tag(m, Tag::FirstName))
}

/// Where a run of capitalised words goes on to, over "in", "on" and "of".
fn names_on(cased: &[u8], mut end: usize) -> usize {
    loop {
        let mut next = end;
        for small in [b" in ".as_slice(), b" on ", b" of ", b" upon ", b" the ", b" and ", b" "] {
            if cased[end..].starts_with(small) {
                next = end + small.len();
                break;
            }
        }
        if next == end || !cased.get(next).is_some_and(u8::is_ascii_uppercase) {
            return end;
        }
        let length = cased[next..].iter().take_while(|&&b| is_word(b) || b == b'\'' || b == b'-').count();
        if length < 2 {
            return end;
        }
        end = next + length;
    }
}
