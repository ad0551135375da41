//! Long lists that are only asked about: names and places.

use crate::blob::Reader;
use crate::text::hash_word;

/// Which words, or runs of words, a list holds.
///
/// They are kept as 22-bit fingerprints, at about eleven bits each: of a thousand unlisted words one or two are taken
/// for listed. That will do for what is only asked where other evidence stands, and never for a finding by itself.
#[derive(Debug)]
pub struct Listing {
    /// In ascending order.
    fingerprints: Vec<u32>,
    /// A bit for the upper half of each: nearly every word that is not listed ends its search here.
    marks: [u64; MARKS],
}

/// How many numbers of sixty-four bits answer for the fingerprints.
const MARKS: usize = 64;

/// The place of a fingerprint's bit: which number, and which bit of it.
fn mark(fingerprint: u32) -> (usize, u64) {
    ((fingerprint >> (BITS - 6)) as usize, 1 << (fingerprint >> (BITS - 12) & 0x3F))
}

/// How many bits a fingerprint has.
const BITS: u32 = 22;

/// The fingerprint of a run of words, lower case, that anything but letters and digits parts.
pub fn fingerprint(words: &[u8]) -> u32 {
    let words = words.split(|&b| !crate::text::is_word(b) && b != b'\'').filter(|w| !w.is_empty());
    words.fold(Run::default(), |run, word| run.and(hash_word(word))).fingerprint()
}

/// A run of words whose hashes are known.
#[derive(Debug, Clone, Copy, Default)]
pub struct Run(u32);

impl Run {
    /// How many bits its fingerprint has.
    pub const BITS: u32 = BITS;

    /// The run with one more word.
    #[must_use]
    pub fn and(self, hash: u32) -> Self {
        Self(of_word(self.0, hash))
    }

    /// Its fingerprint.
    pub fn fingerprint(self) -> u32 {
        self.0 >> (32 - BITS)
    }
}

/// The fingerprint of a run of words with one more.
fn of_word(all: u32, hash: u32) -> u32 {
    (all.rotate_left(7) ^ hash).wrapping_mul(0x9E37_79B1)
}

impl Listing {
    /// Reads a list as `compile::listing` wrote it: the distances between fingerprints, each as its upper part in ones
    /// before a zero and its lower `low` bits.
    ///
    /// # Panics
    /// When the bytes are no list.
    pub fn read(reader: &mut Reader<'_>) -> Self {
        let count = reader.number();
        let low = reader.number() as u32;
        let bytes = reader.slice();
        let mut at = 0;
        let mut bit = || {
            at += 1;
            u32::from(bytes[(at - 1) / 8] >> ((at - 1) % 8) & 1)
        };
        let mut last = 0;
        let fingerprints = (0..count).map(|_| {
            let mut distance = 0;
            while bit() == 1 {
                distance += 1;
            }
            for _ in 0..low {
                distance = distance << 1 | bit();
            }
            last += distance;
            last
        });
        let mut listing = Self { fingerprints: fingerprints.collect(), marks: [0; MARKS] };
        for &fingerprint in &listing.fingerprints {
            let (at, bit) = mark(fingerprint);
            listing.marks[at] |= bit;
        }
        listing
    }

    /// Whether the list holds the word with this hash.
    #[inline]
    pub fn holds_word(&self, hash: u32) -> bool {
        self.has(of_word(0, hash) >> (32 - BITS))
    }

    /// What it holds, in ascending order.
    pub fn fingerprints(&self) -> impl Iterator<Item = u32> {
        self.fingerprints.iter().copied()
    }

    /// Whether it holds nothing at all.
    pub fn is_empty(&self) -> bool {
        self.fingerprints.is_empty()
    }

    /// Whether the list holds this run of words, in lower case.
    pub fn holds(&self, words: &[u8]) -> bool {
        self.has(fingerprint(words))
    }

    /// Whether the list holds the run with this fingerprint.
    #[inline]
    pub fn has(&self, fingerprint: u32) -> bool {
        let (at, bit) = mark(fingerprint);
        self.marks[at] & bit != 0 && self.fingerprints.binary_search(&fingerprint).is_ok()
    }
}
