//! Conditions that few people have: rare illnesses, striking injuries, and "one of forty in the country".

use super::candidate::Candidate;
use super::checks::Verdict;

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
    b"teaching",
    b"revision",
    b"article",
    b"study",
    b"running",
    b"raising",
    b"society",
    b"association",
    b"support",
    b"module",
    b"exam",
    b"vaccine",
    b"vaccines",
    b"vaccinated",
    b"jab",
    b"outbreak",
    b"outbreaks",
    b"pandemic",
    b"epidemic",
    b"documentary",
    b"month",
    b"reflections",
];

/// Words for someone who may have it.
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
    b"she'd",
    b"he'd",
    b"case",
    b"lad",
    b"lass",
    b"girl",
    b"boy",
    b"gent",
    b"gentleman",
    b"chap",
    b"fella",
    b"bloke",
    b"baby",
    b"toddler",
    b"him",
    b"her",
    b"his",
    b"crisis",
    b"anybody",
    b"anyone",
];

/// Whether it is the writer's own condition, or one of the writer's family.
fn own(found: &Candidate<'_>) -> bool {
    let mut before = found.words_before();
    let nearest = before.next().unwrap_or_default();
    let have = |w: &[u8]| matches!(w, b"have" | b"had" | b"got" | b"live" | b"with" | b"having" | b"diagnosed" | b"my");
    let mine = nearest == b"my"
        || have(nearest) && before.take(4).any(|w| matches!(w, b"i" | b"i've" | b"ive" | b"i'm" | b"me" | b"we"));
    mine || super::person::family_story(found)
}

/// A rare condition of someone who is spoken of, not of the writer and not a cause.
pub fn of_a_patient(found: &Candidate<'_>) -> Verdict {
    let mut words = found.words_before().chain(found.words_after());
    if own(found) || found.words_before().chain(found.words_after()).any(|w| CAUSES.contains(&w)) {
        return Verdict::Not;
    }
    let someone = words.any(|w| SOMEONE.contains(&w));
    let crisis = found.word_after() == b"crisis" || found.lower().ends_with(b"crisis");
    let score = found.score();
    if score >= 2 || (someone || crisis) && score >= -1 { Verdict::Found } else { Verdict::Not }
}

/// Words in front of "disease" and "syndrome" that make them what everyone has heard of, or no illness.
const WELL_KNOWN: &[&[u8]] = &[
    b"heart",
    b"liver",
    b"kidney",
    b"lung",
    b"gum",
    b"parkinsons",
    b"parkinson's",
    b"alzheimers",
    b"alzheimer's",
    b"crohns",
    b"crohn's",
    b"coeliac",
    b"transmitted",
    b"mouth",
    b"mental",
    b"cow",
    b"thyroid",
    b"eating",
    b"personality",
    b"bipolar",
    b"anxiety",
    b"sleep",
    b"mood",
    b"bowel",
    b"imposter",
    b"impostor",
    b"stockholm",
    b"tunnel",
    b"fatigue",
    b"legs",
    b"viral",
    b"nest",
    b"downs",
    b"down's",
    b"shock",
    b"tourettes",
    b"tourette's",
    b"stress",
    b"vitamin",
    b"iron",
    b"b12",
    b"d",
    b"attention",
    b"substance",
    b"rare",
    b"the",
    b"a",
    b"this",
    b"that",
    b"any",
    b"some",
    b"no",
    b"of",
    b"or",
    b"and",
    b"infectious",
    b"terminal",
    b"chronic",
    b"serious",
    b"her",
    b"his",
    b"my",
    b"your",
    b"their",
    b"metabolic",
    b"genetic",
    b"it's",
    b"what",
    b"is",
    b"with",
    b"cardiovascular",
    b"respiratory",
    b"vascular",
    b"spectrum",
    b"compulsive",
    b"defiant",
    b"panic",
    b"civil",
    b"public",
    b"irritable",
    b"restless",
    b"polycystic",
    b"ovary",
    b"new",
    b"long",
    b"covid",
    b"withdrawal",
    b"menstrual",
    b"premenstrual",
];

/// A syndrome or disease by its name: with the one or two words in front of it.
pub fn named(found: &Candidate<'_>) -> Verdict {
    let lower = &found.context.folded.lower;
    let Some(front) = lower[..found.start].strip_suffix(b" ") else { return Verdict::Not };
    let start =
        front.iter().rposition(|&b| !crate::text::is_word(b) && !matches!(b, b'\'' | b'-')).map_or(0, |i| i + 1);
    let word = &front[start..];
    if word.len() < 3 || WELL_KNOWN.contains(&word) {
        return Verdict::Not;
    }
    // "Fish odour syndrome" has two.
    let two = lower[..start]
        .strip_suffix(b" ")
        .map(|f| f.iter().rposition(|&b| !crate::text::is_word(b)).map_or(0, |i| i + 1));
    let start = two.filter(|&from| start - from > 3 && !SMALL.contains(&&lower[from..start - 1])).unwrap_or(start);
    let whole = Candidate { start, ..*found };
    match of_a_patient(&whole) {
        Verdict::Found => Verdict::Covering(start, found.end),
        other => other,
    }
}

/// Words that are no part of a name.
const SMALL: &[&[u8]] = &[
    b"has",
    b"had",
    b"have",
    b"with",
    b"what",
    b"the",
    b"got",
    b"his",
    b"her",
    b"was",
    b"for",
    b"from",
    b"that",
    b"this",
    b"first",
    b"called",
    b"about",
    b"and",
    b"our",
    b"ever",
    b"seen",
    b"severe",
    b"mild",
    b"rare",
    b"real",
    b"got",
    b"having",
    b"met",
    b"actual",
    b"someone",
    b"patient",
    b"pt",
    b"lady",
    b"man",
    b"diagnosed",
    b"known",
    b"query",
    b"live",
    b"living",
    b"suffers",
    b"suffering",
];

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
const FEW: &[&[u8]] = &[
    b"only", b"few", b"of", b"handful", b"other", b"known", b"first", b"other", b"dozen", b"fewer", b"one", b"hundred",
];

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
    if needs_number && number.is_none() && !FEW.contains(&found.word_before()) {
        return Verdict::Not;
    }
    let cause = found.words_before().chain(found.words_after()).any(|w| CAUSES.contains(&w));
    if cause || own(found) || found.score() < -1 {
        return Verdict::Not;
    }
    Verdict::Covering(number.unwrap_or(found.start), found.end)
}
