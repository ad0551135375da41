//! What the rules of the check `weighed` weigh, and where in a text it stands.

use super::super::Context;
use crate::blob::Reader;
use crate::matching::{Listing, Run, sort_as_numbers};
use crate::text::{Word, hash_word};

/// What speaks for and against each rule.
#[derive(Debug)]
pub struct Companions {
    pub(super) rules: Vec<Scale>,
    /// The fingerprint of each run of words, with what it is to which rule, in order.
    runs: Vec<u32>,
    /// A bit for each of them: most words of a text are passed by at this.
    may: Vec<u64>,
}

/// What one rule asks for.
#[derive(Debug)]
pub(super) struct Scale {
    pub rule: u16,
    /// How many words of the working day count.
    pub work: i32,
    /// What must come together.
    pub enough: i32,
}

/// What a run of words is to a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// Tells much: without one of these nothing is weighed.
    Tells,
    /// Speaks for something else.
    Unless,
    /// Fits.
    Fits,
}

impl Side {
    /// In the order in which the lists of a rule are written, and words are claimed.
    const ALL: [Self; 3] = [Self::Tells, Self::Unless, Self::Fits];
}

/// A run of words that a rule weighs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    /// Number of the rule among those of this check.
    pub rule: usize,
    pub side: Side,
    /// First and last word.
    pub first: usize,
    pub last: usize,
    /// The same words have the same.
    pub fingerprint: u32,
}

/// Bits of [`Companions::may`].
const MAY: u32 = 17;
/// Runs are kept as so many bits of their fingerprints: of a thousand strangers four are taken for one of them, which
/// adds or takes little, as no run tells enough by itself.
pub const RUN_BITS: u32 = 20;
/// What tells much is kept in full, because nothing is weighed without it.
pub const TELLING_BITS: u32 = Run::BITS;
const REST_BITS: u32 = TELLING_BITS - RUN_BITS;
/// How many bits of [`Companions::runs`] are the number of the rule, and how many its side.
const RULE_BITS: u32 = 5;
const SIDE_BITS: u32 = 2;
const REST: u32 = (1 << REST_BITS) - 1;
const BELOW: u32 = RULE_BITS + SIDE_BITS + REST_BITS;

impl Companions {
    /// Reads them as `compile::tables` wrote them.
    pub fn read(reader: &mut Reader<'_>) -> Self {
        let mut runs = Vec::new();
        let mut may = vec![0u64; 1 << (MAY - 6)];
        let mut number = 0;
        let rules = reader.list(|r| {
            let (rule, work, enough) = (r.number() as u16, r.number() as u8, r.number() as u8);
            for (side, what) in Side::ALL.into_iter().enumerate() {
                for fingerprint in Listing::read(r).fingerprints() {
                    let in_full = if what == Side::Tells { fingerprint } else { fingerprint << REST_BITS };
                    let (run, rest) = (in_full >> REST_BITS, in_full & REST);
                    runs.push(run << BELOW | rest << (RULE_BITS + SIDE_BITS) | number << SIDE_BITS | side as u32);
                    let bit = run >> (RUN_BITS - MAY);
                    may[bit as usize / 64] |= 1 << (bit % 64);
                }
            }
            number += 1;
            Scale { rule, work: i32::from(work), enough: i32::from(enough) }
        });
        sort_as_numbers(&mut runs, |&n| u64::from(n), |n| n as u32);
        Self { rules, runs, may }
    }

    /// What a run of words with this whole fingerprint is to the rules.
    fn of(&self, in_full: u32) -> impl Iterator<Item = (usize, Side)> {
        let (fingerprint, rest) = (in_full >> REST_BITS, in_full & REST);
        let bit = fingerprint >> (RUN_BITS - MAY);
        let may = self.may[bit as usize / 64] >> (bit % 64) & 1 == 1;
        let runs = if may { self.runs.as_slice() } else { &[] };
        let same = runs[runs.partition_point(|n| n >> BELOW < fingerprint)..]
            .iter()
            .take_while(move |&&n| n >> BELOW == fingerprint);
        same.filter_map(move |&n| {
            let side = Side::ALL[(n & ((1 << SIDE_BITS) - 1)) as usize];
            let is_it = side != Side::Tells || n >> (RULE_BITS + SIDE_BITS) & REST == rest;
            is_it.then_some(((n >> SIDE_BITS & ((1 << RULE_BITS) - 1)) as usize, side))
        })
    }

    /// Every run of words in a text that some rule weighs, in the order of the text.
    pub(super) fn pieces(&self, context: &Context<'_>) -> Vec<Piece> {
        let words = &context.words.all;
        let mut pieces: Vec<Piece> = Vec::new();
        for (first, word) in words.iter().enumerate() {
            let mut run = Run::default();
            for (further, next) in words[first..].iter().take(LONGEST_RUN).enumerate() {
                run = run.and(next.hash);
                let before = pieces.len();
                self.add(run, (first, first + further), before, &mut pieces);
                if further == 0 && may_be_a_form(context, word) {
                    for stem in stems(context, word).into_iter().flatten() {
                        self.add(Run::default().and(stem), (first, first), before, &mut pieces);
                    }
                }
            }
        }
        pieces
    }

    /// Adds what a run of words, the words `first..=last`, is to each rule that has no piece yet of those from `before`
    /// on.
    #[inline]
    fn add(&self, run: Run, (first, last): (usize, usize), before: usize, pieces: &mut Vec<Piece>) {
        let fingerprint = run.fingerprint();
        for (rule, side) in self.of(fingerprint) {
            if pieces[before..].iter().all(|p| p.rule != rule) {
                pieces.push(Piece { rule, side, first, last, fingerprint });
            }
        }
    }
}

/// A run of words that is weighed has so many at most.
const LONGEST_RUN: usize = 3;

/// Whether a word ends as forms do.
fn may_be_a_form(context: &Context<'_>, word: &Word) -> bool {
    matches!(context.folded.lower[word.end as usize - 1], b's' | b'g' | b'd')
}

/// The hashes of what a word may be a form of: "shared", "sharing" and "shares" are forms of "share", "nabbed" of "nab".
fn stems(context: &Context<'_>, word: &Word) -> [Option<u32>; 3] {
    let letters = &context.folded.lower[word.start as usize..word.end as usize];
    let of = |stem: &[u8]| Some(hash_word(stem));
    if let Some(stem) = letters.strip_suffix(b"ing").or_else(|| letters.strip_suffix(b"ed")) {
        let single = match stem {
            [rest @ .., a, b] if a == b => of(&[rest, &[*a]].concat()),
            _ => None,
        };
        [of(stem), of(&[stem, b"e"].concat()), single]
    } else {
        let stem = letters.strip_suffix(b"s").map(|stem| stem.strip_suffix(b"'").unwrap_or(stem));
        [stem.and_then(of), None, None]
    }
}
