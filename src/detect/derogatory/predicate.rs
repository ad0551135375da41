//! What is said of people: contempt and loathing. A rule finds the words; who they are about is asked here.

use super::super::one_of::{OneOf, one_of};
use super::clause::Clause;
use super::people::{Named, Person, is_work};
use crate::catalogue::Tag;

/// How far the subject of a sentence may lie in front of what is said of it, in words.
const REACH: usize = 12;
/// How far an object may lie behind its verb.
const OBJECT: usize = 7;

/// What makes a word of contempt stronger, or only leads up to it.
const LEADING: OneOf = one_of(
    "so all just really absolute absolutely such a an the complete utter total totally completely utterly proper right real \
    pure bunch load loads lot pack herd shower of nothing but pretty fucking bloody effing freaking damn most no \
    better than worse like as basically literally actually frankly simply only too very quite always also still \
    mostly usually generally often clearly obviously truly genuinely massive massively big little fat lazy dirty old \
    bit kind sort more thing than even ever both either filthy thieving horrible inherently naturally biologically \
    seriously incredibly extremely fundamentally mentally human some these those walking plain properly becoming \
    honestly bunch",
);
/// What joins a subject to what is said of it.
const COPULAS: OneOf = one_of(
    "are is r be was were been being am isnt arent isn't aren't wasnt wasn't werent weren't seem seems look looks act \
    acts acting can will would could behave sound smell smells become becomes remain ain't aint makes",
);
/// What finds, thinks or calls someone something.
const FINDING: OneOf = one_of("find finding found consider think call why are is were what how because makes make");
const NEGATIONS: OneOf = one_of(
    "not never no none nobody neither nor isnt arent isn't aren't wasnt wasn't werent weren't aint ain't dont don't \
    doesnt doesn't didnt didn't wont won't wouldnt wouldn't cant can't cannot couldnt couldn't shouldnt shouldn't \
    hardly without",
);
/// The subject and the verb in one.
const JOINED: OneOf = one_of("they're theyre you're youre ur he's hes she's shes who's whos theyve they've");
const WRITER_JOINED: OneOf = one_of("i'm im we're were ive i've weve we've");
const THING_JOINED: OneOf = one_of("it's its that's thats there's theres what's whats where's heres here's");
/// What may follow the name of people before what is said of them.
const LINKS: OneOf = one_of(
    "who that which like with without in on at from of being these this today here there nowadays really all both \
    and or are is r always just only today tonight around under over living coming need should can could would will \
    do dont don't have has had ever never who've whove",
);
const CONJUNCTIONS: OneOf = one_of("but and because cos so while though although when if unless then whereas");

/// Whether a word joins a subject to what is said of it.
pub fn is_copula(word: &[u8]) -> bool {
    COPULAS.holds(word)
}

/// Whether a word only leads up to what is said.
pub fn is_leading(word: &[u8]) -> bool {
    LEADING.holds(word)
}

impl Clause<'_> {
    /// Whom a word of contempt at `first..=last` is about: "lazy crewmates", "immigrant scum", "women … are so thick",
    /// "as filthy as these …", "an idiot of a manager".
    #[inline(never)]
    pub fn derided(self, first: usize, last: usize, tag: Tag) -> Option<Named> {
        let fits = |named: &Named| match named.person {
            Person::Kind(kind) => tag == Tag::Scorn || !is_work(kind),
            Person::You => tag == Tag::Scorn,
            _ => false,
        };
        self.described(last).or_else(|| self.labelled(first, tag)).or_else(|| self.said(first)).filter(fits)
    }

    /// The people right behind an adjective: "lazy crewmates", "as lazy as these …", "an idiot of a manager".
    fn described(self, last: usize) -> Option<Named> {
        const BETWEEN: OneOf =
            one_of("old fucking bloody little fat young white of a an as than these those you the all any our my");
        for n in self.after(last + 1, 5) {
            if !self.adjoins(n) || self.pauses(n) {
                return None;
            }
            if let Some(named) = self.named(n).filter(|named| matches!(named.person, Person::Kind(_))) {
                return Some(named);
            }
            let follows = self.named(n + 1).is_some_and(|named| named.first == n);
            if !(self.is(n, &BETWEEN) || follows) {
                return None;
            }
        }
        None
    }

    /// The people right in front of a noun: "immigrant scum", "women: useless".
    fn labelled(self, first: usize, tag: Tag) -> Option<Named> {
        let number = first.checked_sub(1)?;
        if self.equals(first) {
            return self.named(number);
        }
        let kind = self.group(number).filter(|kind| tag == Tag::Scorn && self.adjoins(first) && !is_work(kind))?;
        let aged = matches!(kind, "derogatory/age" | "derogatory/marriage");
        (!aged).then_some(Named { person: Person::Kind(kind), first: number, last: number })
    }

    /// The subject of which `first` is said by way of a verb like "are", or in a question: "are … so thick?"
    fn said(self, first: usize) -> Option<Named> {
        // "They aren't human"
        if self.is(first, &COPULAS) {
            return self.subject(first);
        }
        for n in self.before(first, REACH) {
            let word = self.word(n);
            if COPULAS.holds(word) {
                return if NEGATIONS.holds(word) && !self.such(n + 1) { None } else { self.subject(n) };
            }
            if WRITER_JOINED.holds(word) || THING_JOINED.holds(word) || self.negates(n) {
                return None;
            }
            if JOINED.holds(word) {
                return self.named(n).map(|named| self.resolved(named));
            }
            if let Some(named) = self.named(n).filter(|named| matches!(named.person, Person::Kind(_) | Person::You)) {
                // "Are … so thick?", "I find … so thick"
                let asked = self.before(named.first, 3).any(|n| self.is(n, &FINDING));
                return asked.then_some(named);
            }
            if !LEADING.holds(word) {
                return None;
            }
        }
        None
    }

    /// Whether word `number` takes back what follows; "not just" and "no better than" do not.
    pub fn negates(self, number: usize) -> bool {
        self.is(number, &NEGATIONS) && !self.such(number + 1)
    }

    fn such(self, number: usize) -> bool {
        const STILL: OneOf = one_of("such just only even better more merely simply one");
        self.is(number, &STILL)
    }

    /// The subject that ends in front of the verb at `verb`.
    pub fn subject(self, verb: usize) -> Option<Named> {
        let mut you = None;
        let mut follows = verb;
        for n in self.before(verb, REACH) {
            let word = self.word(n);
            if self.negates(n) && n + 2 >= verb {
                return None;
            }
            if let Some(named) = self.named(n) {
                let nearest = n + 1 == verb;
                match named.person {
                    Person::Kind(_) => {
                        let none = named.first > 0 && self.is(named.first - 1, &NEGATIONS);
                        let joined = nearest || self.is(n + 1, &LINKS);
                        if joined && !none && !self.pauses_between(n + 1, follows) {
                            return Some(named);
                        }
                        break;
                    }
                    Person::Writer | Person::Thing if nearest => return None,
                    Person::They if you.is_none() => return Some(self.resolved(named)),
                    Person::You => you = you.or(Some(named)),
                    Person::Someone if nearest => you = you.or(Some(named)),
                    _ => {}
                }
                follows = n;
            }
            if CONJUNCTIONS.holds(word) && n + 1 < verb {
                break;
            }
        }
        you
    }

    fn pauses_between(self, from: usize, to: usize) -> bool {
        (from..=to).any(|n| self.pauses(n))
    }

    /// "They" as those who were named last.
    fn resolved(self, named: Named) -> Named {
        match named.person {
            Person::They => self.named_before(named.first).unwrap_or(named),
            _ => named,
        }
    }

    /// Whom loathing at `first..=last` is for: "I can't stand these …", "nothing worse than a …".
    #[inline(never)]
    pub fn loathed(self, first: usize, last: usize) -> Option<Named> {
        const UNDERGOING: OneOf =
            one_of("being getting having waiting suffering dying feeling going struggling are is have get");
        const VERBS: OneOf = one_of("hate hated hating hates despise loathe detest cant can't cannot");
        let named = self.object(last + 1).filter(|named| matches!(named.person, Person::Kind(_)))?;
        let verb = self.is(first, &VERBS);
        if !verb {
            let work = matches!(named.person, Person::Kind(kind) if is_work(kind));
            return (!work && !self.denied(first)).then_some(named);
        }
        let undergoes = self.adjoins(named.last + 1) && self.is(named.last + 1, &UNDERGOING);
        (!undergoes && self.meant(first)).then_some(named)
    }

    /// Whether the writer, or everyone, is the one who does what `verb` says.
    fn meant(self, verb: usize) -> bool {
        const BESIDE: OneOf = one_of(
            "really absolutely fucking bloody just do truly so utterly honestly actually all always would will could \
            also still genuinely even totally completely started starting to grown learned learnt come proper simply \
            can must have had definitely and",
        );
        const ANYONE: OneOf = one_of("everyone everybody i we who's id i'd ill i'll ive i've we'd we've honestly");
        for n in self.before(verb, 6) {
            let word = self.word(n);
            if ANYONE.holds(word) {
                return !self.before(n, 2).any(|n| matches!(self.word(n), b"say" | b"think" | b"said"));
            }
            if !BESIDE.holds(word) {
                return false;
            }
        }
        true
    }

    /// Whether something within four words in front of `number` takes it back.
    fn denied(self, number: usize) -> bool {
        let asked = |n: usize| self.before(n, 1).any(|n| matches!(self.word(n), b"why"));
        self.before(number, 4).any(|n| self.negates(n) && !asked(n))
    }

    /// The people named behind a verb, whatever leads up to them.
    #[inline(never)]
    pub fn object(self, from: usize) -> Option<Named> {
        const BETWEEN: OneOf = one_of(
            "all these those the any every each such fucking bloody other of kind kinds sort sorts type types most lot \
            lots a an next single last so called stupid dirty filthy for and one bunch damn seeing that being around \
            dealing working with some our my this self entitled few more ones you your fellow",
        );
        const KIND: OneOf = one_of("kind lot sort type types");
        let mut fallback = None;
        for n in self.after(from, OBJECT) {
            if self.pauses(n) && n > from {
                break;
            }
            // "Nothing worse than your kind"
            if self.word(n) == b"your" && self.is(n + 1, &KIND) {
                return self.named_before(n);
            }
            if matches!(self.word(n), b"this" | b"that" | b"these" | b"those") && !self.person_follows(n + 1) {
                break;
            }
            match self.named(n) {
                Some(named) if matches!(named.person, Person::Kind(_)) => {
                    // "I hate that callers wait" is about the wait.
                    let clause = named.first > 0
                        && self.word(named.first - 1) == b"that"
                        && self.word(named.last).ends_with(b"s");
                    return (!clause).then_some(named);
                }
                Some(named) if fallback.is_none() => fallback = Some(named),
                _ => {}
            }
            let follows = self.named(n + 1).is_some_and(|named| named.first == n && n != named.last);
            if !(self.is(n, &BETWEEN) || follows) {
                break;
            }
        }
        fallback.map(|named| self.resolved(named))
    }

    /// Whether people are named at `number`, adjectives aside, or nothing is.
    fn person_follows(self, number: usize) -> bool {
        !self.adjoins(number) || self.after(number, 4).any(|n| self.named(n).is_some())
    }

    /// Who disgusts, or deserves ill, by what is said at `first`.
    #[inline(never)]
    pub fn repelling(self, first: usize) -> Option<Named> {
        if self.before(first, 2).any(|n| self.negates(n)) {
            return None;
        }
        let named = self.subject(first).filter(|named| matches!(named.person, Person::Kind(_)))?;
        // "Women 🤮" says it in two words; "disabled people 😡 at the cuts" does not.
        let drawn = self.is_drawn(first);
        let ends = first + 1 == self.context.words.all.len() || self.opens(first + 1);
        let alone = self.opens(named.first) && named.last + 1 == first && ends;
        (!drawn || alone && matches!(named.person, Person::Kind(kind) if !is_work(kind))).then_some(named)
    }
}
