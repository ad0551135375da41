//! Harm that the writer threatens, or wishes someone.

use super::super::one_of::{OneOf, one_of};
use super::clause::Clause;
use super::people::{Named, Person, is_work};

/// How far in front of the harm it may stand that someone would see it, in words.
const OBJECT: usize = 7;
/// How far the wish may lie in front of the harm, in words.
const REACH: usize = 12;

impl Clause<'_> {
    /// Whom the writer would harm, or would have harmed, by the verb at `first..=last`.
    #[inline(never)]
    pub fn threatened(self, first: usize, last: usize) -> Option<Named> {
        const INTENT: OneOf = one_of(
            "ill i'll gonna gunna going want wanna wont won't should shall lets let's must need needs to love someone somebody \
            please best well will ought would could might gotta better",
        );
        const GIVEN: OneOf = one_of("a an the some another with up for about on back off");
        const THIRD: OneOf = one_of("he she they it he's she's they're hes shes theyre who tried trying threatened");
        let intent = self.opens(first) || self.before(first, 5).any(|n| self.is(n, &INTENT));
        let bluffed = |n: usize| self.before(n, 3).any(|n| matches!(self.word(n), b"think" | b"thinking" | b"thinks"));
        let denied = |n: usize| self.negates(n) && !bluffed(n);
        let other = self.before(first, 5).any(|n| self.is(n, &THIRD) || denied(n));
        if !intent || other {
            return None;
        }
        let named = self.object(last + 1)?;
        let whole = match named.person {
            Person::Kind(kind) => !is_work(kind) || !self.opens(first),
            Person::You | Person::They | Person::Someone if self.word(named.last) != b"ur" => {
                !(self.opens(first) || self.adjoins(named.last + 1) && self.is(named.last + 1, &GIVEN))
            }
            _ => false,
        };
        whole.then_some(named)
    }

    /// Who should suffer what stands at `first`.
    #[inline(never)]
    pub fn doomed(self, first: usize) -> Option<Named> {
        const WISHES: OneOf = one_of(
            "should ought need needs must deserve deserves wish wishes hope hopes only off want wants please shouldve \
            should've shud better pray let",
        );
        const WANTS: OneOf = one_of("love like want wanna wait happy glad hope pray live long");
        const GOING: OneOf =
            one_of("to be been all just get gets being have had were was really fucking both would are of");
        let mut verb = first;
        for n in self.before(first, 6) {
            let word = self.word(n);
            if self.negates(n) {
                return None;
            }
            if WISHES.holds(word) {
                let named = self.subject(n).or_else(|| self.object(n + 1));
                return named.filter(|named| !matches!(named.person, Person::Thing | Person::Writer));
            }
            if !GOING.holds(word) {
                break;
            }
            verb = n;
        }
        // "I'd love to see those … suffer"
        if let Some(see) = self.before(first, OBJECT).find(|&n| self.word(n) == b"see") {
            let wanted = self.before(see, 3).any(|n| self.is(n, &WANTS));
            let denied = self.before(see, 4).any(|n| self.negates(n) && !matches!(self.word(n), b"cant" | b"can't"));
            return self.object(see + 1).filter(|named| {
                wanted && !denied && named.last < first && !matches!(named.person, Person::Thing | Person::Writer)
            });
        }
        // "I wish they were all shot", "better off if those … were shot"
        let wished = self.before(verb, REACH).find(|&n| self.is(n, &WISHES))?;
        let denied = self.before(wished, 2).chain(wished..first).any(|n| self.negates(n));
        let named = self.subject(verb).filter(|named| named.first > wished)?;
        (verb < first && !denied && !matches!(named.person, Person::Thing | Person::Writer)).then_some(named)
    }
}
