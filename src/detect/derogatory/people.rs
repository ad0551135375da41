//! Who is spoken of: a protected group, patients, colleagues, the employer, whoever is spoken to.

use super::super::Context;
use super::super::one_of::{OneOf, one_of};
use super::clause::Clause;
use crate::catalogue::{Check, Tag};
use crate::finding::Severity;

/// Someone that a word names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Person {
    /// Those of whom a kind of finding speaks: a protected group, a way of life, patients, colleagues, the employer.
    Kind(&'static str),
    /// Whoever is spoken to.
    You,
    /// "They", who were named before.
    They,
    /// One person, or people without a name.
    Someone,
    /// The writer.
    Writer,
    /// A thing.
    Thing,
}

/// Whom a word names, and the words that name them.
#[derive(Debug, Clone, Copy)]
pub struct Named {
    /// Who it is.
    pub person: Person,
    /// The first word.
    pub first: usize,
    /// The last one.
    pub last: usize,
}

pub const PATIENT: &str = "derogatory/patient";
pub const COLLEAGUE: &str = "derogatory/colleague";
pub const EMPLOYER: &str = "derogatory/employer";

/// The kinds of people at work.
pub const AT_WORK: [&str; 3] = [PATIENT, COLLEAGUE, EMPLOYER];

/// The kind of those whom a list of words for people names.
fn named_by(tag: Tag) -> Option<&'static str> {
    Some(match tag {
        Tag::OfRace => "derogatory/race",
        Tag::OfReligion => "derogatory/religion",
        Tag::OfSex => "derogatory/sex",
        Tag::OfSexualOrientation => "derogatory/sexual-orientation",
        Tag::OfGenderReassignment => "derogatory/gender-reassignment",
        Tag::OfDisability => "derogatory/disability",
        Tag::OfAge => "derogatory/age",
        Tag::OfPregnancy => "derogatory/pregnancy",
        Tag::OfMarriage => "derogatory/marriage",
        Tag::OfCulture => "derogatory/culture",
        Tag::OfPatients => PATIENT,
        Tag::OfColleagues => COLLEAGUE,
        Tag::OfTheEmployer => EMPLOYER,
        _ => return None,
    })
}

/// The kind of those whom a list of words speaks of, named or not.
fn spoken_of_by(tag: Tag) -> Option<&'static str> {
    Some(match tag {
        Tag::OnRace => "derogatory/race",
        Tag::OnReligion => "derogatory/religion",
        Tag::OnSex => "derogatory/sex",
        Tag::OnSexualOrientation => "derogatory/sexual-orientation",
        Tag::OnGenderReassignment => "derogatory/gender-reassignment",
        Tag::OnDisability => "derogatory/disability",
        Tag::OnAge => "derogatory/age",
        Tag::OnPregnancy => "derogatory/pregnancy",
        Tag::OnMarriage => "derogatory/marriage",
        Tag::OnCulture => "derogatory/culture",
        Tag::OnPatients => PATIENT,
        Tag::OnColleagues => COLLEAGUE,
        Tag::OnTheEmployer => EMPLOYER,
        _ => return None,
    })
}

/// What stands behind an adjective that makes it people.
const HEADS: OneOf = one_of(
    "people person persons folk folks men man women woman guys guy girls girl boys boy kids kid lads lad bloke blokes \
    lot crowd community communities families family couples couple lives life ones mums mum mothers mother dads parents \
    students workers patients drivers types brigade mob kind seekers colleagues staff nurses doctors paramedics lady \
    ladies gentleman bird birds fella fellas youth youths neighbours minorities minority lads mothers bastards bastard \
    cunts cunt claimants sleepers generation z crews crew culture countries applicants adults dears dear",
);

/// What goes on after a name for people.
const GO_ON: OneOf = one_of(
    "are is was were who whos and or in on at with like to but should need needs have has today get deserve \
    do can would will all at again for from that i we they after before when if because so than too now best",
);

/// Those who are no group by themselves.
const YOU: OneOf = one_of("you u ya ye youre you're ur yourself yourselves");
const THEY: OneOf = one_of("they theyre they're them em these those theirs");
const SOMEONE: OneOf = one_of(
    "he she hes shes he's she's him her this that who whos who's man bloke woman guy girl boy lad person people \
    someone whoever everyone everybody lot neighbour ex driver",
);
const WRITER: OneOf =
    one_of("i im i'm we were we're ive i've weve we've me us my our myself ourselves id i'd ill i'll");
const THING: OneOf = one_of("it its it's there theres there's thats that's thing things");

impl Clause<'_> {
    /// The people that word `number` names, adjectives in front of it included. "Gay people" is one name, and "people"
    /// is none.
    pub fn named(self, number: usize) -> Option<Named> {
        let word = self.word(number);
        let here = |person, first| Some(Named { person, first, last: number });
        if HEADS.holds(word)
            && number > 0
            && self.adjoins(number)
            && let Some(kind) = self.group(number - 1)
            && !is_work(kind)
        {
            return here(Person::Kind(kind), number - 1);
        }
        if let Some(kind) = self.group(number).filter(|_| !self.needs_head(number) || self.stands_alone(number)) {
            // "Black nurses" are first of all black.
            let front = number.checked_sub(1).filter(|_| self.adjoins(number)).and_then(|n| self.group(n));
            if let Some(closer) = front.filter(|&closer| !is_work(closer) && is_work(kind)) {
                return here(Person::Kind(closer), number - 1);
            }
            return here(Person::Kind(kind), number);
        }
        let class = [
            (YOU, Person::You),
            (THEY, Person::They),
            (WRITER, Person::Writer),
            (THING, Person::Thing),
            (SOMEONE, Person::Someone),
        ];
        class.into_iter().find(|(list, _)| list.holds(word)).and_then(|(_, person)| here(person, number))
    }

    /// The kind of those whom word `number` names.
    pub fn group(self, number: usize) -> Option<&'static str> {
        self.listed(number, named_by)
    }

    /// The protected characteristic or way of life that word `number` is about.
    pub fn group_topic(self, number: usize) -> Option<&'static str> {
        let of_group = |kind: &&'static str| !is_work(kind);
        let named = || self.listed(number, |tag| named_by(tag).filter(of_group));
        let topic = || self.listed(number, |tag| spoken_of_by(tag).filter(of_group));
        if self.is_of_a_thing(number) { None } else { named().or_else(topic) }
    }

    /// Whether word `number` is an adjective before a word that means no people: "white bread", "old-fashioned". Of what
    /// only people are, "trans rights" still speaks of them.
    fn is_of_a_thing(self, number: usize) -> bool {
        const OF_THINGS: OneOf = one_of(
            "aged american australian benefit birds black blind brown chicks chinese coloured council egyptian estate \
            expectant female foreign french girl greek indian irish italian japanese male man mexican moroccan old \
            overseas pole polish poor portuguese posh rural russian single spanish student turkish vegan village \
            vietnamese welsh white woman working young",
        );
        let next = number + 1;
        self.is(number, &OF_THINGS)
            && self.adjoins(next)
            && !(HEADS.holds(self.word(next)) || self.adjoins(next + 1) && HEADS.holds(self.word(next + 1)))
            && !GO_ON.holds(self.word(next))
            && self.listed(next, |tag| named_by(tag).or_else(|| spoken_of_by(tag))).is_none()
            && !self.context.listings.holds_word(Tag::Scathing, self.context.words.all[next].hash)
    }

    /// How much word `number` tells that people at work of this kind are spoken of.
    pub fn speaks_of(self, number: usize, kind: &str) -> i32 {
        const NAMED: i32 = 2;
        const VERB: OneOf = one_of(
            "wouldnt wouldn't never dont don't cant can't couldnt couldn't not to i you we id i'd ill i'll will would should \
            now",
        );
        const WHOM: OneOf = one_of("nobody noone anyone anybody me you him her them us it this that your my no");
        // "Never trust him" is about nobody's employer.
        let led = || number > 0 && self.is(number - 1, &VERB);
        if self.word(number) == b"trust" && (led() || self.adjoins(number + 1) && self.is(number + 1, &WHOM)) {
            return 0;
        }
        let among = |of: fn(Tag) -> Option<&'static str>| {
            self.listed(number, |tag| of(tag).filter(|&other| other == kind)).is_some()
        };
        if among(named_by) { NAMED } else { i32::from(among(spoken_of_by)) }
    }

    /// [`Self::speaks_of`] for each kind of [`AT_WORK`].
    pub fn tells_of_work(self, number: usize) -> [i32; AT_WORK.len()] {
        let at_work = |tag| named_by(tag).or_else(|| spoken_of_by(tag)).filter(|kind| is_work(kind));
        match self.listed(number, at_work) {
            Some(_) => AT_WORK.map(|kind| self.speaks_of(number, kind)),
            None => [0; AT_WORK.len()],
        }
    }

    /// What `wanted` makes of a list that holds word `number`.
    fn listed<T>(self, number: usize, wanted: impl Fn(Tag) -> Option<T>) -> Option<T> {
        self.context.listings.find(self.context.words.all.get(number)?.hash, wanted)
    }

    /// Whether word `number` is "I", "we" or "my".
    pub fn is_writer(self, number: usize) -> bool {
        self.is(number, &WRITER)
    }

    /// Whether a sentence that begins with word `number` is about the writer: "I …", "my kids …", not "my crewmate …".
    pub fn is_about_writer(self, number: usize) -> bool {
        let others = matches!(self.word(number), b"my" | b"our")
            && [number + 1, number + 2].iter().any(|&n| self.group(n).is_some_and(is_work));
        self.is_writer(number) && !others
    }

    /// Whether the sentence that begins with word `number` tells who its writer is: "As a trans man I …".
    pub fn speaks_as(self, number: usize) -> bool {
        self.word(number) == b"as"
            && matches!(self.word(number + 1), b"a" | b"an" | b"the")
            && self.after(number + 2, 4).any(|n| self.group(n).is_some())
    }

    fn needs_head(self, number: usize) -> bool {
        self.listed(number, |tag| (tag == Tag::OfSome).then_some(())).is_some()
    }

    /// Whether an adjective stands for people by itself: "the disabled are", "as a Pole", "like an African."
    fn stands_alone(self, number: usize) -> bool {
        const ARTICLES: OneOf = one_of("a an the another some every these those you any next single last");
        let led = number > 0 && self.adjoins(number) && self.is(number - 1, &ARTICLES);
        let ends = !self.adjoins(number + 1) || self.is(number + 1, &GO_ON);
        led && ends
    }

    /// The people named last before word `number` of any sentence, for "they".
    pub fn named_before(self, number: usize) -> Option<Named> {
        const MOST: usize = 24;
        (number.saturating_sub(MOST)..number)
            .rev()
            .filter_map(|n| self.named(n))
            .find(|named| matches!(named.person, Person::Kind(_)))
    }
}

/// Whether a kind speaks of people at work rather than of a characteristic.
pub fn is_work(kind: &str) -> bool {
    AT_WORK.contains(&kind)
}

/// The rule that a detector raises for a kind.
pub fn rule_of(context: &Context<'_>, kind: &str) -> Option<u16> {
    let rules = &context.catalogue.rules;
    let mut raised = (0..rules.len()).filter(|&n| rules[n].check == Check::Derided).map(|n| n as u16);
    raised.find(|&n| context.kind_of(n) == kind)
}

/// Whether a rule lists what people also say in fun.
pub fn is_mild(context: &Context<'_>, rule: u16) -> bool {
    context.catalogue.rules[usize::from(rule)].severity == Some(Severity::Advice)
}
