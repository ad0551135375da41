//! What takes the sting out of bad words: they are quoted, reported, condemned, denied, or the writer's own.

use super::super::one_of::{OneOf, one_of};
use super::clause::Clause;
use super::predicate::{is_copula, is_leading};

/// How far a quotation or a report may reach, in folded bytes.
const QUOTE: usize = 200;
/// How far in front, in words, someone may be said to have said it.
const REPORT: usize = 14;
/// How far in front, in words, the writer may speak of themself.
const OWN_REACH: usize = 10;

const WRITER: OneOf = one_of("i i'm im we we're i'd id i'll just let's lets");
const SAYING: OneOf = one_of(
    "saying says said say shouting shouted shouts claim claims claimed claiming yelled yelling posts comments remarks \
    slur slurs phrase phrases term terms stereotype stereotypes tolerate condemn condemned condemning racists racist \
    sexist homophobic transphobic bigot bigots bigoted homophobes labelled labelling described describing wishing \
    wrote writes writing wished tweets tweeting myth abuse telling",
);
const CALLING: OneOf = one_of("called calls calling call callin");
const THINKING: OneOf = one_of("think thinks believe believes thought thinking treats treat treating view views");
const THINKER: OneOf = one_of("who people they he she anyone someone if nobody politician");
const TOLD: OneOf = one_of("was been get got getting being were gets");
const CONDEMNING: OneOf = one_of(
    "unacceptable misguided racist sexist homophobic transphobic ableist bigotry hateful reported reporting hurtful \
    offensive discrimination harassment",
);
const APPROVED: OneOf = one_of("ok okay acceptable welcome funny banter alright right true cool fine");
const DENYING: OneOf = one_of("not isnt isn't never arent aren't no aint ain't wasnt wasn't");

/// A quotation mark, or the end of a line, which ends a quotation.
#[derive(Debug, Clone, Copy)]
pub struct Sign {
    /// Where it stands in the folded text.
    at: usize,
    mark: u8,
    opens: bool,
    closes: bool,
}

/// The quotation marks and ends of lines of a text, in order.
fn signs(text: &[u8]) -> Vec<Sign> {
    let edge = |b: Option<&u8>| b.is_none_or(|&b| !crate::text::is_word(b));
    let marks = text.iter().enumerate().filter(|(_, byte)| matches!(byte, b'"' | b'\'' | b'\n'));
    let places = marks.map(|(at, _)| at);
    let all = places.map(|at| {
        let (mark, before, behind) = (text[at], at.checked_sub(1).map(|i| &text[i]), text.get(at + 1));
        let quotes = mark != b'\n';
        let opens = quotes && edge(before) && !edge(behind);
        let closes = quotes && edge(behind) && before.is_some_and(|&b| b != b' ');
        Sign { at, mark, opens, closes }
    });
    all.filter(|s| s.mark == b'\n' || s.opens || s.closes).collect()
}

impl Clause<'_> {
    /// Whether words `first..=last` are someone else's, whom the writer quotes, reports or condemns.
    #[inline(never)]
    pub fn reported(self, first: usize, last: usize) -> bool {
        self.quoted(first, last) || self.said_by_others(first) || self.condemned(last)
    }

    fn quoted(self, first: usize, last: usize) -> bool {
        let signs = self.context.quotation.get_or_init(|| signs(&self.context.folded.lower));
        let (start, end) = (self.place(first).0, self.place(last).1);
        let inside = |sign: u8| {
            let of = |s: &&Sign| s.mark == sign || s.mark == b'\n';
            let at = signs.partition_point(|s| s.at < start);
            let open = signs[..at].iter().rev().take_while(|s| s.at + QUOTE >= start).find(of)?;
            let behind = at + signs[at..].partition_point(|s| s.at < end);
            let close = signs[behind..].iter().take_while(|s| s.at < end + QUOTE).find(of)?;
            (open.opens && close.closes).then_some((open.at, close.at))
        };
        let Some((open, close)) = inside(b'"').or_else(|| inside(b'\'')) else { return false };
        // "So called" and what the writer thinks or says are the writer's own.
        let (first, behind) = (self.number_at(open), self.number_at(close));
        let others = first + (self.context.words.all.len() - behind) >= 3;
        let own = self.before(first, 3).any(|n| matches!(self.word(n), b"i" | b"we" | b"i'd" | b"think"))
            && !self.before(first, 3).any(|n| self.is(n, &DENYING));
        others && !own
    }

    fn said_by_others(self, first: usize) -> bool {
        for (back, n) in self.before(first, REPORT).enumerate() {
            let word = self.word(n);
            if word == b"but" {
                break;
            }
            let front = |most: usize| self.before(n, most).map(move |n| self.word(n));
            if self.pauses(n + 1) && back > 0 {
                break;
            }
            if SAYING.holds(word) && !front(1).any(|w| WRITER.holds(w)) && !front(2).any(|w| DENYING.holds(w)) {
                return true;
            }
            let called = CALLING.holds(word) && back < 4 && !front(1).any(|w| WRITER.holds(w));
            let joked = matches!(word, b"joke" | b"jokes") && self.word(n + 1) == b"about" && n + 2 >= first;
            let spelt = matches!(word, b"word" | b"words") && front(1).any(|w| w == b"the");
            let told = word == b"told" && front(1).any(|w| TOLD.holds(w));
            let thought = THINKING.holds(word) && front(2).any(|w| THINKER.holds(w));
            if called || told || thought || spelt || joked {
                return true;
            }
        }
        false
    }

    fn condemned(self, last: usize) -> bool {
        self.after(last + 1, 10).take_while(|&n| !self.opens(n)).any(|n| {
            let word = self.word(n);
            CONDEMNING.holds(word) && !self.before(n, 2).any(|n| self.is(n, &DENYING))
                || APPROVED.holds(word) && n > last + 1 && self.before(n, 2).any(|n| n > last && self.is(n, &DENYING))
        })
    }

    /// Whether words that begin at `first` are said of no one: "nobody who rings is a …", "she isn't a …".
    pub fn denied_of(self, first: usize) -> bool {
        for n in self.before(first, 6) {
            let word = self.word(n);
            if is_copula(word) {
                const NOBODY: OneOf = one_of("nobody no none never neither dont don't not");
                let clause = self.before(n, 6).take_while(|&n| !self.pauses(n + 1));
                return DENYING.holds(word) || clause.into_iter().any(|n| self.is(n, &NOBODY));
            }
            if DENYING.holds(word) && !matches!(self.word(n + 1), b"such" | b"just" | b"only") {
                return true;
            }
            if !is_leading(word) {
                return false;
            }
        }
        false
    }

    /// Whether the writer says words `first..=last` of themself: "I've been a right …", "as a … myself".
    #[inline(never)]
    pub fn own(self, first: usize, last: usize) -> bool {
        const LEADING: OneOf = one_of(
            "a an such the been being was were am be so just really proper right complete absolute total bit of like \
            real utter felt feel feeling acting still that less fellow proud fat old little stupid massive realest \
            prettiest call calling called my all always quit acting try trying not to need bunch load behave behaving complete",
        );
        const BEHIND: OneOf = one_of("myself ourselves");
        const OWN: OneOf = one_of("i i'm im we we're were we'll i'll i've ive weve we've myself ourselves");
        if self.before(first, 6).any(|n| self.word(n) == b"self") {
            return true;
        }
        let mut led = false;
        for n in self.before(first, OWN_REACH) {
            let word = self.word(n);
            // "I'm not a …" says nothing of oneself.
            if word == b"not" && self.word(n + 1) != b"to" {
                return false;
            }
            led |= OWN.holds(word) || word == b"fellow";
            if led || !LEADING.holds(word) {
                break;
            }
        }
        // "As a proper … I can tell you"
        let mut front = self.before(first, 5);
        let speaks_as =
            front.any(|n| self.word(n) == b"as" && self.opens(n)) && self.after(last + 1, 2).any(|n| self.is(n, &OWN));
        led || speaks_as || self.after(last + 1, 3).any(|n| self.is(n, &BEHIND)) || self.ends_with_me(last + 1)
    }

    /// Whether the writer turns out to be meant: "thick as a plank, me", "a right … (that's me)", "the … of the year is me".
    fn ends_with_me(self, from: usize) -> bool {
        const LEADING: OneOf = one_of("is was that's thats that was its it's yes");
        self.after(from, 8).skip_while(|&n| self.word(n) != b"me").take(1).any(|n| {
            let ends = !self.adjoins(n + 1) || self.opens(n + 1);
            ends && (self.pauses(n) || n > 0 && self.is(n - 1, &LEADING))
        })
    }
}
