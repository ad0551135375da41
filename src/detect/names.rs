//! Names of patients, relatives and colleagues: told by who is spoken of beside them, and by lists of names.

use super::candidate::Candidate;
use super::checks::Verdict;
use super::scene::{LateScene, Scene};
use super::{Context, Hit, capitals};
use crate::catalogue::{Check, Tag};
use crate::finding::Severity;
use crate::text::is_word;

/// "Mrs V. Cattermole", "Dr Patel", "mrs cheung" where work is spoken of.
pub fn titled(found: &Candidate<'_>) -> Verdict {
    let context = found.context;
    let surname = found.lower().iter().rposition(|&b| b == b' ').map_or(0, |i| i + 1);
    let word = &found.lower()[surname..];
    let capital = found.cased()[surname].is_ascii_uppercase();
    let private = [b"mr".as_slice(), b"ms", b"mx", b"mis", b"mas"].iter().any(|t| found.lower().starts_with(t));
    let staff = !private;
    let small = context.is_listed(Tag::Surname, word) || context.is_listed(Tag::FirstName, word);
    if !(capital || small && !staff) || known(context, found.start, found.end) || public_place(context, found.end) {
        return Verdict::Not;
    }
    let end = name_end(&context.folded.cased, found.end);
    // In small letters it needs more.
    if found.scene().work(found.start, found.end) < if capital { 1 } else { 3 } {
        Verdict::Not
    } else if staff {
        Verdict::CoveringAs(found.start, end, Severity::Caution)
    } else {
        Verdict::Covering(found.start, end)
    }
}

/// Whether a public figure or a figure of fiction is named there: the whole run of words, its beginning or its end.
fn known(context: &Context<'_>, start: usize, end: usize) -> bool {
    let name = bare(&context.folded.lower[start..end]);
    let mut blanks = name.iter().enumerate().filter(|&(_, &b)| b == b' ').map(|(i, _)| i);
    let listed = |words: &[u8]| context.is_listed(Tag::PublicFigure, words);
    listed(name) || blanks.any(|i| listed(&name[..i]) || listed(&name[i + 1..]))
}

/// Adds names without a title.
pub fn detect(context: &Context<'_>, late: &LateScene, hits: &mut Vec<Hit>) {
    let Some(rule) = context.catalogue.rule_of(Check::FullName) else { return };
    let scene = late.get_or_init(|| Scene::new(context));
    if capitals::none(context) {
        small_names(context, scene, rule, hits);
        return;
    }
    if !capitals::tell(context) {
        return;
    }
    let cased = &context.folded.cased;
    let lower = &context.folded.lower;
    let mut last = 0;
    for word in &context.words.all {
        let start = word.start as usize;
        if start < last
            || !cased[start].is_ascii_uppercase()
            || start > 0 && matches!(cased[start - 1], b'@' | b'#' | b'_' | b'/' | b'-')
        {
            continue;
        }
        let length = name_length(&cased[start..]);
        let first = start + length;
        // "Big Malc" is Malc.
        if length < 2 || NICKNAMES.contains(&&lower[start..first]) && cased.get(first) == Some(&b' ') {
            continue;
        }
        let name = Name { context, scene, start, first, end: name_end(cased, first) };
        // "Telling Yusuf's wife" begins with a verb.
        if name.end > first
            && name.opens()
            && !known(context, start, name.end)
            && !context.is_listed(Tag::FirstName, bare(&lower[start..first]))
        {
            continue;
        }
        last = name.end;
        if let Some(patient) = name.counts() {
            let severity = if patient { None } else { Some(Severity::Caution) };
            hits.push(Hit { rule, start, end: name.bare_end(), severity });
        }
    }
}

/// Adds listed first names behind a cue, in a text whose writer leaves capitals out: "well done shanice".
fn small_names(context: &Context<'_>, scene: &Scene, rule: u16, hits: &mut Vec<Hit>) {
    let lower = &context.folded.lower;
    for m in context.matches {
        let patient = match context.tag(m) {
            Some(Tag::NameCue | Tag::Role) => false,
            Some(Tag::PatientCue) => true,
            _ => continue,
        };
        let start = m.end as usize + 1;
        let Some(rest) = lower.get(start..).filter(|_| lower[start - 1] == b' ') else { continue };
        let word = &rest[..rest.iter().position(|&b| !is_word(b)).unwrap_or(rest.len())];
        let name =
            word.len() >= 3 && context.is_listed(Tag::FirstName, word) && !known(context, start, start + word.len());
        if name && scene.work(start, start + word.len()) >= 1 {
            let severity = if patient { None } else { Some(Severity::Caution) };
            hits.push(Hit { rule, start, end: start + word.len(), severity });
        }
    }
}

/// Words that are capitalised in front of a name and are no part of it.
const NICKNAMES: &[&[u8]] = &[
    b"big", b"little", b"old", b"young", b"wee", b"baby", b"poor", b"dear", b"our", b"lovely", b"nana", b"nan",
    b"nanna", b"grandad", b"granny", b"auntie", b"aunty", b"uncle", b"thanks", b"tell", b"bless", b"happy", b"rip",
];

/// A run of capitalised words that may name someone.
struct Name<'c> {
    context: &'c Context<'c>,
    scene: &'c Scene,
    start: usize,
    /// Where its first word ends.
    first: usize,
    end: usize,
}

/// Without a word that tells whose it is, a name needs so much at the least.
const LEAST_UNTOLD: i32 = 3;

/// What stands in front of a name and tells whose it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cue {
    Patient,
    Colleague,
    /// Something that shows that it is no name of either.
    Other,
    None,
}

impl Name<'_> {
    /// Whether it counts; true for a patient's.
    fn counts(&self) -> Option<bool> {
        let context = self.context;
        let lower = &context.folded.lower;
        let first = bare(&lower[self.start..self.first]);
        let cue = self.cue();
        let kin = self.kin_follow();
        let said = self.said();
        let told = cue != Cue::None || kin || said;
        let work = self.scene.work(self.start, self.end);
        if cue == Cue::Other || !told && work < LEAST_UNTOLD {
            return None;
        }
        if capitals::never_a_name(first) || known(context, self.start, self.end) || public_place(context, self.end) {
            return None;
        }
        let single = first.split(|&b| b == b'-').next().unwrap_or(first);
        let listed = context.is_listed(Tag::FirstName, first) || context.is_listed(Tag::FirstName, single);
        let rest = &lower[(self.first + 1).min(self.end)..self.end];
        let surname = rest.rsplit(|&b| b == b' ').next().unwrap_or_default();
        let full = !rest.is_empty() && !PLACE_WORDS.contains(&surname);
        let family = full && context.is_listed(Tag::Surname, bare(surname));
        if !rest.is_empty() && !full {
            return None;
        }
        if first.len() < 3 && !(listed && cue != Cue::None) {
            return None;
        }
        let known_name = (listed || family) && (!AMBIGUOUS.contains(&first) || full || told || !self.opens());
        if !known_name && !self.looks_like_a_name(full) {
            return None;
        }
        let place =
            context.is_listed(Tag::Place, bare(&lower[self.start..self.end])) || context.is_listed(Tag::Place, first);
        if place && !told && (!known_name || self.placed()) {
            return None;
        }
        let least = match (kin, told, known_name) {
            (true, _, true) => -2,
            (true, _, false) => 2,
            (_, true, true) => 1,
            (_, true, false) => {
                if self.role_before() {
                    0
                } else {
                    4
                }
            }
            // Full names alone are mostly of people in the news.
            (_, false, true) => {
                if full {
                    4
                } else {
                    4 - i32::from(self.led() || self.acts())
                }
            }
            // A capital alone may be anything.
            (_, false, false) => return None,
        };
        let work = work - if self.near_pet() { 6 } else { 0 };
        (work >= least).then_some(cue == Cue::Patient || kin)
    }

    /// Whether it stands at the beginning of a sentence.
    fn opens(&self) -> bool {
        let cased = &self.context.folded.cased;
        let before = cased[..self.start].iter().rev().find(|&&b| b != b' ' && b != b'"' && b != b'(').copied();
        before.is_none_or(|b| !is_word(b) && !matches!(b, b',' | b'&'))
            || !matches!(cased[..self.start].last(), Some(b' ' | b'"' | b'('))
    }

    /// Whether a capital in the middle of a sentence, or a role in front, makes an unlisted word a name.
    fn looks_like_a_name(&self, full: bool) -> bool {
        let cased = &self.context.folded.cased;
        let plain = cased[self.start + 1..self.first].iter().filter(|b| b.is_ascii_uppercase()).count() == 0;
        let opens = self.opens();
        // "Patient Relations" begins with a word that is evidence itself.
        let word = self
            .context
            .inside(self.start, self.end)
            .any(|m| self.context.tag(m).is_some_and(|t| !matches!(t, Tag::Own | Tag::Telling | Tag::Spot)));
        let proper = !cased[self.start..self.first].contains(&b'\'')
            && self.first - self.start >= 4
            && cased[self.first - 1].is_ascii_lowercase();
        plain && (self.role_before() || full && self.said() || proper && !word && !opens && !self.placed())
    }

    /// Whether a word for where stands in front.
    fn placed(&self) -> bool {
        let before = self.context.folded.lower[..self.start].strip_suffix(b" ").unwrap_or_default();
        let word = &before[before.iter().rposition(|&b| !is_word(b)).map_or(0, |i| i + 1)..];
        matches!(
            word,
            b"in"
                | b"at"
                | b"near"
                | b"from"
                | b"to"
                | b"of"
                | b"outside"
                | b"around"
                | b"through"
                | b"towards"
                | b"up"
                | b"down"
        )
    }

    /// Whether a small word that names often follow stands in front.
    fn led(&self) -> bool {
        let before = self.context.folded.lower[..self.start].strip_suffix(b" ").unwrap_or_default();
        let word = &before[before.iter().rposition(|&b| !is_word(b)).map_or(0, |i| i + 1)..];
        matches!(
            word,
            b"to"
                | b"and"
                | b"with"
                | b"from"
                | b"for"
                | b"about"
                | b"like"
                | b"met"
                | b"is"
                | b"was"
                | b"that"
                | b"when"
                | b"had"
        )
    }

    /// Whether a word for what people do stands behind.
    fn acts(&self) -> bool {
        let behind = self.context.folded.lower[self.end..].strip_prefix(b" ").unwrap_or_default();
        let word = &behind[..behind.iter().position(|&b| !is_word(b)).unwrap_or(behind.len())];
        ACTS.contains(&word)
    }

    /// Where it ends without the 's of an owner.
    fn bare_end(&self) -> usize {
        let name = &self.context.folded.lower[self.start..self.end];
        self.start + bare(name).len()
    }

    fn cue(&self) -> Cue {
        let lower = &self.context.folded.lower;
        let before = &lower[..self.start];
        let trimmed = before.strip_suffix(b" ").unwrap_or(before);
        let trimmed = trimmed.strip_suffix(b",").or_else(|| trimmed.strip_suffix(b":")).unwrap_or(trimmed);
        let at = trimmed.len();
        let word = &trimmed[trimmed.iter().rposition(|&b| !is_word(b) && b != b'\'').map_or(0, |i| i + 1)..];
        if NOT_PEOPLE.contains(&word) {
            return Cue::Other;
        }
        let introduced =
            [b"i'm".as_slice(), b"im", b"i am", b"name is", b"name's", b"names", b"me", b"it's", b"its", b"this is"];
        if introduced
            .iter()
            .any(|words| trimmed.ends_with(words) && !trimmed[..at - words.len()].last().is_some_and(|&b| is_word(b)))
        {
            return Cue::Other;
        }
        let mut cue = match word {
            b"our" => Cue::Colleague,
            // "Her name was Josie", "his wife Joan".
            _ if KIN.contains(&word)
                && [b"his ".as_slice(), b"her ", b"their "].iter().any(|w| trimmed[..at - word.len()].ends_with(w)) =>
            {
                Cue::Patient
            }
            _ => Cue::None,
        };
        for m in self.context.inside(at.saturating_sub(LONGEST_CUE), at).filter(|m| m.end as usize == at) {
            match self.context.tag(m) {
                Some(Tag::Role | Tag::NameCue) if cue == Cue::None => cue = Cue::Colleague,
                Some(Tag::PatientCue) => cue = Cue::Patient,
                _ => {}
            }
        }
        cue
    }

    /// Whether a role stands right in front.
    fn role_before(&self) -> bool {
        let start = self.start;
        self.context
            .inside(start.saturating_sub(LONGEST_CUE), start)
            .any(|m| start - m.end as usize <= 2 && self.context.is_tag(m, Tag::Role))
    }

    /// "Gurpreet's grandad".
    fn kin_follow(&self) -> bool {
        let lower = &self.context.folded.lower;
        let owner = lower[self.start..self.end].ends_with(b"'s");
        let behind = lower[self.end..].strip_prefix(b" ").unwrap_or_default();
        let word = &behind[..behind.iter().position(|&b| !is_word(b)).unwrap_or(behind.len())];
        owner && KIN.contains(&word)
    }

    /// Whether what is said of colleagues or patients stands right behind: "Kieran at dispatch", "Jo is a legend".
    fn said(&self) -> bool {
        let context = self.context;
        let listed =
            |m: &crate::matching::Match| m.start as usize - self.end <= 2 && context.is_tag(m, Tag::SaidOfAColleague);
        if context.inside(self.end, self.end + LONGEST_CUE).any(listed) {
            return true;
        }
        let behind = &context.folded.lower[self.end..context.folded.lower.len().min(self.end + LONGEST_CUE)];
        let mut words = behind.split(|&b| !is_word(b) && b != b'\'').filter(|w| !w.is_empty());
        match words.next() {
            Some(b"at" | b"from" | b"in" | b"on") if behind.starts_with(b" ") => {
                let of_work = |m: &crate::matching::Match| {
                    matches!(context.tag(m), Some(Tag::Duty | Tag::Care)) && m.start as usize - self.end <= AT_WORK
                };
                context.inside(self.end, self.end + LONGEST_CUE).any(of_work)
            }
            Some(b"is" | b"you" | b"was" | b"what") if behind.starts_with(b" ") => {
                words.take(4).any(|w| PRAISE.contains(&w))
            }
            Some(b"on" | b"for") => words.next().is_some_and(|w| w.ends_with(b"ing")),
            _ => false,
        }
    }

    fn near_pet(&self) -> bool {
        self.context.near(Tag::Pet, self.start, self.end, PET_REACH)
    }
}

/// The longest cue, in folded bytes.
const LONGEST_CUE: usize = 40;
/// How far behind a name its place of work begins: "from the stores".
const AT_WORK: usize = 14;
/// Words of praise.
const PRAISE: &[&[u8]] = &[
    b"legend",
    b"star",
    b"rock",
    b"hero",
    b"diamond",
    b"gem",
    b"angel",
    b"saint",
    b"credit",
    b"inspiration",
    b"wonderful",
    b"brilliant",
    b"amazing",
    b"best",
    b"superstar",
    b"beauty",
    b"smashed",
    b"nailed",
    b"leaving",
    b"retiring",
    b"joining",
    b"missed",
    b"queen",
    b"king",
];

/// How far away a word for a pet makes a name a pet's.
const PET_REACH: usize = 48;

/// Without the 's of an owner.
fn bare(word: &[u8]) -> &[u8] {
    word.strip_suffix(b"'s").or_else(|| word.strip_suffix(b"'")).unwrap_or(word)
}

/// How long the name at the front of `cased` is: a capital, then at least one small letter.
fn name_length(cased: &[u8]) -> usize {
    let length = cased.iter().take_while(|&&b| is_word(b) || b == b'\'' || b == b'-').count();
    let named = length >= 2 && cased[0].is_ascii_uppercase() && cased[1..length].iter().any(u8::is_ascii_lowercase);
    if named { length } else { 0 }
}

/// Where the capitalised words that go on from `end` end, two at most.
fn name_end(cased: &[u8], mut end: usize) -> usize {
    for _ in 0..2 {
        if cased.get(end) != Some(&b' ') || cased[..end].ends_with(b"'s") {
            break;
        }
        let length = name_length(&cased[end + 1..]);
        let word = cased[end + 1..end + 1 + length].to_ascii_lowercase();
        if length < 2
            || capitals::never_a_name(bare(&word))
            || matches!(word.as_slice(), b"i'm" | b"i've" | b"if" | b"is" | b"and")
        {
            break;
        }
        end += 1 + length;
    }
    end
}

/// Whether the name goes on as a place's: "Mrs Beeton Court", "Doncaster Royal Infirmary".
fn public_place(context: &Context<'_>, end: usize) -> bool {
    let rest = context.folded.lower[end..].strip_prefix(b" ").unwrap_or_default();
    let word = &rest[..rest.iter().position(|&b| !is_word(b)).unwrap_or(rest.len())];
    PLACE_WORDS.contains(&word)
}

/// Relatives whose mention makes the owner of the name a patient, or one of a patient's family.
const KIN: &[&[u8]] = &[
    b"mum",
    b"mam",
    b"dad",
    b"mother",
    b"father",
    b"grandad",
    b"nan",
    b"gran",
    b"granny",
    b"grandma",
    b"wife",
    b"husband",
    b"family",
    b"parents",
    b"daughter",
    b"son",
    b"eldest",
    b"youngest",
    b"brother",
    b"sister",
    b"carer",
    b"partner",
    b"boy",
    b"girl",
    b"little",
    b"funeral",
    b"house",
    b"heart",
    b"ashes",
    b"bedside",
    b"twin",
    b"baby",
    b"kids",
];

/// Words in front of a name that make it a storm, a saint, a ship or a star.
const NOT_PEOPLE: &[&[u8]] = &[
    b"storm",
    b"st",
    b"saint",
    b"hurricane",
    b"king",
    b"queen",
    b"prince",
    b"princess",
    b"lord",
    b"sir",
    b"dame",
    b"president",
    b"pope",
    b"minister",
    b"secretary",
    b"mp",
    b"hms",
    b"mv",
    b"mount",
    b"lake",
    b"loch",
    b"the",
    b"by",
    b"annie",
    b"resus",
    b"in",
    b"near",
    b"at",
    b"team",
    b"camp",
    b"project",
    b"operation",
    b"hotel",
    b"cafe",
    b"nurse",
    b"sister",
];

/// What people do, behind their names.
const ACTS: &[&[u8]] = &[
    b"was",
    b"is",
    b"has",
    b"had",
    b"did",
    b"said",
    b"says",
    b"told",
    b"asked",
    b"sang",
    b"made",
    b"got",
    b"went",
    b"came",
    b"who",
    b"died",
    b"passed",
    b"knew",
    b"held",
    b"gave",
    b"loved",
    b"wanted",
    b"would",
    b"kept",
    b"looked",
    b"taught",
    b"cried",
    b"smiled",
    b"laughed",
    b"sat",
    b"thinks",
    b"knows",
    b"hands",
    b"leaves",
    b"starts",
    b"deserves",
    b"never",
    b"always",
    b"and",
];

/// First names that are everyday words too, and open a sentence as such.
const AMBIGUOUS: &[&[u8]] = &[
    b"will", b"mark", b"rob", b"jack", b"pat", b"sue", b"art", b"ray", b"guy", b"max", b"miles", b"lee", b"drew",
    b"dale", b"chase", b"sandy", b"rose", b"ivy", b"hope", b"faith", b"grace", b"dawn", b"eve", b"heather", b"holly",
    b"amber", b"jade", b"ruby", b"pearl", b"lily", b"daisy", b"poppy", b"olive", b"penny", b"angel", b"carol", b"gene",
    b"gale", b"bill", b"dean", b"clay", b"joy", b"dot", b"charity", b"bob", b"rich", b"frank", b"earnest", b"rusty",
    b"dusty", b"name", b"summer", b"autumn", b"april", b"may", b"mine", b"ride", b"june", b"august", b"victor",
    b"sonny", b"buddy", b"happy", b"merry", b"sunny", b"misty", b"stormy", b"harmony", b"melody",
];

/// Second words that make a first name a place or a thing.
const PLACE_WORDS: &[&[u8]] = &[
    b"road",
    b"street",
    b"lane",
    b"avenue",
    b"park",
    b"house",
    b"hall",
    b"square",
    b"station",
    b"hospital",
    b"ward",
    b"centre",
    b"sands",
    b"beach",
    b"bridge",
    b"cross",
    b"day",
    b"hill",
    b"green",
    b"court",
    b"close",
    b"way",
    b"gardens",
    b"school",
    b"university",
    b"college",
    b"church",
    b"city",
    b"united",
    b"town",
    b"rovers",
    b"county",
    b"ambulance",
    b"service",
    b"trust",
    b"foundation",
    b"awards",
    b"the",
    b"and",
    b"for",
    b"with",
    b"from",
    b"has",
    b"was",
    b"will",
    b"infirmary",
    b"royal",
    b"general",
    b"lodge",
    b"farm",
    b"cottage",
    b"crescent",
    b"terrace",
    b"drive",
    b"place",
    b"airport",
    b"services",
    b"arms",
    b"inn",
    b"hotel",
    b"club",
    b"fc",
    b"afc",
    b"utd",
    b"show",
    b"cup",
    b"league",
    b"crown",
    b"rise",
    b"fields",
    b"estate",
    b"grove",
    b"care",
    b"home",
    b"hospice",
    b"surgery",
    b"market",
    b"festival",
];
