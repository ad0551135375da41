//! A patient's age and gender, in every wording.

use super::candidate::Candidate;
use super::checks::Verdict;
use super::scene::{ENOUGH, LateScene};
use super::{Context, Hit};
use crate::catalogue::{Check, Tag};
use crate::text::is_word;

/// Whether someone of the writer's own family, or the writer, is spoken of.
pub fn own(found: &Candidate<'_>) -> bool {
    const SELF: &[&[u8]] = &[b"i", b"i'm", b"im", b"i've", b"ive", b"me", b"myself", b"i'd", b"i'll"];
    let mine = found.words_before().next().is_some_and(|w| matches!(w, b"my" | b"our"));
    let beside = mine || found.words_before().take(2).any(|w| SELF.contains(&w));
    beside || family_story(found)
}

/// How far before a candidate, in folded bytes, "my dad" may stand and still be whom "he" means.
const STORY_REACH: usize = 240;

/// Whether the writer's family is spoken of, before it or in its sentence, and no incident nearer than that.
pub fn family_story(found: &Candidate<'_>) -> bool {
    let near = |tag| found.scene().last_before(tag, found.start).filter(|end| end + STORY_REACH >= found.start);
    match (near(Tag::Own), near(Tag::Incident)) {
        (Some(own), Some(incident)) => own > incident,
        (Some(_), None) => true,
        (None, Some(_)) => false,
        (None, None) => found.in_sentence(Tag::Own) && !found.in_sentence(Tag::Incident),
    }
}

/// Words in front of "12F" that make it a size or a place.
const SIZES: &[&[u8]] = &[
    b"size",
    b"sizes",
    b"seat",
    b"row",
    b"gate",
    b"platform",
    b"route",
    b"bus",
    b"flat",
    b"apartment",
    b"unit",
    b"block",
    b"level",
    b"stand",
    b"bra",
    b"for",
    b"over",
    b"it's",
    b"its",
    b"hit",
    b"worth",
    b"than",
    b"year",
];

/// Words behind "17M" that make it an amount.
const AMOUNTS: &[&[u8]] = &[
    b"followers",
    b"people",
    b"views",
    b"pounds",
    b"quid",
    b"dollars",
    b"euros",
    b"deal",
    b"subscribers",
    b"users",
    b"of",
    b"for",
    b"from",
    b"to",
    b"a",
    b"per",
    b"long",
    b"wide",
    b"high",
    b"deep",
    b"tall",
    b"away",
    b"pool",
    b"viewers",
    b"votes",
    b"homes",
    b"jobs",
    b"contract",
    b"bid",
    b"transfer",
    b"fund",
    b"funding",
    b"boost",
    b"up",
    b"down",
    b"off",
    b"boot",
    b"boots",
    b"or",
    b"more",
    b"budget",
    b"hit",
    b"copies",
    b"fans",
    b"streams",
];

/// An age and a sex as handovers put them: "84F", "68 M", "a 6 y/o girl", but not "17M followers".
pub fn age_with_sex(found: &Candidate<'_>) -> Verdict {
    let written = found.cased();
    let age = found.lower().iter().filter(|b| b.is_ascii_digit()).fold(0u32, |n, b| n * 10 + u32::from(b - b'0'));
    let shorthand = found.lower().contains(&b'y');
    // A pound or euro sign in front folds to a symbol.
    let counted = matches!(found.before(1), Some(b'$' | b'.' | b'-' | b':' | b'/' | b'#' | crate::text::SYMBOL));
    if age > 115 || counted || found.words_before().next().is_some_and(|w| SIZES.contains(&w)) {
        return Verdict::Not;
    }
    if shorthand {
        return if found.score() >= SHORTHAND_AT_LEAST { Verdict::Found } else { Verdict::Not };
    }
    let letter = written.iter().find(|b| b.is_ascii_alphabetic()).copied().unwrap_or_default();
    if !matches!(letter, b'M' | b'F')
        || found.goes_on() && found.words_after().next().is_some_and(|w| AMOUNTS.contains(&w))
    {
        return Verdict::Not;
    }
    // Written apart, "68 M" may be anything.
    let least = if written.contains(&b' ') { ENOUGH } else { SHORTHAND_AT_LEAST };
    if found.score() >= least { Verdict::Found } else { Verdict::Not }
}

/// Ages are rarely said of anyone but patients and one's own family, so little is asked of what stands around one.
const ENOUGH_FOR_AGE: i32 = 2;

/// Shorthand tells an incident by itself, unless much speaks against one.
const SHORTHAND_AT_LEAST: i32 = -3;

/// Words that lead to a decade of someone's life: "her early thirties", not "the thirties".
const TO_A_DECADE: &[&[u8]] = &[b"early", b"mid", b"late", b"her", b"his", b"their", b"?"];
/// Words that lead to "days old" without a number.
const TO_AN_AGE: &[&[u8]] = &[b"just", b"only", b"barely", b"few", b"a", b"an", b"even", b"couple", b"of", b"mere"];

/// Where an age begins that is told by a word for time or for a decade, with what belongs to it in front; `None` when
/// it is no age.
fn age_start(found: &Candidate<'_>) -> Option<usize> {
    let lower = found.lower();
    let before = found.word_before();
    if before.is_empty() && found.before(1) != Some(b'-') {
        return Some(found.start)
            .filter(|_| !lower.starts_with(b"year") && !lower.ends_with(b"ties") && !lower.ends_with(b"0s"));
    }
    let span_of_time =
        [b"year".as_slice(), b"yr", b"month", b"mth", b"week", b"wk", b"day", b"hour", b"minute", b"min", b"fortnight"];
    if lower.ends_with(b"ties") || lower.ends_with(b"0s") || matches!(lower, b"teens" | b"twenties") {
        let mut start = found.start - before.len() - 1;
        for word in
            found.words_before().skip(1).take(2).take_while(|w| matches!(*w, b"her" | b"his" | b"their" | b"in"))
        {
            start -= word.len() + 1;
        }
        return TO_A_DECADE.contains(&before).then_some(start);
    }
    let last = lower.rsplit(|&b| !is_word(b)).next().unwrap_or_default();
    let old = matches!(
        last,
        b"old" | b"olds" | b"age" | b"young" | b"earth" | b"prem" | b"premature" | b"gestation" | b"early"
    );
    if span_of_time.iter().any(|t| lower.starts_with(t)) && old {
        // Figures in front are a pattern's.
        let figures = before.iter().all(u8::is_ascii_digit) && !before.is_empty()
            || found.before(1) == Some(b'-') && found.before(2).is_some_and(|b| b.is_ascii_digit());
        let number = found.number_before().filter(|_| !figures);
        let vague = TO_AN_AGE.contains(&before) && !lower.starts_with(b"y");
        return number.or_else(|| vague.then_some(found.start));
    }
    Some(found.start)
}

/// An age that is said to be one: "84 years old", "in her eighties", "a newborn".
pub fn age(found: &Candidate<'_>) -> Verdict {
    let figures = found.lower()[0].is_ascii_digit() && !found.lower().ends_with(b"0s");
    let Some(start) = (if figures { Some(found.start) } else { age_start(found) }) else {
        return Verdict::Not;
    };
    let found = &Candidate { start, ..*found };
    let years = found.lower().iter().take_while(|b| b.is_ascii_digit()).fold(0u32, |n, b| n * 10 + u32::from(b - b'0'));
    let nobody = years > 115 && !found.lower().ends_with(b"birthday");
    let follower = found.words_after().next().unwrap_or_default();
    // "Some 80 odd people", "teenage dreams".
    let counts =
        found.lower().ends_with(b"odd") && found.goes_on() && !matches!(follower, b"year" | b"years" | b"and" | b"who");
    let thing =
        matches!(follower, b"dreams" | b"angst" | b"kicks" | b"class" | b"group" | b"groups" | b"tickets" | b"stuff");
    let ones_own =
        found.lower().ends_with(b"birthday") && found.words_after().any(|w| matches!(w, b"myself" | b"me" | b"i"));
    if nobody || counts || thing || ones_own {
        return Verdict::Not;
    }
    let person = matches!(found.word_before(), b"her" | b"his" | b"their")
        || [b"her ".as_slice(), b"his "].iter().any(|w| found.lower().starts_with(w));
    let stated = [b"old".as_slice(), b"yo", b"y/o", b"age"].iter().any(|w| found.lower().ends_with(w));
    // Parents say "3 year old has hidden the keys", and everyone says "teenagers".
    let bare = found.goes_on()
        && matches!(
            follower,
            b"has" | b"is" | b"wants" | b"thinks" | b"just" | b"asked" | b"said" | b"wont" | b"won't" | b"told"
        );
    let many = found.lower().ends_with(b"ers") || found.lower().ends_with(b"teens");
    let prior = match (person, stated) {
        _ if bare || many => -3,
        (true, _) => 3,
        (_, true) => 2,
        _ => 1,
    };
    let told = found.score() + prior >= ENOUGH_FOR_AGE && !own(found) && !of_a_thing(found);
    if told { Verdict::Covering(found.start, found.end) } else { Verdict::Not }
}

/// Things that have an age: "an 11 year old truck", "that whisky's 18 years old", "the NHS turned 75".
const THINGS: &[&[u8]] = &[
    b"truck",
    b"van",
    b"car",
    b"ambulance",
    b"vehicle",
    b"boiler",
    b"fridge",
    b"kettle",
    b"laptop",
    b"phone",
    b"computer",
    b"bike",
    b"dog",
    b"cat",
    b"puppy",
    b"horse",
    b"house",
    b"building",
    b"tree",
    b"oak",
    b"whisky",
    b"wine",
    b"malt",
    b"cheese",
    b"cheddar",
    b"boots",
    b"shoes",
    b"uniform",
    b"mattress",
    b"photo",
    b"letter",
    b"song",
    b"film",
    b"record",
    b"story",
    b"tradition",
    b"system",
    b"software",
    b"policy",
    b"contract",
    b"charity",
    b"service",
    b"school",
    b"church",
    b"nhs",
    b"trust",
    b"station",
    b"club",
    b"company",
    b"microwave",
    b"sofa",
    b"telly",
    b"radio",
    b"rig",
    b"motor",
    b"volvo",
    b"fiesta",
    b"corsa",
    b"golf",
    b"tortoise",
    b"hamster",
    b"spaniel",
    b"greyhound",
    b"mug",
    b"jar",
    b"biscuit",
    b"sandwich",
    b"marathon",
    b"record",
    b"bridge",
    b"pub",
    b"castle",
    b"tattoo",
    b"marriage",
    b"friendship",
    b"argument",
    b"joke",
    b"rule",
    b"plan",
    b"dream",
    b"mystery",
];

/// Whether the age is of a thing or an animal.
fn of_a_thing(found: &Candidate<'_>) -> bool {
    let is_thing = |w: &[u8]| THINGS.contains(&w.strip_suffix(b"'s").unwrap_or(w));
    found.goes_on() && found.words_after().take(2).any(is_thing) || found.words_before().take(3).any(is_thing)
}

/// What may follow a bare number that is an age: "she was 84 and …".
const AFTER_AN_AGE: &[&[u8]] = &[
    b"and",
    b"but",
    b"when",
    b"with",
    b"years",
    b"yrs",
    b"year",
    b"or",
    b"who",
    b"lives",
    b"lived",
    b"living",
    b"today",
    b"yesterday",
    b"next",
    b"last",
    b"so",
    b"too",
    b"then",
    b"same",
    b"going",
    b"if",
    b"not",
    b"already",
    b"now",
    b"ish",
    b"on",
    b"odd",
    b"this",
    b"just",
    b"tomorrow",
    b"fell",
    b"found",
    b"alone",
];

/// A number that is an age by what stands in front of it: "he was sixty-six", "turned a hundred", "aged 9".
pub fn said_age(found: &Candidate<'_>) -> Verdict {
    let follower = found.words_after().next().unwrap_or_default();
    if found.goes_on() && !AFTER_AN_AGE.contains(&follower) {
        return Verdict::Not;
    }
    let digits: Vec<u8> = found.lower().iter().rev().take_while(|b| b.is_ascii_digit()).copied().collect();
    let years = digits.iter().rev().fold(0u32, |n, b| n.saturating_mul(10).saturating_add(u32::from(b - b'0')));
    // "3.30", "9:15", "5%" and "12-1" are no ages.
    let figure = matches!(found.after(0), Some(b'.' | b':' | b'-' | b'%' | b'/' | b','))
        && found.after(1).is_some_and(|b| b.is_ascii_digit());
    if years > 115 || figure || found.after(0) == Some(b'%') {
        return Verdict::Not;
    }
    let first = found.lower().split(|&b| b == b' ').next().unwrap_or_default();
    let prior = match first {
        b"he" | b"she" | b"hes" | b"he's" | b"shes" | b"she's" | b"he'd" | b"she'd" | b"hed" | b"shed" | b"who" => 3,
        b"aged" | b"age" | b"turned" | b"turning" | b"had" => 2,
        _ => 0,
    };
    let told = found.score() + prior >= ENOUGH_FOR_AGE && !own(found) && !of_a_thing(found);
    if told { Verdict::Found } else { Verdict::Not }
}

/// A number that opens a sentence needs more than one that is said to be an age.
const ENOUGH_FOR_BARE: i32 = 4;

/// "93, sharp as a tack": a number between full stops and commas, where someone is spoken of.
pub fn bare_age(found: &Candidate<'_>) -> Verdict {
    let years = found.lower().iter().fold(0u32, |n, b| n * 10 + u32::from(b - b'0'));
    let label = found.words_before().next().is_some_and(|w| matches!(w, b"pt" | b"patient" | b"px"));
    let opens = label || opens(&found.context.folded.lower, found.start);
    let ends = ends_as_an_age(found);
    let figure = found.after(1).is_some_and(|b| b.is_ascii_digit()) && !matches!(found.after(0), Some(b' '));
    let list = found.words_after().next().is_some_and(|w| w.iter().all(u8::is_ascii_digit));
    if !(16..=110).contains(&years) && !label || !opens || !ends || figure || list || own(found) || first_person(found)
    {
        return Verdict::Not;
    }
    if found.score() >= ENOUGH_FOR_BARE && found.scene().has_harm() { Verdict::Found } else { Verdict::Not }
}

/// Whether the writer speaks of oneself in the sentence.
fn first_person(found: &Candidate<'_>) -> bool {
    found.words_after().any(|w| matches!(w, b"i" | b"i'm" | b"im" | b"i've" | b"my" | b"myself"))
}

/// Whether a sentence or a line begins at `start`.
fn opens(lower: &[u8], start: usize) -> bool {
    let before = lower[..start].iter().rev().find(|&&b| b != b' ');
    before.is_none_or(|&b| matches!(b, b'.' | b'!' | b'?' | b'\n' | b'"' | crate::text::SYMBOL))
}

/// A pause or a word that goes on about someone stands behind.
fn ends_as_an_age(found: &Candidate<'_>) -> bool {
    match found.after(0) {
        None | Some(b',' | b'.' | b'!' | b'?' | b'\n' | b':') => true,
        Some(b' ') => {
            let mut after = found.words_after();
            after.next() == Some(b"and")
                && after.next().is_some_and(|w| {
                    matches!(
                        w,
                        b"she"
                            | b"he"
                            | b"she'd"
                            | b"he'd"
                            | b"she's"
                            | b"he's"
                            | b"shed"
                            | b"hed"
                            | b"still"
                            | b"never"
                            | b"living"
                            | b"lives"
                            | b"had"
                    )
                })
        }
        _ => false,
    }
}

/// Adds numbers in words that open a sentence and are ages: "thirty-one. two kids. just gone."
pub fn bare_ages_in_words(context: &Context<'_>, late: &LateScene, hits: &mut Vec<Hit>) {
    let lower = &context.folded.lower;
    let mut done = 0;
    for m in context.evidence(Tag::SpokenDigit) {
        let start = m.start as usize;
        if start < done || !opens(lower, start) {
            continue;
        }
        // "Ninety-three" is two words.
        let mut end = m.end as usize;
        for next in context.inside(end, end + LONGEST_UNIT).filter(|n| context.is_tag(n, Tag::SpokenDigit)) {
            if next.start as usize == end + 1 && matches!(lower[end], b' ' | b'-') {
                end = next.end as usize;
            }
        }
        done = end;
        let found = Candidate { context, late, start, end };
        let teens =
            [b"teen".as_slice(), b"ty", b"eleven", b"twelve"].iter().any(|w| lower[start..m.end as usize].ends_with(w));
        let compound = end > m.end as usize;
        if !(teens || compound) || !ends_as_an_age(&found) || own(&found) || first_person(&found) {
            continue;
        }
        if found.score() >= ENOUGH_FOR_BARE
            && found.scene().has_harm()
            && let Some(rule) = context.catalogue.rule_of(Check::BareAgeWords)
        {
            hits.push(Hit { rule, start, end, severity: None });
        }
    }
}

/// The longest word for a unit and what parts it from the tens, in folded bytes.
const LONGEST_UNIT: usize = 6;

/// Words behind "man" and "lady" that make them something else: "man up", "boy band".
const IDIOMS: &[&[u8]] = &[
    b"up",
    b"of",
    b"oh",
    b"band",
    b"gaga",
    b"city",
    b"utd",
    b"united",
    b"cave",
    b"flu",
    b"kind",
    b"made",
    b"hours",
    b"member",
    b"members",
    b"staff",
    b"doctor",
    b"nurse",
    b"colleague",
    b"toilets",
    b"officer",
    b"power",
    b"luck",
    b"bird",
    b"hood",
    b"scout",
    b"scouts",
    b"racer",
    b"friday",
    b"down",
    b"power",
    b"boss",
    b"bits",
];
/// Words in front of "man" that do.
const IDIOMS_BEFORE: &[&[u8]] = &[
    b"oh",
    b"my",
    b"our",
    b"old",
    b"bin",
    b"lollipop",
    b"dinner",
    b"cleaning",
    b"tea",
    b"best",
    b"good",
    b"atta",
    b"new",
    b"one",
    b"main",
    b"right",
    b"hype",
    b"thanks",
    b"cheers",
    b"mate",
    b"leading",
    b"family",
    b"spider",
    b"iron",
];

/// A word that tells a patient's sex needs nearly as much as anything.
const ENOUGH_FOR_GENDER: i32 = 4;
/// "Mum rang" is of the writer's family unless much speaks against it.
const ENOUGH_FOR_BARE_KIN: i32 = 8;

/// Words for relatives, which tell a patient's or relative's sex only behind an article or "his".
const KIN: &[&[u8]] = &[
    b"mum",
    b"mam",
    b"mom",
    b"mother",
    b"dad",
    b"father",
    b"wife",
    b"husband",
    b"daughter",
    b"son",
    b"sister",
    b"brother",
    b"grandson",
    b"granddaughter",
    b"girlfriend",
    b"boyfriend",
    b"fiance",
    b"fiancee",
    b"missus",
    b"hubby",
    b"gran",
    b"granny",
    b"grannie",
    b"grandma",
    b"grandmother",
    b"grandad",
    b"grandpa",
    b"grandfather",
    b"nan",
    b"nana",
    b"nanna",
];
/// Words in front that make a relative a stranger's.
const A_STRANGERS: &[&[u8]] = &[
    b"a",
    b"the",
    b"this",
    b"that",
    b"his",
    b"her",
    b"their",
    b"one",
    b"poor",
    b"young",
    b"new",
    b"frantic",
    b"terrified",
    b"panicking",
    b"exhausted",
    b"grieving",
    b"devastated",
    b"someone's",
    b"somebody's",
    b"some",
    b"another",
    b"wee",
    b"old",
    b"little",
    b"lovely",
];
/// Words in front that speak for a patient.
const TOLD_OF: &[&[u8]] =
    &[b"this", b"young", b"old", b"elderly", b"poor", b"wee", b"frail", b"little", b"lovely", b"dear", b"sick"];

/// A word that tells a patient's sex.
pub fn gender(found: &Candidate<'_>) -> Verdict {
    let before = found.words_before().next().unwrap_or_default();
    let after = found.words_after().next().unwrap_or_default();
    let named = found.cased()[0].is_ascii_uppercase()
        && found.before(1) == Some(b' ')
        && found.before(2).is_some_and(|b| b.is_ascii_alphanumeric());
    let word = found.lower().strip_suffix(b"'s").unwrap_or(found.lower());
    let idiom = found.goes_on() && IDIOMS.contains(&after)
        || matches!(before, b"my" | b"our") && word != b"boy"
        || word == b"man" && IDIOMS_BEFORE.contains(&before);
    if named || idiom || found.score() < ENOUGH_FOR_GENDER - 1 || own(found) && before != b"our" {
        return Verdict::Not;
    }
    if KIN.contains(&word) && found.words_before().take(5).any(|w| matches!(w, b"my" | b"our")) {
        return Verdict::Not;
    }
    let kin = KIN.contains(&word) && !A_STRANGERS.contains(&before);
    let least = if kin { ENOUGH_FOR_BARE_KIN } else { ENOUGH_FOR_GENDER - i32::from(TOLD_OF.contains(&before)) };
    if found.score() >= least && found.scene().has_harm() { Verdict::Found } else { Verdict::Not }
}
