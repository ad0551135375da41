//! Words in disguise: a letter swapped, dropped or doubled, letters masked, words run together or torn apart, and emoji
//! that stand for a word.
//!
//! Only what the scanner is told to look for is read so (`rules/disguises.toml`): what an ordinary word costs is one
//! look at a byte. Nothing that is an ordinary word itself is read as another one; the build leaves it out.

use super::emoji::EmojiTable;
use super::phrases::{Bits, Links, Vocabulary};
use super::{Listing, sort_as_numbers};
use crate::blob::Reader;
use crate::text::{LONGEST_RUN, ReadAs, Reading, Word, hash_word, run_together};

/// The words that people disguise, and all that they may look like.
#[derive(Debug)]
pub struct Disguises {
    /// The words, in order, one behind the other, and where each ends.
    text: Vec<u8>,
    ends: Vec<u32>,
    /// The words that begin with each letter, as the first number of them.
    by_letter: [u16; 27],
    /// Each word by its hash: one more than its number.
    known: Links,
    /// The same for what is one letter away, and for the two parts of one that was torn apart.
    variants: Links,
    /// A bit for each hash of them, and of the front of each that was torn apart: nearly every word of a text ends its
    /// search here. Then the same for what follows such a front.
    varied: Bits,
    rests: Bits,
    /// What may stand in a run of words: [`TELLING`] or [`GLUE`].
    parts: Links,
    /// A bit for the first three letters of every part, and one for the last three.
    edges: [Vec<u64>; 2],
    /// Ordinary words that are made of such parts: "killjoy".
    whole: Listing,
    emoji: EmojiTable,
}

/// A part that says something.
const TELLING: u16 = 1;
/// A part that only joins others.
const GLUE: u16 = 2;

/// Shorter words are one letter away from too much.
const LEAST_TO_SWAP: usize = 5;
const LEAST_TO_DROP: usize = 6;
/// The shortest run of words, and the longest; a limit keeps the work linear.
const RUN: std::ops::RangeInclusive<usize> = 7..=LONGEST_RUN;
const LONGEST_PART: usize = 13;

/// Calls `each` with every spelling one letter away: two swapped, one dropped, one doubled. The first letter stays, and
/// the last is not dropped, since "idiots" is one away from "idiot".
pub fn variants(word: &[u8], mut each: impl FnMut(&[u8])) {
    if word.len() < LEAST_TO_SWAP {
        return;
    }
    let mut other = Vec::with_capacity(word.len() + 1);
    let mut with = |parts: [&[u8]; 3]| {
        other.clear();
        for part in parts {
            other.extend_from_slice(part);
        }
        each(&other);
    };
    for i in 1..word.len() {
        let (front, rest) = word.split_at(i);
        if i + 1 < word.len() && rest[0] != rest[1] {
            with([front, &[rest[1], rest[0]], &rest[2..]]);
        }
        if i + 1 < word.len() && word.len() >= LEAST_TO_DROP && rest[0] != front[i - 1] {
            with([front, &rest[1..], b""]);
        }
        if front[i - 1] != rest[0] && (i < 2 || front[i - 2] != front[i - 1]) {
            with([front, &front[i - 1..], rest]);
        }
    }
}

/// Calls `each` with every two parts of two letters or more.
pub fn torn(word: &[u8], mut each: impl FnMut(&[u8], &[u8])) {
    if word.len() >= LEAST_TO_SWAP {
        (2..=word.len() - 2).for_each(|i| each(&word[..i], &word[i..]));
    }
}

fn pair(front: u32, rest: u32) -> u32 {
    (front.rotate_left(11) ^ rest).wrapping_mul(0x9E37_79B1)
}

/// The number of three letters at one edge of a part.
fn edge(letters: &[u8]) -> Option<usize> {
    letters.iter().try_fold(0, |n, b| b.is_ascii_lowercase().then(|| n * 26 + usize::from(b - b'a')))
}

/// What was found in a text.
#[derive(Default)]
pub(super) struct Found {
    /// In the place of the words that stand there.
    pub words: Vec<ReadAs>,
    /// Beside them.
    pub readings: Vec<ReadAs>,
}

impl Found {
    /// Puts both in order.
    fn sort(&mut self) {
        // Positions have sixteen bits.
        let number = |r: &ReadAs| u64::from(r.start) << 48 | u64::from(r.end) << 32 | u64::from(r.hash);
        let of = |n: u64| ReadAs { start: (n >> 48) as u32, end: (n >> 32) as u32 & 0xFFFF, hash: n as u32 };
        sort_as_numbers(&mut self.words, number, of);
        sort_as_numbers(&mut self.readings, number, of);
    }
}

impl Disguises {
    /// Reads what `compile::disguise` wrote.
    ///
    /// # Panics
    /// When the bytes are no such tables.
    pub fn read(reader: &mut Reader<'_>, vocabulary: &Vocabulary) -> Self {
        let words = read_numbers(reader);
        let left_out = read_numbers(reader);
        let glue = read_numbers(reader);
        let whole = Listing::read(reader);
        let emoji = EmojiTable::read(reader, vocabulary);
        let mut disguises = Self {
            text: Vec::new(),
            ends: Vec::new(),
            by_letter: [0; 27],
            known: Links::new(&[]),
            variants: Links::new(&[]),
            varied: Bits::new(&[]),
            rests: Bits::new(&[]),
            parts: Links::new(&[]),
            edges: [vec![0; 26 * 26 * 26 / 64 + 1], vec![0; 26 * 26 * 26 / 64 + 1]],
            whole,
            emoji,
        };
        let (mut known, mut parts) = (Vec::new(), Vec::new());
        for &word in &glue {
            parts.push((vocabulary.hashes[word], GLUE));
            disguises.note_edges(vocabulary.word(word));
        }
        for &word in &words {
            disguises.text.extend_from_slice(vocabulary.word(word));
            disguises.ends.push(disguises.text.len() as u32);
            known.push((vocabulary.hashes[word], disguises.ends.len() as u16));
            parts.push((vocabulary.hashes[word], TELLING));
            disguises.note_edges(vocabulary.word(word));
        }
        disguises.known = Links::new(&known);
        disguises.parts = Links::new(&parts);
        disguises.by_letter = std::array::from_fn(|letter| {
            let first = (0..words.len()).find(|&n| disguises.word(n)[0] >= b'a' + letter as u8);
            first.unwrap_or(words.len()) as u16
        });
        disguises.spell(&left_out);
        disguises
    }

    fn word(&self, number: usize) -> &[u8] {
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[start as usize..self.ends[number] as usize]
    }

    fn note_edges(&mut self, part: &[u8]) {
        for (bits, letters) in self.edges.iter_mut().zip([part.first_chunk::<3>(), part.last_chunk::<3>()]) {
            if let Some(n) = letters.and_then(|l| edge(l)) {
                bits[n / 64] |= 1 << (n % 64);
            }
        }
    }

    /// Works out every spelling but those left out, which are ordinary words, by how many come before each.
    fn spell(&mut self, left_out: &[usize]) {
        let mut left_out = left_out.iter().peekable();
        let mut count = 0;
        let mut stays = || {
            count += 1;
            left_out.next_if(|&&n| n == count - 1).is_none()
        };
        let mut steps = Vec::new();
        let (mut varied, mut rests) = (Vec::new(), Vec::new());
        for number in 0..self.ends.len() {
            let word = self.word(number);
            let to = number as u16 + 1;
            variants(word, |other| {
                if stays() {
                    let hash = hash_word(other);
                    varied.push((hash, 0));
                    steps.push((hash, to));
                }
            });
            torn(word, |front, rest| {
                if stays() {
                    let (front, rest) = (hash_word(front), hash_word(rest));
                    varied.push((front, 0));
                    rests.push((rest, 0));
                    steps.push((pair(front, rest), to));
                }
            });
        }
        (self.varied, self.rests) = (Bits::new(&varied), Bits::new(&rests));
        self.variants = Links::new(&steps);
    }

    /// Adds to a text's words what they are in truth.
    pub fn reveal(&self, reading: &mut Reading) {
        let mut found = Found::default();
        let words = &reading.words.all;
        let lower = &reading.folded.lower;
        for (number, word) in words.iter().enumerate() {
            if self.varied.may_hold(word.hash) {
                self.spelt_otherwise(lower, words, number, &mut found);
            }
            let length = (word.end - word.start) as usize;
            if RUN.contains(&length) && self.edges_fit(&lower[word.start as usize..word.end as usize]) {
                self.take_apart(lower, word, false, &mut found);
            }
        }
        for &start in &reading.words.joined {
            let number = words.partition_point(|w| w.end <= start);
            self.take_apart(lower, &words[number], true, &mut found);
        }
        for &number in &reading.words.triples {
            self.read_triple(lower, words, number as usize, &mut found);
        }
        for &number in &reading.words.masked {
            self.unmask(lower, &words[number as usize], &mut found);
        }
        // "1d10t" has been read already; here it is known for certain.
        for other in &reading.words.alternates {
            self.add(self.known.get(other.hash), other.start, other.end, &mut found);
        }
        self.emoji.reveal(&reading.folded, words, &mut found);
        if found.words.is_empty() {
            return;
        }
        found.sort();
        reading.words.reveal(&found.words, &found.readings, |hash| match self.known.get(hash) {
            0 => self.emoji.spelling(hash),
            number => Some(self.word(usize::from(number) - 1)),
        });
    }

    fn edges_fit(&self, word: &[u8]) -> bool {
        let fits = |bits: &[u64], letters: Option<&[u8; 3]>| {
            letters.and_then(|l| edge(l)).is_some_and(|n| bits[n / 64] >> (n % 64) & 1 == 1)
        };
        fits(&self.edges[0], word.first_chunk()) && fits(&self.edges[1], word.last_chunk())
    }

    /// "imigrants", "disgsuting"; "id iot".
    #[cold]
    fn spelt_otherwise(&self, lower: &[u8], words: &[Word], number: usize, found: &mut Found) {
        let word = words[number];
        self.add(self.variants.get(word.hash), word.start, word.end, found);
        let Some(next) = words.get(number + 1).filter(|next| self.rests.may_hold(next.hash)) else { return };
        if next.start == word.end + 1 && lower[word.end as usize] == b' ' {
            self.add(self.variants.get(pair(word.hash, next.hash)), word.start, next.end, found);
        }
    }

    /// Takes note that `start..end` is the word `number - 1`; 0 is none.
    fn add(&self, number: u16, start: u32, end: u32, found: &mut Found) {
        if let Some(number) = number.checked_sub(1) {
            found.words.push(ReadAs { start, end, hash: hash_word(self.word(usize::from(number))) });
        }
    }

    /// "g a y": three letters with the same sign between them, and a word of three letters that people disguise.
    fn read_triple(&self, lower: &[u8], words: &[Word], last: usize, found: &mut Found) {
        let Some(first) = last.checked_sub(2) else { return };
        let letters: Vec<u8> = words[first..=last].iter().map(|w| lower[w.start as usize]).collect();
        let (start, end) = (words[first].start, words[last].end);
        let parted_alike = end - start == 5 && lower[start as usize + 1] == lower[start as usize + 3];
        if parted_alike && letters.iter().all(u8::is_ascii_lowercase) {
            self.add(self.known.get(hash_word(&letters)), start, end, found);
        }
    }

    /// "thoseimmigrants": the whole of it is made of parts, one of them telling.
    #[cold]
    fn take_apart(&self, lower: &[u8], word: &Word, spelt: bool, found: &mut Found) {
        let text = &lower[word.start as usize..word.end as usize];
        let part = |from: usize, to: usize, hash: u32| match self.parts.get(hash) {
            // Only where someone spells does a lone letter stand for a word.
            GLUE => (if spelt { 1 } else { 2 } <= to - from).then_some(false),
            TELLING => (to - from > 2).then_some(true),
            _ => None,
        };
        let ends = run_together(text, LONGEST_PART, part);
        if ends.is_empty() || self.known.get(word.hash) != 0 || self.whole.holds(text) {
            return;
        }
        let mut start = word.start;
        for end in ends {
            let end = word.start + end as u32;
            found.words.push(ReadAs { start, end, hash: hash_word(&lower[start as usize..end as usize]) });
            start = end;
        }
    }

    /// "f**k", "sh-t", "w🌟nker", "fu.ck": signs hide letters or part them.
    fn unmask(&self, lower: &[u8], word: &Word, found: &mut Found) {
        let start = word.start as usize;
        let Some(token) = Masked::at(lower, start) else { return };
        let letter = usize::from(lower[start] - b'a');
        let end = word.start + token.bytes.len() as u32;
        let numbers = self.by_letter[letter]..self.by_letter[letter + 1];
        let may_be = numbers.filter(|&number| token.may_be(self.word(usize::from(number))));
        // It is what is as long, if anything is, and may be any of the others.
        let likeliest = may_be.clone().min_by_key(|&number| self.word(usize::from(number)).len() != token.bytes.len());
        self.add(likeliest.map_or(0, |number| number + 1), word.start, end, found);
        for number in may_be.filter(|&number| Some(number) != likeliest) {
            let hash = hash_word(self.word(usize::from(number)));
            found.readings.push(ReadAs { start: word.start, end, hash });
        }
    }
}

/// A token with signs among its letters.
struct Masked<'t> {
    bytes: &'t [u8],
    /// Letters that can be seen.
    shown: usize,
}

/// Longer tokens are not words.
const LONGEST_MASKED: usize = 20;

impl<'t> Masked<'t> {
    fn at(lower: &'t [u8], start: usize) -> Option<Self> {
        let hides = |b: u8| b.is_ascii_lowercase() || crate::text::is_mask(b);
        let rest = &lower[start..lower.len().min(start + LONGEST_MASKED + 1)];
        let run = rest.iter().take_while(|&&b| hides(b)).count();
        // A number in it, or no end: something else.
        if run > LONGEST_MASKED || lower.get(start + run).is_some_and(|&b| crate::text::is_word(b)) {
            return None;
        }
        let end = rest[..run].iter().rposition(|&b| b.is_ascii_lowercase() || b == b'*')? + 1;
        let bytes = &rest[..end];
        Some(Self { bytes, shown: bytes.iter().filter(|b| b.is_ascii_lowercase()).count() })
    }

    fn may_be(&self, word: &[u8]) -> bool {
        if self.shown == word.len() {
            return self.bytes.iter().filter(|b| b.is_ascii_lowercase()).eq(word);
        }
        let stars = self.bytes.split(|&b| b == b'*').count() - 1;
        let enough = match self.shown {
            0 => false,
            1 => stars >= 3 && stars + 1 == word.len(),
            // A hyphen or a full stop often is what it seems.
            n => n > 2 || word.len() > 3 || stars == 1 || self.bytes.contains(&crate::text::SYMBOL),
        };
        enough && hides(self.bytes, word)
    }
}

/// Whether `word` is what the signs of `token` hide: a sign hides a letter, several hide about as many.
fn hides(token: &[u8], word: &[u8]) -> bool {
    let Some((&first, rest)) = token.split_first() else { return word.is_empty() };
    if first.is_ascii_lowercase() {
        return word.split_first().is_some_and(|(letter, others)| *letter == first && hides(rest, others));
    }
    let signs = token.iter().take_while(|&&b| b == first).count();
    let (least, most) = if signs > 1 && signs < token.len() { (signs - 1, signs + 1) } else { (signs, signs) };
    (least..=most.min(word.len())).any(|hidden| hides(&token[signs..], &word[hidden..]))
}

/// Numbers in order, each as its distance from the one before it.
fn read_numbers(reader: &mut Reader<'_>) -> Vec<usize> {
    let mut last = 0;
    reader.list(|r| {
        last += r.number();
        last
    })
}
