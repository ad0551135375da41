//! A plainer word for a derogatory one, where the sentence stays whole with it.

use super::one_of::{OneOf, one_of};
use super::replace::{Offer, Place, with_article};

/// Labels, without the blanks and hyphens in them, and what one of those people and several are called kindly.
const LABELS: [(OneOf, &str, &str); 8] = [
    (one_of("timewaster"), "caller", "callers"),
    (one_of("frequentflyer frequentflier"), "regular caller", "regular callers"),
    (one_of("bedblocker"), "patient waiting for care", "patients waiting for care"),
    (
        one_of("smackhead junkie junky druggie druggy crackhead baghead spicehead methhead"),
        "person who uses drugs",
        "people who use drugs",
    ),
    (one_of("hypochondriac attentionseeker malingerer"), "worried patient", "worried patients"),
    (one_of("nutter loony looney nutjob nutcase headcase nutbag wacko"), "person in crisis", "people in crisis"),
    (
        one_of("coffindodger oldcodger oldbiddy biddy oldduffer oldfart oldgit crumbly wrinkly wrinklie oldcrone"),
        "older person",
        "older people",
    ),
    (one_of("cripple"), "disabled person", "disabled people"),
];

/// Swearing that a sentence can do without when a word follows that it only strengthens.
const STRENGTHENING: OneOf = one_of("fucking fuckin fkn fking cunting effing motherfucking bloody sodding");

/// A kinder label for people, with the article that goes with it.
pub fn label(place: &Place<'_>) -> Option<Offer> {
    let compact: Vec<u8> = place.words().iter().copied().filter(u8::is_ascii_lowercase).collect();
    let person = LABELS.iter().find_map(|(list, one, many)| {
        let is = |stem: &[u8], end: &[u8]| list.holds(&[stem, end].concat());
        let several = compact.strip_suffix(b"s").is_some_and(|stem| list.holds(stem))
            || compact.strip_suffix(b"ies").is_some_and(|stem| is(stem, b"y") || is(stem, b"ie"));
        if list.holds(&compact) { Some(*one) } else { several.then_some(*many) }
    })?;
    Some(match place.before() {
        Some((start, b"a" | b"an")) => place.over(start, place.end).offer(&with_article(person)),
        _ => place.offer(person),
    })
}

/// "Ungrateful patients" as "patients": the label goes, the people stay.
pub fn without_label(place: &Place<'_>) -> Option<Offer> {
    const PEOPLE: OneOf = one_of(
        "patients callers relatives crews crewmates colleagues managers dispatchers nurses doctors paramedics medics \
        students directors bosses receptionists pensioners teenagers",
    );
    let words: Vec<&[u8]> = place.words().split(|&b| b == b' ').collect();
    let [_, people] = words[..] else { return None };
    let led = place.before().is_some_and(|(_, word)| matches!(word, b"a" | b"an" | b"so" | b"such"));
    let person = std::str::from_utf8(people).ok().filter(|_| PEOPLE.holds(people) && !led)?;
    Some(place.offer(person))
}

/// "A fucking awful night" as "an awful night".
pub fn without_swearing(place: &Place<'_>) -> Option<Offer> {
    const LEADING: OneOf =
        one_of("the so this that my our such is was it's its what too really very are some no i'm of in");
    let (_, next) = place.after().filter(|_| STRENGTHENING.holds(place.words()))?;
    let (start, word) = place.before()?;
    let end = place.end + 1;
    if matches!(word, b"a" | b"an") {
        let vowel = matches!(next.first(), Some(b'a' | b'e' | b'i' | b'o' | b'u'));
        return Some(place.over(start, end).offer(if vowel { "an " } else { "a " }));
    }
    LEADING.holds(word).then(|| Offer { text: String::new(), start: place.start, end })
}
