//! Long lists that are only asked about: names and places.

use crate::blob::Reader;
use crate::catalogue::Tag;
use crate::text::hash_word;

/// Which words, or runs of words, a list holds.
///
/// They are kept as 22-bit fingerprints, at about eleven bits each: of a thousand unlisted words one or two are taken
/// for listed. That will do for what is only asked where other evidence stands, and never for a finding by itself.
#[derive(Debug)]
pub struct Listing {
    /// In ascending order.
    fingerprints: Vec<u32>,
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
        let mut last = 0;
        let fingerprints = (0..count).map(|_| {
            let mut upper = 0;
            let mut ones = MOST_ONES;
            while ones == MOST_ONES {
                ones = bits_at(bytes, at).trailing_ones().min(MOST_ONES);
                upper += ones;
                at += ones as usize;
            }
            let lower = bits_at(bytes, at + 1) as u32 & ((1 << low) - 1);
            at += 1 + low as usize;
            last += upper << low | lower;
            last
        });
        Self { fingerprints: fingerprints.collect() }
    }

    /// What it holds, in ascending order.
    pub fn fingerprints(&self) -> impl Iterator<Item = u32> {
        self.fingerprints.iter().copied()
    }

    /// Whether the list holds this run of words, in lower case.
    pub fn holds(&self, words: &[u8]) -> bool {
        self.has(fingerprint(words))
    }

    fn has(&self, fingerprint: u32) -> bool {
        self.fingerprints.binary_search(&fingerprint).is_ok()
    }
}

/// As many bits as [`bits_at`] has at least.
const MOST_ONES: u32 = 57;

/// The bits of `bytes` from bit `at` on, the first the lowest; what lies behind the end is 0.
#[inline]
fn bits_at(bytes: &[u8], at: usize) -> u64 {
    let rest = bytes.get(at / 8..).unwrap_or_default();
    let mut eight = [0; 8];
    match rest.first_chunk() {
        Some(all) => eight = *all,
        None => eight[..rest.len()].copy_from_slice(rest),
    }
    u64::from_le_bytes(eight) >> (at % 8)
}

/// All lists, each under what its words are evidence for.
#[derive(Debug)]
pub struct Listings {
    lists: Vec<(Tag, Listing)>,
    /// The number of each tag's list.
    numbers: [u8; Tag::ALL.len()],
    /// For the upper bits of every fingerprint, a bit for each list that holds one like it: nearly every word that is not
    /// listed ends its search here.
    marks: Vec<u64>,
}

/// The number of no list.
const NONE: u8 = u8::MAX;
/// How many upper bits of a fingerprint have marks of their own.
const MARKED: u32 = 12;

impl Listings {
    /// How many lists there may be.
    #[cfg(not(target_arch = "wasm32"))]
    pub const MOST: usize = u64::BITS as usize;

    /// Reads the lists as `compile::tables` wrote them.
    pub fn read(reader: &mut Reader<'_>) -> Self {
        let lists = reader.list(|r| (Tag::ALL[r.number()].1, Listing::read(r)));
        let mut numbers = [NONE; Tag::ALL.len()];
        let mut marks = vec![0; 1 << MARKED];
        for (number, (tag, listing)) in lists.iter().enumerate() {
            numbers[*tag as usize] = number as u8;
            for fingerprint in listing.fingerprints() {
                marks[(fingerprint >> (BITS - MARKED)) as usize] |= 1 << number;
            }
        }
        Self { lists, numbers, marks }
    }

    /// The list of `tag`.
    pub fn of(&self, tag: Tag) -> Option<&Listing> {
        self.lists.get(usize::from(self.numbers[tag as usize])).map(|(_, listing)| listing)
    }

    /// Whether the list of `tag` holds the run of words with this fingerprint.
    #[inline]
    fn has(&self, tag: Tag, fingerprint: u32) -> bool {
        let number = self.numbers[tag as usize];
        number != NONE
            && self.marks[(fingerprint >> (BITS - MARKED)) as usize] >> number & 1 == 1
            && self.lists[usize::from(number)].1.has(fingerprint)
    }

    /// Whether the list of `tag` holds this run of words, in lower case.
    pub fn holds(&self, tag: Tag, words: &[u8]) -> bool {
        self.has(tag, fingerprint(words))
    }

    /// Whether the list of `tag` holds the word with this hash.
    #[inline]
    pub fn holds_word(&self, tag: Tag, hash: u32) -> bool {
        self.has(tag, Run::default().and(hash).fingerprint())
    }

    /// What `wanted` makes of the first tag that it wants and whose list holds the word with this hash.
    pub fn find<T>(&self, hash: u32, wanted: impl Fn(Tag) -> Option<T>) -> Option<T> {
        let fingerprint = Run::default().and(hash).fingerprint();
        let mut may = self.marks[(fingerprint >> (BITS - MARKED)) as usize];
        while may != 0 {
            let (tag, listing) = &self.lists[may.trailing_zeros() as usize];
            // Long lists have a mark for every word; nobody looks into those who does not want them.
            if let Some(found) = wanted(*tag)
                && listing.has(fingerprint)
            {
                return Some(found);
            }
            may &= may - 1;
        }
        None
    }
}
