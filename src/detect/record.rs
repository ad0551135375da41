//! Records and pictures from work that are shown.

use super::candidate::Candidate;
use super::checks::Verdict;
use super::one_of::{OneOf, one_of};
use super::person;
use crate::catalogue::Tag;

/// How far away, in folded bytes, a word for showing speaks for a record.
const SHOWING_REACH: usize = 56;

/// Words that make a record a lesson or a piece of kit.
const LESSONS: OneOf = one_of(
    "course training teaching workshop book webinar quiz class lesson cpd study installed upgrade software \
    museum lecture anonymised simulated practice sim simulator exam interpretation revision fake textbook \
    training tutorial slides",
);

fn lesson(found: &Candidate<'_>) -> bool {
    found.words_before().chain(found.words_after()).any(|w| LESSONS.holds(w))
}

/// A record beside a word for showing, and no lesson.
pub fn shown(found: &Candidate<'_>) -> Verdict {
    let shown = found.context.near(Tag::Showing, found.start, found.end, SHOWING_REACH) || pointed_at(found);
    let mine = matches!(found.word_before(), b"my" | b"your");
    if shown && !mine && !lesson(found) && found.score() > -6 { Verdict::Found } else { Verdict::Not }
}

/// Whether a camera or a finger stands beside the text: "the trace 👇".
fn pointed_at(found: &Candidate<'_>) -> bool {
    let context = found.context;
    *context.points.get_or_init(|| context.text.contains(['📸', '📷', '🎥', '📹', '🎞', '👇', '⬇']))
}

/// What may be a record, beside a word for showing, where an incident is spoken of.
pub fn shown_in_incident(found: &Candidate<'_>) -> Verdict {
    if found.score() >= 3 { shown(found) } else { Verdict::Not }
}

/// A record that is as good as shown by being spoken of so: footage, recordings.
pub fn footage(found: &Candidate<'_>) -> Verdict {
    let mine = found.lower().starts_with(b"my ") || matches!(found.word_before(), b"my" | b"your");
    let shown = found.context.near(Tag::Showing, found.start, found.end, SHOWING_REACH);
    let least = if mine {
        4
    } else if shown {
        0
    } else {
        5
    };
    if !lesson(found) && found.score() >= least { Verdict::Found } else { Verdict::Not }
}

/// A picture of a patient, a scene or a home; of an everyday thing only where an incident is spoken of.
pub fn picture(found: &Candidate<'_>) -> Verdict {
    if lesson(found) || person::own(found) {
        return Verdict::Not;
    }
    let grave = [
        b"patient".as_slice(),
        b"wreck",
        b"crash",
        b"scene",
        b"rtc",
        b"casualty",
        b"wound",
        b"gash",
        b"injur",
        b" pt",
        b"mdt",
        b"cad",
        b"eoc",
        b"screen",
        b"stack",
        b"monitor",
    ];
    let least = if grave.iter().any(|w| found.lower().windows(w.len()).any(|s| s == *w)) { -2 } else { 4 };
    if found.score() >= least { Verdict::Found } else { Verdict::Not }
}

/// Any picture where an incident is spoken of.
pub fn any_picture(found: &Candidate<'_>) -> Verdict {
    if !lesson(found) && !person::own(found) && found.score() >= 3 { Verdict::Found } else { Verdict::Not }
}
