//! Abuse of things: the printer that jams, the sat nav that knows nothing.

use super::super::one_of::{OneOf, one_of};
use super::clause::Clause;
use super::people::Person;
use crate::catalogue::Tag;

/// How long a sentence is looked through, in words.
const REACH: usize = 24;

/// What stands in front of a thing that a sentence is about.
const LEADING: OneOf = one_of(
    "the this that these those my our your his her a an bloody fucking sodding effing flipping freaking damn stupid useless \
    old new work office station bastard poxy crappy and when how so well god come on rest in peace you absolute total \
    complete utter piece of shit sat washing coffee vending",
);

impl Clause<'_> {
    /// Whether the words `first..=last` are said of a thing: "you stupid laptop", "this printer is a …", "The car died. You
    /// useless …".
    pub fn of_machine(self, first: usize, last: usize) -> bool {
        let described = self.after(last + 1, 3).take_while(|&n| self.adjoins(n)).find(|&n| !self.is(n, &LEADING));
        if described.is_some_and(|n| self.is_machine(n)) {
            return true;
        }
        let opening = self.before(first, REACH).last().unwrap_or(first);
        // This comes first: few sentences are about things, and most name someone.
        if !self.opens_with_machine(opening) && !self.follows_machine(opening) {
            return false;
        }
        if self.names_someone(opening, first) || self.names_someone(last + 1, self.ending(last)) {
            return false;
        }
        // "My phone died and you are a …" is about you; "you absolute …" may be about the phone.
        let you = self.before(first, REACH).find(|&n| self.named(n).is_some_and(|named| named.person == Person::You));
        you.is_none_or(|you| (you + 1..first).all(|n| self.is(n, &LEADING)))
    }

    /// Whether the sentence before the one that begins with word `opening` is about a thing, and about no one.
    pub fn follows_machine(self, opening: usize) -> bool {
        /// Behind these sits whoever is spoken to.
        const DRIVEN: OneOf = one_of("car van truck ambo vehicle bus train bike scooter");
        let Some(last) = opening.checked_sub(1) else { return false };
        let first = self.before(last, REACH).last().unwrap_or(last);
        self.machine(first).is_some_and(|n| !self.is(n, &DRIVEN)) && !self.names_someone(first, opening)
    }

    /// Whether the sentence that begins with word `opening` is about a thing.
    pub fn opens_with_machine(self, opening: usize) -> bool {
        self.machine(opening).is_some()
    }

    fn machine(self, opening: usize) -> Option<usize> {
        self.after(opening, REACH).find(|&n| !self.is(n, &LEADING)).filter(|&n| self.is_machine(n))
    }

    fn is_machine(self, number: usize) -> bool {
        let word = self.context.words.all.get(number);
        word.is_some_and(|word| self.context.listings.holds_word(Tag::Machine, word.hash))
    }

    /// Where the sentence of word `number` ends: the first word of the next.
    fn ending(self, number: usize) -> usize {
        self.after(number, REACH).last().unwrap_or(number) + 1
    }

    /// Whether one of the words `from..to` is a person, be it only "he"; the writer does not count.
    fn names_someone(self, from: usize, to: usize) -> bool {
        let someone = |person| matches!(person, Person::Kind(_) | Person::They | Person::Someone);
        let points = |n| matches!(self.word(n), b"this" | b"that" | b"these" | b"those");
        (from..to).any(|n| !points(n) && self.named(n).is_some_and(|named| someone(named.person)))
    }
}
