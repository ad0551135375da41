//! One name: whose it is, and whether it counts.

use super::one_of::{OneOf, one_of};
use super::scene::Scene;
use super::{Context, capitals};
use crate::catalogue::Tag;
use crate::text::is_word;

/// A run of capitalised words that may name someone.
pub struct Name<'c> {
    /// Where it was found.
    pub context: &'c Context<'c>,
    /// What the post speaks of.
    pub scene: &'c Scene,
    /// Whether no place of the text speaks enough of work for a name that nothing tells.
    pub quiet: bool,
    /// First folded byte.
    pub start: usize,
    /// Where its first word ends.
    pub first: usize,
    /// One past the last byte.
    pub end: usize,
}

/// Without a word that tells whose it is, a name needs so much at the least.
pub const LEAST_UNTOLD: i32 = 3;

/// How much must speak of work for "our Sam" to be a colleague.
const OURS: i32 = 4;

/// What stands in front of a name and tells whose it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cue {
    Patient,
    Colleague,
    None,
}

impl Name<'_> {
    /// Whether it counts; true for a patient's.
    #[inline(never)]
    pub fn counts(&self) -> Option<bool> {
        let context = self.context;
        let lower = &context.folded.lower;
        let first = bare(&lower[self.start..self.first]);
        let (cue, kin, said) = (self.cue(), self.kin_follow(), self.said() || self.aged());
        let told = cue != Cue::None || kin || said;
        if !told && self.quiet {
            return None;
        }
        let work = self.scene.work(self.start, self.end);
        if !told && work < LEAST_UNTOLD || self.of_no_one() {
            return None;
        }
        if capitals::never_a_name(first) || known(context, self.start, self.end) || public_place(context, self.end) {
            return None;
        }
        let single = first.split(|&b| b == b'-').next().unwrap_or(first);
        let listed = context.is_listed(Tag::FirstName, first) || context.is_listed(Tag::FirstName, single);
        let rest = &lower[(self.first + 1).min(self.end)..self.end];
        let surname = rest.rsplit(|&b| b == b' ').next().unwrap_or_default();
        let full = !rest.is_empty() && !PLACE_WORDS.holds(surname);
        let family = full && context.is_listed(Tag::Surname, bare(surname));
        if !rest.is_empty() && !full {
            return None;
        }
        if first.len() < 3 && !(listed && cue != Cue::None) {
            return None;
        }
        let known_name = (listed || family) && (!AMBIGUOUS.holds(first) || full || told || !self.opens());
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
            // "Our Ethan" is mostly a son.
            (_, true, true) => {
                if self.front().1 == b"our" {
                    OURS
                } else {
                    1
                }
            }
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
        let weak = !told && WEAK_BEHIND.holds(self.word_behind());
        let work = work - if self.near_pet() { 6 } else { 0 } - if weak { 3 } else { 0 };
        (work >= least).then_some(cue == Cue::Patient || kin)
    }

    /// Whether it may be the name of someone told beside another: it is listed, and no one's whom all know.
    pub fn may_be_told(&self) -> bool {
        let context = self.context;
        let first = bare(&context.folded.lower[self.start..self.first]);
        let full = self.end > self.first;
        (full || context.is_listed(Tag::FirstName, first))
            && !capitals::never_a_name(first)
            && !known(context, self.start, self.end)
            && !public_place(context, self.end)
            && !context.is_listed(Tag::Place, bare(&context.folded.lower[self.start..self.end]))
    }

    /// Whether it stands at the beginning of a sentence.
    pub fn opens(&self) -> bool {
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
        const { one_of("in at near from to of outside around through towards up down") }.holds(word)
    }

    /// Whether a small word that names often follow stands in front.
    fn led(&self) -> bool {
        let before = self.context.folded.lower[..self.start].strip_suffix(b" ").unwrap_or_default();
        let word = &before[before.iter().rposition(|&b| !is_word(b)).map_or(0, |i| i + 1)..];
        const { one_of("to and with from for about like met is was that when had") }.holds(word)
    }

    /// Whether a word for what people do stands behind.
    fn acts(&self) -> bool {
        ACTS.holds(self.word_behind())
    }

    /// The word behind a blank behind it; empty where there is none.
    fn word_behind(&self) -> &[u8] {
        let behind = self.context.folded.lower[self.end..].strip_prefix(b" ").unwrap_or_default();
        &behind[..behind.iter().position(|&b| !is_word(b)).unwrap_or(behind.len())]
    }

    /// Whether an age stands behind, over a comma: "Doreen, 88, who".
    fn aged(&self) -> bool {
        let behind = self.context.folded.lower[self.end..].strip_prefix(b", ").unwrap_or_default();
        let digits = behind.iter().take_while(|b| b.is_ascii_digit()).count();
        (2..=3).contains(&digits) && behind.get(digits).is_none_or(|b| matches!(b, b',' | b'.' | b' ' | b'!'))
    }

    /// Where it ends without the 's of an owner.
    pub fn bare_end(&self) -> usize {
        let name = &self.context.folded.lower[self.start..self.end];
        self.start + bare(name).len()
    }

    fn cue(&self) -> Cue {
        let (trimmed, word) = self.front();
        let at = trimmed.len();
        let mut cue = match word {
            b"our" => Cue::Colleague,
            // "Her name was Josie", "his wife Joan".
            _ if KIN.holds(word)
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

    /// Whether what stands in front shows that it is no patient's and no colleague's name.
    fn of_no_one(&self) -> bool {
        const INTRODUCED: [&[u8]; 10] =
            [b"i'm", b"im", b"i am", b"name is", b"name's", b"names", b"me", b"it's", b"its", b"this is"];
        let (trimmed, word) = self.front();
        let introduced = |words: &&[u8]| {
            trimmed.strip_suffix(*words).is_some_and(|front| !front.last().is_some_and(|&b| is_word(b)))
        };
        NOT_PEOPLE.holds(word) || INTRODUCED.iter().any(introduced)
    }

    /// The text in front, over a comma or colon, and its last word.
    fn front(&self) -> (&[u8], &[u8]) {
        let before = &self.context.folded.lower[..self.start];
        let trimmed = before.strip_suffix(b" ").unwrap_or(before);
        let trimmed = trimmed.strip_suffix(b",").or_else(|| trimmed.strip_suffix(b":")).unwrap_or(trimmed);
        let last = |text: &[u8]| text.iter().rposition(|&b| !is_word(b) && b != b'\'').map_or(0, |i| i + 1);
        let mut word = last(trimmed);
        // "Crewed with big Tony", "thank you lovely Bev".
        let mut trimmed = trimmed;
        if const { one_of("big wor lovely gorgeous amazing brilliant now") }.holds(&trimmed[word..]) {
            trimmed = trimmed[..word].trim_ascii_end();
            trimmed = trimmed.strip_suffix(b",").or_else(|| trimmed.strip_suffix(b" the")).unwrap_or(trimmed);
            word = last(trimmed);
        }
        (trimmed, &trimmed[word..])
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
        owner && KIN.holds(word)
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
                words.take(4).any(|w| PRAISE.holds(w))
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
const PRAISE: OneOf = one_of(
    "legend star rock hero diamond gem angel saint credit inspiration wonderful brilliant amazing best \
    superstar beauty smashed nailed leaving retiring joining missed queen king",
);

/// How far away a word for a pet makes a name a pet's.
const PET_REACH: usize = 48;

/// Without the 's of an owner.
pub fn bare(word: &[u8]) -> &[u8] {
    word.strip_suffix(b"'s").or_else(|| word.strip_suffix(b"'")).unwrap_or(word)
}

/// How long the name at the front of `cased` is: a capital, then at least one small letter.
pub fn name_length(cased: &[u8]) -> usize {
    let length = cased.iter().take_while(|&&b| is_word(b) || b == b'\'' || b == b'-').count();
    let named = length >= 2 && cased[0].is_ascii_uppercase() && cased[1..length].iter().any(u8::is_ascii_lowercase);
    if named { length } else { 0 }
}

/// Where the capitalised words that go on from `end` end, two at most.
pub fn name_end(cased: &[u8], mut end: usize) -> usize {
    for _ in 0..2 {
        if cased.get(end) != Some(&b' ') || cased[..end].ends_with(b"'s") {
            break;
        }
        let length = name_length(&cased[end + 1..]);
        let word = cased[end + 1..end + 1 + length].to_ascii_lowercase();
        if length < 2
            || capitals::never_a_name(bare(&word))
            || const { one_of("i'm i've if is and") }.holds(word.as_slice())
        {
            break;
        }
        end += 1 + length;
    }
    end
}

/// Whether the name goes on as a place's: "Mrs Beeton Court", "Doncaster Royal Infirmary".
pub fn public_place(context: &Context<'_>, end: usize) -> bool {
    let rest = context.folded.lower[end..].strip_prefix(b" ").unwrap_or_default();
    let word = &rest[..rest.iter().position(|&b| !is_word(b)).unwrap_or(rest.len())];
    PLACE_WORDS.holds(word) && !WEAK_BEHIND.holds(word)
}

/// Relatives whose mention makes the owner of the name a patient, or one of a patient's family.
const KIN: OneOf = one_of(
    "mum mam dad mother father grandad nan gran granny grandma wife husband family parents daughter son \
    eldest youngest brother sister carer partner boy girl little funeral house heart ashes bedside twin \
    baby kids",
);

/// Words in front of a name that make it a storm, a saint, a ship or a star.
const NOT_PEOPLE: OneOf = one_of(
    "storm st saint hurricane king queen prince princess lord sir dame president pope minister secretary \
    mp hms mv mount lake loch the by annie resus in near at team camp project operation hotel cafe nurse \
    sister",
);

/// Whether a word is one that people do, or that leads to where they are.
pub fn goes_on_about_someone(word: &[u8]) -> bool {
    ACTS.holds(word) || const { one_of("on with again from at in you") }.holds(word)
}

/// Whether a first name is an everyday word too.
pub fn ambiguous(word: &[u8]) -> bool {
    AMBIGUOUS.holds(word)
}

/// What people do, behind their names.
const ACTS: OneOf = one_of(
    "was is has had did said says told asked sang made got went came who died passed knew held gave loved \
    wanted would kept looked taught cried smiled laughed sat thinks knows hands leaves starts deserves \
    never always and",
);

/// First names that are everyday words too, and open a sentence as such.
const AMBIGUOUS: OneOf = one_of(
    "will mark rob jack pat sue art ray guy max miles lee drew dale chase sandy rose ivy hope faith grace \
    dawn eve heather holly amber jade ruby pearl lily daisy poppy olive penny angel carol gene gale bill \
    dean clay joy dot charity bob rich frank earnest rusty dusty name summer autumn april may mine ride \
    june august victor sonny buddy happy merry sunny misty stormy harmony melody",
);

/// Second words that make a first name a place or a thing.
const PLACE_WORDS: OneOf = one_of(
    "road street lane avenue park house hall square station hospital ward centre sands beach bridge cross \
    day hill green court close way gardens school university college church city united town rovers \
    county ambulance service trust foundation awards the and for with from has was will infirmary royal \
    general lodge farm cottage crescent terrace drive place airport services arms inn hotel club fc afc \
    utd show cup league crown rise fields estate grove care home hospice surgery market festival",
);

/// Words behind a first name that go on from a place or a thing as well.
const WEAK_BEHIND: OneOf = one_of("the and for with from has was will");

/// Whether a public figure or a figure of fiction is named there: the whole run of words, its beginning or its end.
pub fn known(context: &Context<'_>, start: usize, end: usize) -> bool {
    let name = bare(&context.folded.lower[start..end]);
    let mut blanks = name.iter().enumerate().filter(|&(_, &b)| b == b' ').map(|(i, _)| i);
    let listed = |words: &[u8]| context.is_listed(Tag::PublicFigure, words);
    listed(name) || blanks.any(|i| listed(&name[..i]) || listed(&name[i + 1..]))
}
