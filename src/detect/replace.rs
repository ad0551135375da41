//! What could stand in a finding's place, where that keeps the sentence whole.
//!
//! Nothing is offered that would have to be mended by hand: an offer covers the article and the comma beside it, and
//! where the words around a finding are of no known shape there is none.

use super::{Context, Hit, reword};
use crate::finding::Severity;
use crate::text::{SYMBOL, is_word};

/// A text and the folded bytes that it would stand for; an empty one leaves them out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// What to write.
    pub text: String,
    /// First folded byte that goes.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

/// The offers for a hit.
pub fn offers(context: &Context<'_>, hit: &Hit) -> Vec<Offer> {
    let place = Place { lower: &context.folded.lower, cased: &context.folded.cased, start: hit.start, end: hit.end };
    let offer = match context.kind_of(hit.rule) {
        "identifier/age" => age(&place),
        "identifier/gender" => gender(&place),
        "identifier/location" => location(&place),
        "identifier/time" => time(&place),
        "identifier/name" => name(&place, hit.severity),
        "identifier/condition" => condition(&place),
        "identifier/address" => address(&place),
        "identifier/nhs-number"
        | "identifier/phone"
        | "identifier/email"
        | "identifier/postcode"
        | "identifier/ni-number"
        | "identifier/date-of-birth"
        | "identifier/vehicle-registration"
        | "identifier/local-code" => place.left_out(),
        "derogatory/vulgar" => reword::without_swearing(&place),
        kind if kind.starts_with("derogatory/") => reword::label(&place).or_else(|| reword::without_label(&place)),
        "disclaimer/missing" => super::wording::added(context),
        "disclaimer/wording" => super::wording::instead(context, hit),
        _ => None,
    };
    offer.into_iter().collect()
}

/// A stretch of the text and what stands beside it.
pub struct Place<'t> {
    lower: &'t [u8],
    cased: &'t [u8],
    /// First folded byte.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

const ARTICLES: &[&[u8]] = &[b"a", b"an"];
const DETERMINERS: &[&[u8]] = &[
    b"the", b"this", b"that", b"our", b"my", b"his", b"her", b"their", b"another", b"one", b"last", b"next", b"every",
];
const WHERE: &[&[u8]] =
    &[b"in", b"at", b"near", b"by", b"outside", b"behind", b"off", b"beside", b"opposite", b"on", b"along"];
const WHITHER: &[&[u8]] = &[b"to", b"from", b"around", b"round"];
const WHEN: &[&[u8]] = &[b"at", b"on", b"about", b"around", b"in", b"just", b"this"];
/// People of whom an age or a sex is said in front.
const PEOPLE: &[&[u8]] = &[
    b"lady",
    b"woman",
    b"man",
    b"gentleman",
    b"gent",
    b"male",
    b"female",
    b"chap",
    b"bloke",
    b"lad",
    b"lass",
    b"boy",
    b"girl",
    b"fella",
    b"patient",
    b"pt",
    b"pensioner",
];

impl<'t> Place<'t> {
    /// Its words, lower case.
    pub fn words(&self) -> &'t [u8] {
        &self.lower[self.start..self.end]
    }

    /// The same place, wider.
    pub fn over(&self, start: usize, end: usize) -> Self {
        Self { start, end, ..*self }
    }

    /// Where the word in front begins, and the word, when one blank lies between.
    pub fn before(&self) -> Option<(usize, &'t [u8])> {
        let front = self.lower[..self.start].strip_suffix(b" ")?;
        let length = front.iter().rev().take_while(|&&b| is_word(b) || b == b'\'').count();
        (length > 0).then(|| (front.len() - length, &front[front.len() - length..]))
    }

    /// Where the word behind ends, and the word, when one blank lies between.
    pub fn after(&self) -> Option<(usize, &'t [u8])> {
        let behind = self.lower[self.end..].strip_prefix(b" ")?;
        let length = behind.iter().take_while(|&&b| is_word(b) || b == b'\'').count();
        (length > 0).then(|| (self.end + 1 + length, &behind[..length]))
    }

    /// Whether a sentence begins here, an emoji in front of it aside.
    fn opens(&self) -> bool {
        let front = &self.lower[..self.start];
        let drawn = front.iter().rev().take_while(|&&b| b == b' ' || b == SYMBOL).count();
        match front[..front.len() - drawn].last() {
            None => true,
            Some(last) => matches!(last, b'.' | b'!' | b'?' | b':' | b'\n'),
        }
    }

    /// `text` in its place, with a capital where a sentence begins.
    pub fn offer(&self, text: &str) -> Offer {
        let mut text = text.to_owned();
        if self.opens() && !self.cased[self.start].is_ascii_lowercase() {
            text[..1].make_ascii_uppercase();
        }
        Offer { text, start: self.start, end: self.end }
    }

    /// Leaves it out with what would be left over: its brackets, its commas or the blank in front of it.
    fn left_out(&self) -> Option<Offer> {
        let (front, behind) = (&self.lower[..self.start], &self.lower[self.end..]);
        let closes = |b: &[u8]| b.is_empty() || matches!(b[0], b'.' | b'!' | b'?' | b'\n' | b')');
        let (start, end) = if front.ends_with(b" (") && behind.starts_with(b")") {
            (self.start - 2, self.end + 1)
        } else if front.ends_with(b", ") && behind.starts_with(b",") {
            (self.start - 2, if closes(&behind[1..]) { self.end } else { self.end + 1 })
        } else if front.ends_with(b", ") && closes(behind) {
            (self.start - 2, self.end)
        } else {
            return None;
        };
        Some(Offer { text: String::new(), start, end })
    }
}

/// "an 84 year old man" as "an older person", "aged 84" as nothing.
fn age(place: &Place<'_>) -> Option<Offer> {
    let words = place.words();
    if words.starts_with(b"age") || words.starts_with(b"in ") {
        return place.left_out().or_else(|| {
            let front = place.lower[..place.start].strip_suffix(b" ")?;
            Some(Offer { text: String::new(), start: front.len(), end: place.end })
        });
    }
    let person = person_of(words)?;
    let people = place.after().filter(|(_, word)| PEOPLE.contains(word));
    let wide = people.map_or(place.over(place.start, place.end), |(end, _)| place.over(place.start, end));
    match wide.before() {
        Some((start, word)) if ARTICLES.contains(&word) => {
            Some(wide.over(start, wide.end).offer(&with_article(person)))
        }
        Some((_, word)) if DETERMINERS.contains(&word) => Some(wide.offer(person)),
        // Shorthand stands for a whole person: "Pt was 84F", "84F fell".
        _ if words.iter().all(u8::is_ascii_alphanumeric) => Some(wide.offer(&with_article(person))),
        _ => None,
    }
}

/// Who someone of that age is, as much of it as the policies allow.
fn person_of(words: &[u8]) -> Option<&'static str> {
    const CHILD: &str = "child";
    const ADULT: &str = "adult";
    const OLDER: &str = "older person";
    let digits = words.iter().take_while(|b| b.is_ascii_digit()).count();
    let has = |part: &[u8]| words.windows(part.len()).any(|w| w == part);
    if digits > 0 {
        let years = words[..digits].iter().fold(0, |n, b| n * 10 + u32::from(b - b'0'));
        let young = [b"month".as_slice(), b"week", b"day", b"mth", b"wk"].into_iter().any(has);
        return Some(match years {
            _ if young => CHILD,
            0..18 => CHILD,
            18..65 => ADULT,
            _ => OLDER,
        });
    }
    let any = |parts: &[&[u8]]| parts.iter().any(|part| has(part));
    if any(&[b"born", b"neonate", b"toddler", b"infant"]) {
        Some(CHILD)
    } else if any(&[b"pensioner", b"octogenarian", b"nonagenarian", b"centenarian", b"septuagenarian", b"oap"]) {
        Some(OLDER)
    } else {
        None
    }
}

/// With "a" or "an" in front.
pub fn with_article(person: &str) -> String {
    let article = if person.starts_with(['a', 'o']) { "an" } else { "a" };
    format!("{article} {person}")
}

/// "a lady" as "a patient".
fn gender(place: &Place<'_>) -> Option<Offer> {
    if !PEOPLE.contains(&place.words()) {
        return None;
    }
    match place.before() {
        Some((start, word)) if ARTICLES.contains(&word) => Some(place.over(start, place.end).offer("a patient")),
        Some((_, word)) if DETERMINERS.contains(&word) => Some(place.offer("patient")),
        _ => None,
    }
}

/// "in Thornaby" as "in a nearby town", "outside the Odeon" as "nearby".
fn location(place: &Place<'_>) -> Option<Offer> {
    let (words, front) = (place.words(), place.before());
    let first = words.split(|b| *b == b' ').next().unwrap_or_default();
    // The span may hold the word for where, or stand behind it.
    let (word, start) = if WHERE.contains(&first) { (first, place.start) } else { front.map(|(s, w)| (w, s))? };
    let named_only = words.iter().all(|&b| is_word(b) || b == b'-' || b == b'\'');
    match word {
        b"in" | b"near" if named_only => Some(place.offer("a nearby town")),
        word if WHERE.contains(&word) => Some(place.over(start, place.end).offer("nearby")),
        word if WHITHER.contains(&word) && named_only => Some(place.offer("a nearby town")),
        word if WHITHER.contains(&word) => Some(place.offer("a place nearby")),
        _ => None,
    }
}

/// "at 4am" and "last night" as "recently".
fn time(place: &Place<'_>) -> Option<Offer> {
    let mut wide = place.over(place.start, place.end);
    while let Some((start, word)) = wide.before() {
        if !WHEN.contains(&word) {
            let bound = [
                b"since".as_slice(),
                b"until",
                b"till",
                b"til",
                b"from",
                b"by",
                b"before",
                b"after",
                b"to",
                b"for",
                b"than",
            ];
            if bound.contains(&word) || DETERMINERS.contains(&word) || ARTICLES.contains(&word) {
                return None;
            }
            break;
        }
        wide = wide.over(start, wide.end);
    }
    Some(wide.offer("recently"))
}

/// A patient's name as "a patient", a colleague's as "a colleague"; behind "our patient" as nothing.
fn name(place: &Place<'_>, severity: Option<Severity>) -> Option<Offer> {
    let role = [
        b"patient".as_slice(),
        b"pt",
        b"mentor",
        b"crewmate",
        b"colleague",
        b"manager",
        b"mate",
        b"student",
        b"paramedic",
        b"partner",
    ];
    match place.before() {
        Some((start, word)) if role.contains(&word) => {
            Some(Offer { text: String::new(), start: start + word.len(), end: place.end })
        }
        Some((_, word)) if DETERMINERS.contains(&word) || ARTICLES.contains(&word) => None,
        _ if severity == Some(Severity::Caution) => Some(place.offer("a colleague")),
        _ => Some(place.offer("a patient")),
    }
}

/// "has porphyria" as "has a rare condition".
fn condition(place: &Place<'_>) -> Option<Offer> {
    let before = place.before()?.1;
    [b"has".as_slice(), b"had", b"having", b"with", b"of", b"got"]
        .contains(&before)
        .then(|| place.offer("a rare condition"))
}

/// "at 12 Acacia Avenue" as "at an address nearby".
fn address(place: &Place<'_>) -> Option<Offer> {
    let before = place.before()?.1;
    let leads = WHITHER.contains(&before) || [b"at".as_slice(), b"outside", b"near"].contains(&before);
    leads.then(|| place.offer("an address nearby"))
}
