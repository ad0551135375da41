//! Conditions that few people have: rare illnesses, striking injuries, and "one of forty in the country".

use super::candidate::Candidate;
use super::checks::Verdict;
use super::one_of::{OneOf, one_of};

/// Words that make a condition a cause or a lesson.
const CAUSES: OneOf = one_of(
    "awareness charity fundraising fundraiser research donate donation marathon cpd week lecture webinar \
    podcast teaching revision article study running raising society association support module exam \
    vaccine vaccines vaccinated jab outbreak outbreaks pandemic epidemic documentary month reflections",
);

/// Words for someone who may have it.
const SOMEONE: OneOf = one_of(
    "someone somebody patient patient's pt lady man woman kid child they she he she'd he'd case lad lass \
    girl boy gent gentleman chap fella bloke baby toddler him her his crisis anybody anyone",
);

/// Whether it is the writer's own condition, or one of the writer's family.
fn own(found: &Candidate<'_>) -> bool {
    let mut before = found.words_before();
    let nearest = before.next().unwrap_or_default();
    let have = |w: &[u8]| const { one_of("have had got live with having diagnosed my") }.holds(w);
    let mine =
        nearest == b"my" || have(nearest) && before.take(4).any(|w| const { one_of("i i've ive i'm me we") }.holds(w));
    mine || super::person::family_story(found)
}

/// A rare condition of someone who is spoken of, not of the writer and not a cause.
pub fn of_a_patient(found: &Candidate<'_>) -> Verdict {
    let mut words = found.words_before().chain(found.words_after());
    if own(found) || found.words_before().chain(found.words_after()).any(|w| CAUSES.holds(w)) {
        return Verdict::Not;
    }
    let someone = words.any(|w| SOMEONE.holds(w));
    let crisis = found.word_after() == b"crisis" || found.lower().ends_with(b"crisis");
    let score = found.score();
    if score >= 2 || (someone || crisis) && score >= -1 { Verdict::Found } else { Verdict::Not }
}

/// Words in front of "disease" and "syndrome" that make them what everyone has heard of, or no illness.
const WELL_KNOWN: OneOf = one_of(
    "heart liver kidney lung gum parkinsons parkinson's alzheimers alzheimer's crohns crohn's coeliac \
    transmitted mouth mental cow thyroid eating personality bipolar anxiety sleep mood bowel imposter \
    impostor stockholm tunnel fatigue legs viral nest downs down's shock tourettes tourette's stress \
    vitamin iron b12 d attention substance rare the a this that any some no of or and infectious terminal \
    chronic serious her his my your their metabolic genetic it's what is with cardiovascular respiratory \
    vascular spectrum compulsive defiant panic civil public irritable restless polycystic ovary new long \
    covid withdrawal menstrual premenstrual",
);

/// A syndrome or disease by its name: with the one or two words in front of it.
pub fn named(found: &Candidate<'_>) -> Verdict {
    let lower = &found.context.folded.lower;
    let Some(front) = lower[..found.start].strip_suffix(b" ") else { return Verdict::Not };
    let start =
        front.iter().rposition(|&b| !crate::text::is_word(b) && !matches!(b, b'\'' | b'-')).map_or(0, |i| i + 1);
    let word = &front[start..];
    if word.len() < 3 || WELL_KNOWN.holds(word) {
        return Verdict::Not;
    }
    // "Fish odour syndrome" has two.
    let two = lower[..start]
        .strip_suffix(b" ")
        .map(|f| f.iter().rposition(|&b| !crate::text::is_word(b)).map_or(0, |i| i + 1));
    let start = two.filter(|&from| start - from > 3 && !SMALL.holds(&lower[from..start - 1])).unwrap_or(start);
    let whole = Candidate { start, ..*found };
    match of_a_patient(&whole) {
        Verdict::Found => Verdict::Covering(start, found.end),
        other => other,
    }
}

/// Words that are no part of a name.
const SMALL: OneOf = one_of(
    "has had have with what the got his her was for from that this first called about and our ever seen \
    severe mild rare real got having met actual someone patient pt lady man diagnosed known query live \
    living suffers suffering",
);

/// An injury that people would talk about.
pub fn injury(found: &Candidate<'_>) -> Verdict {
    let follower = found.words_after().next().unwrap_or_default();
    // "Through the chest of drawers", "a nail in the head of the hammer".
    let thing = found.goes_on() && follower == b"of";
    if own(found) || thing || matches!(found.word_before(), b"my" | b"your") {
        return Verdict::Not;
    }
    let struck = found.lower().split(|&b| b == b' ').any(|w| matches!(w, b"through" | b"to" | b"into"));
    let least = if struck { -1 } else { 0 };
    if found.score() >= least { Verdict::Found } else { Verdict::Not }
}

/// Words in front of "people in the country" that make them few; a number does as well.
const FEW: OneOf = one_of("only few of handful other known first other dozen fewer one hundred");

/// A number so small that those who know would know: "only forty families in the country".
pub fn statistic(found: &Candidate<'_>) -> Verdict {
    let counted = [
        b"people".as_slice(),
        b"famil",
        b"case",
        b"patient",
        b"kid",
        b"child",
        b"adult",
        b"folk",
        b"house",
        b"suffer",
        b"other",
        b"bab",
        b"person",
        b"man ",
        b"woman ",
    ];
    let needs_number = counted.iter().any(|w| found.lower().starts_with(w)) || found.lower().starts_with(b"million");
    let number = found.number_before();
    if needs_number && number.is_none() && !FEW.holds(found.word_before()) {
        return Verdict::Not;
    }
    let cause = found.words_before().chain(found.words_after()).any(|w| CAUSES.holds(w));
    if cause || own(found) || found.score() < -1 {
        return Verdict::Not;
    }
    Verdict::Covering(number.unwrap_or(found.start), found.end)
}
