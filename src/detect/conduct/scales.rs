//! What the rules of the check `weighed` weigh, and where in a text it stands.

use crate::blob::Reader;
use crate::matching::{Listing, Run, sort_as_numbers};
use crate::text::{Words, hash_of, hash_word};

/// What speaks for and against each rule.
#[derive(Debug)]
pub struct Companions {
    pub(super) rules: Vec<Scale>,
    /// The fingerprint of each run of words, with what it is to which rule, in order.
    runs: Vec<u32>,
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
pub enum Side {
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
pub struct Piece {
    /// Number of the rule among those of this check.
    pub(super) rule: usize,
    pub(super) side: Side,
    /// First and last word.
    pub(super) first: usize,
    pub(super) last: usize,
    /// The same words have the same.
    pub(super) fingerprint: u32,
}

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
/// The bits of [`Companions::may`] are two to the power of this.
const MAY_BITS: u32 = 17;
const BELOW: u32 = RULE_BITS + SIDE_BITS + REST_BITS;

impl Companions {
    /// Reads them as `compile::tables` wrote them.
    pub fn read(reader: &mut Reader<'_>) -> Self {
        let mut runs = Vec::new();
        let mut number = 0;
        let rules = reader.list(|r| {
            let (rule, work, enough) = (r.number() as u16, r.number() as u8, r.number() as u8);
            for (side, what) in Side::ALL.into_iter().enumerate() {
                for fingerprint in Listing::read(r).fingerprints() {
                    let in_full = if what == Side::Tells { fingerprint } else { fingerprint << REST_BITS };
                    let (run, rest) = (in_full >> REST_BITS, in_full & REST);
                    runs.push(run << BELOW | rest << (RULE_BITS + SIDE_BITS) | number << SIDE_BITS | side as u32);
                }
            }
            number += 1;
            Scale { rule, work: i32::from(work), enough: i32::from(enough) }
        });
        sort_as_numbers(&mut runs, |&n| u64::from(n), |n| n as u32);
        let mut may = vec![0; 1 << (MAY_BITS - 6)];
        for bit in runs.iter().map(|run| run >> (BELOW + RUN_BITS - MAY_BITS)) {
            may[bit as usize / 64] |= 1 << (bit % 64);
        }
        Self { rules, runs, may }
    }

    /// What a run of words with this whole fingerprint is to the rules.
    fn of(&self, in_full: u32) -> impl Iterator<Item = (usize, Side)> {
        let (fingerprint, rest) = (in_full >> REST_BITS, in_full & REST);
        let same = self.runs[self.runs.partition_point(|n| n >> BELOW < fingerprint)..]
            .iter()
            .take_while(move |&&n| n >> BELOW == fingerprint);
        same.filter_map(move |&n| {
            let side = Side::ALL[(n & ((1 << SIDE_BITS) - 1)) as usize];
            let is_it = side != Side::Tells || n >> (RULE_BITS + SIDE_BITS) & REST == rest;
            is_it.then_some(((n >> SIDE_BITS & ((1 << RULE_BITS) - 1)) as usize, side))
        })
    }

    /// Every run of words in a text that some rule weighs, in the order of the text.
    #[inline(never)]
    pub fn pieces(&self, words: &Words, lower: &[u8]) -> Vec<Piece> {
        let mut pieces: Vec<Piece> = Vec::new();
        for first in 0..words.all.len() {
            each_run(words, lower, first, |run, last| {
                let fingerprint = run.fingerprint();
                if self.may_hold(fingerprint) {
                    self.add(fingerprint, (first, last), &mut pieces);
                }
            });
        }
        pieces
    }

    /// The first and the last word of each of `pieces` that tells much to a rule that `wanted` is true of, in order.
    pub fn told<'p>(
        &'p self,
        pieces: &'p [Piece],
        wanted: impl Fn(u16) -> bool + 'p,
    ) -> impl Iterator<Item = (usize, usize)> + 'p {
        let tells = move |p: &&Piece| p.side == Side::Tells && wanted(self.rules[p.rule].rule);
        pieces.iter().filter(tells).map(|p| (p.first, p.last))
    }

    /// Whether a run with this whole fingerprint may be anything to a rule: nearly none is.
    #[inline]
    fn may_hold(&self, in_full: u32) -> bool {
        let bit = in_full >> (TELLING_BITS - MAY_BITS);
        self.may[bit as usize / 64] >> (bit % 64) & 1 == 1
    }

    /// Adds what the words `first..=last`, or one that a single word may be a form of, are to each rule that has no piece
    /// of them yet.
    #[inline(never)]
    fn add(&self, fingerprint: u32, (first, last): (usize, usize), pieces: &mut Vec<Piece>) {
        let before = pieces.iter().rposition(|p| (p.first, p.last) != (first, last)).map_or(0, |last| last + 1);
        for (rule, side) in self.of(fingerprint) {
            if pieces[before..].iter().all(|p| p.rule != rule) {
                pieces.push(Piece { rule, side, first, last, fingerprint });
            }
        }
    }
}

/// A run of words that is weighed has so many at most.
const LONGEST_RUN: usize = 3;

/// Calls `found` with each run of words that begins with the word `first`, and with its last word: the word itself, what it
/// may be a form of, and those of two and three words.
#[inline]
fn each_run(words: &Words, lower: &[u8], first: usize, mut found: impl FnMut(Run, usize)) {
    let words = &words.all;
    let mut run = Run::default().and(words[first].hash);
    found(run, first);
    stems(&lower[words[first].start as usize..words[first].end as usize], |stem| {
        found(Run::default().and(stem), first);
    });
    for (further, word) in words[first..].iter().enumerate().take(LONGEST_RUN).skip(1) {
        run = run.and(word.hash);
        found(run, first + further);
    }
}

/// Calls `found` with the hash of each word that one may be a form of: "shared", "sharing" and "shares" are forms of
/// "share", "nabbed" of "nab".
#[inline]
fn stems(word: &[u8], mut found: impl FnMut(u32)) {
    if !matches!(word, [_, _, .., b's' | b'g' | b'd']) {
        return;
    }
    if let Some(stem) = word.strip_suffix(b"ing").or_else(|| word.strip_suffix(b"ed")) {
        found(hash_word(stem));
        found(hash_of(stem.iter().chain(b"e")));
        if let [rest @ .., a, b] = stem
            && a == b
        {
            found(hash_of(rest.iter().chain([a])));
        }
    } else if let Some(stem) = word.strip_suffix(b"s") {
        found(hash_word(stem));
    }
}
