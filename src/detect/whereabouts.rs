//! Where an incident was: places by name, and spots that are described well enough to be found.

use super::candidate::Candidate;
use super::checks::Verdict;
use super::one_of::{OneOf, one_of};
use super::scene::{LateScene, Scene};
use super::{Context, Hit, capitals};
use crate::catalogue::{Check, Tag};
use crate::matching::{Match, sort_as_numbers};
use crate::text::is_word;

/// A place by its name needs less than a gender, a described spot less again.
const ENOUGH_FOR_PLACE: i32 = 4;

/// No place brings more points of its own.
const MOST_PRIOR: i32 = 3;

/// A post must speak this much for an incident before anyone looks for places in it.
const WORTH_A_LOOK: i32 = 2;

/// What the detector looks with.
struct Search<'c> {
    context: &'c Context<'c>,
    late: &'c LateScene,
    lower: &'c [u8],
    cased: &'c [u8],
    /// Whether the writer leaves capitals out: then only a listed town is a name.
    small: bool,
}

/// Adds the places of an incident.
#[inline(never)]
pub fn detect(context: &Context<'_>, late: &LateScene, hits: &mut Vec<Hit>) {
    let Some(rule) = context.catalogue.rule_of(Check::Location) else { return };
    let scene = late.get_or_init(|| Scene::new(context));
    if scene.most() < WORTH_A_LOOK || !scene.has_harm() {
        return;
    }
    let search = Search {
        context,
        late,
        lower: &context.folded.lower,
        cased: &context.folded.cased,
        small: capitals::none(context),
    };
    let mut found: Vec<(usize, usize)> = Vec::new();
    for spot in context.matches.iter().filter(|m| matches!(context.tag(m), Some(Tag::Spot | Tag::Street))) {
        found.extend(search.spot(spot));
    }
    if search.small {
        search.small_names(&mut found);
    }
    if capitals::tell(context) {
        search.names(&mut found);
    }
    // Of those that begin together the longest comes first.
    let number = |&(start, end): &(usize, usize)| (start as u64) << 16 | (0xFFFF - end) as u64;
    sort_as_numbers(&mut found, number, |n| ((n >> 16) as usize, 0xFFFF - (n as usize & 0xFFFF)));
    let mut last = 0;
    for (start, end) in found {
        if start >= last {
            hits.push(Hit { rule, start, end, severity: None });
            last = end;
        }
    }
}

/// What stands in front of a place by its name.
struct Lead {
    /// The word for where.
    word: (usize, usize),
    /// Where the article behind it begins.
    article: Option<usize>,
}

/// Words between a place and the place by which it is found.
const LINKS: OneOf = one_of(
    "in on at by of near past off outside opposite behind beside above below under up down along between \
    next to across from just over towards round beyond inside alongside before after",
);
/// Words in front of a place by its name.
const LEADS: OneOf = one_of(
    "in at near by outside behind opposite off down up from to on of past round around through over \
    towards beyond between above below into for across under inside via along beside",
);
/// Words that may stand between such a word and the name.
const ARTICLES: OneOf = one_of("the a an that this our old big new sunny little");

impl Search<'_> {
    /// The word that ends at `end`, or before the blank there.
    fn word_before(&self, end: usize) -> Option<(usize, usize)> {
        let stop = end.checked_sub(1).filter(|&i| self.lower[i] == b' ')?;
        let length = word_length(self.lower[..stop].iter().rev());
        (length > 0).then_some((stop - length, stop))
    }

    /// The word that begins behind the blank at `start`; over a comma too.
    fn word_after(&self, start: usize) -> Option<(usize, usize)> {
        let gap = self.lower[start..].iter().take(2).take_while(|b| matches!(b, b' ' | b',')).count();
        let from = start + gap;
        let length = word_length(self.lower[from..].iter());
        (gap > 0 && length > 0).then_some((from, from + length))
    }

    fn capital(&self, at: usize) -> bool {
        self.cased[at].is_ascii_uppercase()
    }

    /// A capitalised word of a name: not "I", and not a day or a month.
    fn named(&self, (start, end): (usize, usize)) -> bool {
        self.capital(start) && end > start + 1 && !capitals::never_a_name(&self.lower[start..end])
    }

    /// Whether the capital of a name tells more than that a sentence begins or that someone shouts.
    fn tells(&self, (start, end): (usize, usize)) -> bool {
        let opens = !self.lower[..start].ends_with(b" ") || self.lower[..start].ends_with(b". ");
        let shouted = end > start + 3 && self.cased[start..end].iter().all(|b| !b.is_ascii_lowercase());
        !(opens || shouted) || self.context.is_listed(Tag::Place, &self.lower[start..end])
    }

    /// The evidence for a spot or a street that begins at `start`.
    fn spot_at(&self, start: usize) -> Option<&Match> {
        let spots = self.context.inside(start, start + 1 + LONGEST_SPOT).take_while(|m| m.start as usize == start);
        spots.filter(|m| matches!(self.context.tag(m), Some(Tag::Spot | Tag::Street))).max_by_key(|m| m.end)
    }

    /// A kind of place that a name or another place tells from all others: "the lay-by past Frome".
    #[inline(never)]
    fn spot(&self, spot: &Match) -> Option<(usize, usize)> {
        if self.score(spot.start as usize, spot.end as usize) + MOST_PRIOR < ENOUGH_FOR_PLACE {
            return None;
        }
        let street = self.context.is_tag(spot, Tag::Street);
        let (mut start, mut end) = (spot.start as usize, spot.end as usize);
        let mut told = false;
        for n in 0..MOST_NAMES {
            let Some(word) = self.word_before(start) else { break };
            let kind = self
                .context
                .inside(word.0, word.1)
                .any(|m| self.context.is_tag(m, Tag::Spot) && m.start as usize == word.0);
            if self.small && self.place(word) {
                told = true;
                start = word.0;
            } else if self.named(word) || kind {
                told |= (!kind || street) && self.tells(word);
                start = word.0;
            } else {
                // A road in small letters: "on moira street".
                let small = street && n == 1 && LEADS.holds(&self.lower[word.0..word.1]);
                told |= small;
                if n > 0 || !street || LEADS.holds(&self.lower[word.0..word.1]) || capitals::tell(self.context) {
                    break;
                }
                start = word.0;
            }
        }
        if street && !told {
            return None;
        }
        let mut linked = 0;
        while linked < MOST_LINKS {
            let Some(onward) = self.onward(end) else { break };
            told = true;
            end = onward;
            linked += 1;
        }
        if let Some(word) = self.word_before(start)
            && self.lower[word.0..word.1] == *b"the"
        {
            start = word.0;
        }
        if !told || self.owned(start) {
            return None;
        }
        let prior = if linked > 0 { 3 } else { 2 };
        (self.score(start, end) + prior >= ENOUGH_FOR_PLACE).then_some((start, end))
    }

    /// Where a place goes on to over "by the" and a name or another spot, or over a comma and a name.
    #[inline(never)]
    fn onward(&self, end: usize) -> Option<usize> {
        let comma = self.lower.get(end) == Some(&b',');
        let mut at = end;
        let mut links = 0;
        while let Some(word) = self.word_after(at) {
            let text = &self.lower[word.0..word.1];
            if self.lower[at] == b',' && at > end {
                return None;
            }
            let name = self.named(word) && !self.context.is_listed(Tag::FirstName, text);
            if links > 0 && self.small && self.place(word) {
                return Some(word.1);
            }
            if (links > 0 || comma) && name {
                return Some(self.name_end(word.1));
            }
            if links > 0
                && let Some(spot) = self.spot_at(word.0)
            {
                return Some(spot.end as usize);
            }
            if links > 0 && self.numbered_road(word) {
                return Some(word.1);
            }
            if links >= 4 || !(LINKS.holds(text) || links > 0 && ARTICLES.holds(text)) || comma {
                return None;
            }
            links += 1;
            at = word.1;
        }
        None
    }

    fn numbered_road(&self, (start, end): (usize, usize)) -> bool {
        matches!(self.cased[start], b'A' | b'M' | b'B')
            && end > start + 1
            && self.lower[start + 1..end].iter().all(u8::is_ascii_digit)
    }

    /// Where a run of capitalised words, and a kind of place behind them, ends.
    fn name_end(&self, mut end: usize) -> usize {
        for _ in 0..MOST_NAMES {
            let Some(word) = self.word_after(end) else { break };
            if self.lower[end] == b',' {
                break;
            }
            if let Some(spot) = self.spot_at(word.0) {
                end = spot.end as usize;
            } else if self.named(word) || self.joins_names(word) {
                end = word.1;
            } else {
                break;
            }
        }
        end
    }

    /// A small word in the middle of a name: "Newcastle upon Tyne".
    fn joins_names(&self, (start, end): (usize, usize)) -> bool {
        let small = const { one_of("and of upon on le the in") }.holds(&self.lower[start..end]);
        small && self.lower.get(end) == Some(&b' ') && self.word_after(end).is_some_and(|next| self.named(next))
    }

    /// Names of places behind "in", "at", "outside" and their like.
    fn names(&self, found: &mut Vec<(usize, usize)>) {
        let mut last = 0;
        for word in &self.context.words.all {
            let (start, end) = (word.start as usize, word.end as usize);
            // A word with a hyphen is two.
            if start < last || !self.capital(start) || start > 0 && self.lower[start - 1] == b'-' {
                continue;
            }
            let Some(lead) = self.lead(start) else {
                if self.noted(start, end) {
                    found.push((start, end));
                    last = end;
                }
                continue;
            };
            let length = self.lower[end..].iter().take_while(|&&b| is_word(b) || matches!(b, b'\'' | b'-')).count();
            if !self.named((start, end + length)) {
                continue;
            }
            if let Some(place) = self.name(&lead, start, end + length) {
                last = place.1;
                found.push(place);
            }
        }
    }

    /// Whether a listed town stands between pauses, as in notes, or tells one job from another: "Exeter, last Monday",
    /// "the Treorchy job".
    fn noted(&self, start: usize, end: usize) -> bool {
        let front = self.lower[..start].trim_ascii_end().last();
        let paused = front.is_none_or(|b| matches!(b, b'.' | b',' | b'!' | b'?' | b'\n'))
            && matches!(self.lower.get(end), Some(b',' | b'.'));
        let told = self.word_after(end).is_some_and(|next| {
            self.lower[end] == b' '
                && const { one_of("job one lot arrest rtc shout side incident stabbing") }
                    .holds(&self.lower[next.0..next.1])
        });
        (paused || told)
            && self.named((start, end))
            && self.place((start, end))
            && self.score(start, end) >= ENOUGH_FOR_PLACE + if paused { 2 } else { 0 }
            && !self.owned(start)
    }

    /// Listed towns behind "in", "at" and their like, in a text whose writer leaves capitals out.
    fn small_names(&self, found: &mut Vec<(usize, usize)>) {
        for word in self.context.words.all.windows(2) {
            let lead = (word[0].start as usize, word[0].end as usize);
            let name = (word[1].start as usize, word[1].end as usize);
            let placed = lead.1 + 1 == name.0
                && self.lower[lead.1] == b' '
                && const { one_of("in at near outside off by") }.holds(&self.lower[lead.0..lead.1]);
            if placed && self.score(name.0, name.1) >= ENOUGH_FOR_PLACE + 2 && self.place(name) && !self.owned(lead.0) {
                found.push(name);
            }
        }
    }

    /// A listed town that is no one's name.
    fn place(&self, (start, end): (usize, usize)) -> bool {
        let word = &self.lower[start..end];
        word.len() >= 4 && self.context.is_listed(Tag::Place, word) && !self.context.is_listed(Tag::FirstName, word)
    }

    /// The word for where in front of what begins at `start`.
    fn lead(&self, start: usize) -> Option<Lead> {
        let mut word = self.word_before(start)?;
        let mut article = None;
        if ARTICLES.holds(&self.lower[word.0..word.1]) {
            article = Some(word.0);
            word = self.word_before(word.0)?;
        }
        LEADS.holds(&self.lower[word.0..word.1]).then_some(Lead { word, article })
    }

    #[inline(never)]
    fn name(&self, lead: &Lead, start: usize, end: usize) -> Option<(usize, usize)> {
        if self.score(start, end) + MOST_PRIOR < ENOUGH_FOR_PLACE {
            return None;
        }
        let first = &self.lower[start..end];
        let whole = self.name_end(end);
        let listed = self.listed(start, whole);
        let person = self.context.is_listed(Tag::FirstName, first) || self.context.is_listed(Tag::Surname, first);
        let acronym = end - start <= 5 && !self.cased[start..end].iter().any(u8::is_ascii_lowercase);
        let weak =
            const { one_of("to of for from by on through into over up") }.holds(&self.lower[lead.word.0..lead.word.1]);
        // "To Graham" is a person, "of Monday" a day, "for TASC" a charity.
        if !listed && (person || weak || acronym) {
            return None;
        }
        let start = lead.article.unwrap_or(start);
        if self.owned(lead.word.0) {
            return None;
        }
        // "I was told to go to the RVI" is how a patient speaks.
        let patient = weak && self.context.near(Tag::Myself, lead.word.0, lead.word.1, OWN_REACH);
        let prior = i32::from(listed) - if patient { 6 } else { 0 };
        (self.score(start, whole) + prior >= ENOUGH_FOR_PLACE).then_some((start, whole))
    }

    /// Whether the name, or its first word or two, is a listed town.
    fn listed(&self, start: usize, end: usize) -> bool {
        let words = &self.lower[start..end];
        let blanks: Vec<usize> =
            words.iter().enumerate().filter(|&(_, &b)| b == b' ').map(|(i, _)| i).take(3).collect();
        let ends = [end - start].into_iter().chain(blanks);
        ends.into_iter().any(|to| self.context.is_listed(Tag::Place, &words[..to]))
    }

    /// Whether the writer's own doings are spoken of: "I live in", "my mum in".
    fn owned(&self, start: usize) -> bool {
        let from = start.saturating_sub(OWN_REACH);
        let sentence = crate::text::sentence(self.lower, start, start, OWN_REACH).0.max(from);
        let found = Candidate { context: self.context, late: self.late, start, end: start };
        self.context.inside(sentence, start).any(|m| self.context.is_tag(m, Tag::Own))
            || super::person::family_story(&found)
    }

    fn score(&self, start: usize, end: usize) -> i32 {
        self.late.get_or_init(|| Scene::new(self.context)).score(start, end)
    }
}

/// How long the word is that these bytes begin with, be it hyphenated; 0 for none.
fn word_length<'b>(bytes: impl Iterator<Item = &'b u8>) -> usize {
    let letters = bytes.take(LONGEST_WORD + 1);
    let length = letters.take_while(|&&b| is_word(b) || matches!(b, b'\'' | b'-' | b'&')).count();
    if length <= LONGEST_WORD { length } else { 0 }
}

/// A longer word is no name of a place; the limit keeps the work linear, however many hyphens there are.
const LONGEST_WORD: usize = 64;
/// The longest kind of place, in folded bytes.
const LONGEST_SPOT: usize = 32;
/// How many words of a name are taken.
const MOST_NAMES: usize = 4;
/// "The car park of the Range in Corby" has two.
const MOST_LINKS: usize = 3;
/// How far before a place "my mum" makes it the family's.
const OWN_REACH: usize = 80;

/// A numbered road: a capital, and a word for where in front.
pub fn numbered_road(found: &Candidate<'_>) -> Verdict {
    let capital = found.cased()[0].is_ascii_uppercase();
    let placed = const { one_of("the on off along near down up") }.holds(found.word_before());
    if capital && placed && !super::person::family_story(found) && found.score() >= ENOUGH_FOR_PLACE {
        Verdict::Found
    } else {
        Verdict::Not
    }
}

/// A ward or a bed; one with a number only where no measure follows.
pub fn bed(found: &Candidate<'_>) -> Verdict {
    let figure = found.lower().last().is_some_and(u8::is_ascii_digit);
    let measured = figure && found.goes_on() && MEASURES.holds(found.word_after());
    if measured || found.score() < ENOUGH_FOR_PLACE { Verdict::Not } else { Verdict::Found }
}

/// What follows a number that counts something else.
const MEASURES: OneOf = one_of("hours hour mins minutes of days times people more weeks down patients");
