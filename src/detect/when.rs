//! When an incident was: times of day, days and dates, in every wording.

use super::candidate::Candidate;
use super::checks::Verdict;
use super::one_of::one_of;
use crate::catalogue::Tag;
use crate::matching::Match;

/// How far before a time, in folded bytes, a word of timetables makes it one of theirs ("doors open at 7").
const SCHEDULE_REACH: usize = 28;
/// How far behind it ("7 to 7 shift").
const SCHEDULE_BEHIND: usize = 14;

/// Hours and days are said of much else, but rarely beside harm.
const ENOUGH_FOR_TIME: i32 = 3;

/// A time where an incident is spoken of, and neither a timetable nor the writer's own plans.
pub fn time(found: &Candidate<'_>) -> Verdict {
    if found.score() < ENOUGH_FOR_TIME || !found.scene().has_harm() {
        return Verdict::Not;
    }
    let context = found.context;
    // "Delivered a baby at 4am" is no parcel.
    let of_an_incident = |m: &Match| {
        let start = m.start as usize;
        context.beginning_in(start, start + 1).iter().any(|other| context.is_tag(other, Tag::Incident))
    };
    let planned = context.inside(found.start.saturating_sub(SCHEDULE_REACH), found.end + SCHEDULE_BEHIND).any(|m| {
        context.is_tag(m, Tag::Schedule)
            && !of_an_incident(m)
            && (m.end as usize <= found.start || m.start as usize == found.end + 1)
    });
    let own = matches!(found.word_before(), b"my" | b"our") || super::person::family_story(found);
    if planned || own {
        return Verdict::Not;
    }
    // "Two nights ago" has a number that belongs to it.
    let start = if found.lower().windows(4).any(|w| w == b" ago") { found.number_before() } else { None };
    Verdict::Covering(start.unwrap_or(found.start), found.end)
}

/// Figures that are a time only where something says so: "3.30" may be a price.
pub fn figures(found: &Candidate<'_>) -> Verdict {
    let price = found.lower().contains(&b'.') && !found.lower().ends_with(b"m");
    let led = const { one_of("at about around gone by until from before after") }.holds(found.word_before());
    let counted = matches!(found.before(1), Some(b'-' | b'.' | b'/' | b':' | b'#' | b'$' | crate::text::SYMBOL))
        || found.after(0) == Some(b'%');
    // "0415" alone is the head of a report.
    let bare = found.lower().len() == 4 && found.lower().iter().all(u8::is_ascii_digit);
    let heads = found.words_before().next().is_none() && !found.goes_on();
    if counted || price && !led || bare && !led && !heads { Verdict::Not } else { time(found) }
}

/// A day of a month, with or without its year, which is not one of birth.
pub fn date(found: &Candidate<'_>) -> Verdict {
    let birth = found.context.near(Tag::Birth, found.start, found.end, 24);
    let counted = matches!(found.before(1), Some(b'-' | b'.' | b'/'));
    if birth || counted { Verdict::Not } else { time(found) }
}

/// "On the 14th", but not "the 2nd attempt".
pub fn nth(found: &Candidate<'_>) -> Verdict {
    let mut before = found.words_before();
    let led = before.next() == Some(b"the")
        && before.next().is_some_and(|w| const { one_of("on of since till until from before after") }.holds(w));
    let ends = !found.goes_on()
        || const { one_of("of and since when but at just she he we it this") }.holds(found.word_after());
    if led && ends { time(found) } else { Verdict::Not }
}
