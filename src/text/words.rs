//! Cutting folded text into words, and reading disguised ones.

use super::is_word;

/// A run of letters and digits; apostrophes within it belong to it but do not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// First byte, in folded positions.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// [`hash_word`] of it.
    pub hash: u32,
}

/// Another reading of one or more words: "1d10t" as "idiot", "f@ggot" as one word, "stuuupid" as "stupid", "vicar's"
/// as "vicar".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alternate {
    /// The first word that it stands for, by number.
    pub first: u32,
    /// The last one.
    pub last: u32,
    /// Where it begins; later than the first word where a leading letter is left off ("a t w a t").
    pub start: u32,
    /// One past its last byte, which may be a sign behind the last word ("a$$").
    pub end: u32,
    /// [`hash_word`] of the reading.
    pub hash: u32,
}

/// The words of a text, and the other readings of disguised ones in order of their first word.
#[derive(Debug, Default, Clone)]
pub struct Words {
    /// In order.
    pub all: Vec<Word>,
    /// In order of `first`.
    pub alternates: Vec<Alternate>,
    /// A bit for each word that an alternate begins with.
    disguised: Vec<u64>,
    /// Where something may begin that is no word: `@`, `#`, `/`, `+`, `(`, `%` and the word `www`.
    pub marks: Vec<u32>,
    /// Whether four or more single characters stand in a row, as when someone spells.
    pub spelt: bool,
}

/// What a byte may be, as bits.
const LETTER: u8 = 1;
const DIGIT: u8 = 2;
/// Stands in for a letter.
const SIGN: u8 = 4;
/// Something that is no word may begin here.
const MARK: u8 = 8;

const CLASSES: [u8; 256] = {
    let mut classes = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = match byte as u8 {
            b'a'..=b'z' | b'A'..=b'Z' | super::LETTER => LETTER,
            b'0'..=b'9' => DIGIT,
            b'$' | b'!' | b'|' => SIGN,
            b'@' | b'+' => SIGN | MARK,
            b'#' | b'/' | b'(' | b'%' => MARK,
            _ => 0,
        };
        byte += 1;
    }
    classes
};

/// What `byte` may be.
const fn class(byte: u8) -> u8 {
    CLASSES[byte as usize]
}

const SEED: u64 = 0xCBF2_9CE4_8422_2325;

/// The hash by which word lists know a word: its lower-case letters and digits, apostrophes left out.
pub fn hash_word(word: &[u8]) -> u32 {
    finish(word.iter().filter(|&&b| b != b'\'').fold(SEED, |h, &b| step(h, b)))
}

/// Two instructions a byte: each letter lands five bits beside the one before it, so that twelve of them lie apart.
const fn step(hash: u64, byte: u8) -> u64 {
    hash.rotate_left(5) ^ byte as u64
}

/// Spreads every bit over the whole hash.
const fn finish(mut hash: u64) -> u32 {
    hash ^= hash >> 29;
    hash = hash.wrapping_mul(0xBF58_476D_1CE4_E5B9);
    (hash >> 32) as u32
}

/// Whether a word is a number: digits, or thousands as "10k".
pub fn is_number(word: &[u8]) -> bool {
    let digits = word.strip_suffix(b"k").unwrap_or(word);
    !digits.is_empty() && digits.iter().all(u8::is_ascii_digit)
}

impl Words {
    /// Cuts `lower` (folded, lower case) into words.
    pub fn new(lower: &[u8]) -> Self {
        let mut words = Self { all: Vec::with_capacity(lower.len() / 4), ..Self::default() };
        let mut singles = Singles::default();
        let mut at = 0;
        while let Some(&byte) = lower.get(at) {
            let class = class(byte);
            if class & (LETTER | DIGIT) != 0 {
                let start = at;
                at = words.take_word(lower, start);
                words.spelt |= singles.note(start, at);
            } else {
                if class & MARK != 0 {
                    words.marks.push(at as u32);
                }
                at += 1;
            }
        }
        words
    }

    /// Takes the word that begins at `start`; answers where it ends.
    #[inline]
    fn take_word(&mut self, lower: &[u8], start: usize) -> usize {
        let mut hash = SEED;
        let mut seen = 0;
        // Three of a letter in a row are drawn out.
        let (mut previous, mut twice, mut drawn_out) = (0, false, false);
        let mut apostrophe = false;
        let mut at = start;
        for (n, &byte) in lower[start..].iter().enumerate() {
            let class = class(byte);
            if class & (LETTER | DIGIT) != 0 {
                hash = step(hash, byte);
                seen |= class;
                drawn_out |= twice && byte == previous;
                twice = byte == previous;
                previous = byte;
            } else if byte == b'\'' && lower.get(start + n + 1).is_some_and(|&b| is_word(b)) {
                apostrophe = true;
            } else {
                break;
            }
            at = start + n + 1;
        }
        self.all.push(Word { start: start as u32, end: at as u32, hash: finish(hash) });
        let beside = lower[start.saturating_sub(1)..start].iter().chain(lower.get(at)).any(|&b| is_sign(b));
        let disguised = seen & LETTER != 0 && (seen & DIGIT != 0 || drawn_out);
        if beside || disguised || apostrophe || lower.get(at) == Some(&b'.') {
            self.read_again(lower, start, at, beside || disguised);
        }
        at
    }

    /// The other readings of the word at `start..end`, the last so far.
    #[cold]
    fn read_again(&mut self, lower: &[u8], start: usize, end: usize, disguised: bool) {
        let number = (self.all.len() - 1) as u32;
        if lower[start..].starts_with(b"www.") {
            self.marks.push(start as u32);
        }
        if disguised {
            self.read_disguised(lower, number, start, end);
        }
        // "The vicar's wife" names the vicar. This comes after the disguises, whose first word may be an earlier one.
        if let Some(owner) = lower[start..end].strip_suffix(b"'s").filter(|owner| !owner.is_empty()) {
            let hash = hash_word(owner);
            self.add(Alternate { first: number, last: number, start: start as u32, end: end as u32, hash });
        }
    }

    /// Adds the other readings of the disguised token that the word `number` at `start..end` ends.
    fn read_disguised(&mut self, lower: &[u8], number: u32, start: usize, end: usize) {
        let (from, to) = token(lower, start, end);
        // A token of several words is read once, at its last word.
        if lower[end..to].iter().any(|&b| is_word(b)) || to - from > LONGEST {
            return;
        }
        // An address of mail means what it says.
        let domain = lower.get(to) == Some(&b'.') && lower.get(to + 1).is_some_and(|&b| is_word(b));
        if domain && lower[from..to].contains(&b'@') {
            return;
        }
        let first = self.all.iter().rposition(|w| (w.start as usize) < from).map_or(0, |i| i + 1) as u32;
        let mut add = |reading: &[u8]| {
            let hash = hash_word(reading);
            self.add(Alternate { first, last: number, start: from as u32, end: to as u32, hash });
        };
        let token = &lower[from..to];
        let letters = token.iter().filter(|b| b.is_ascii_lowercase()).count();
        let signs = token.iter().filter(|&&b| is_sign(b)).count();
        if letters >= 1 && letters + signs >= 2 && letters < token.len() {
            for one in [b'i', b'l'] {
                let reading: Vec<u8> = token.iter().map(|&b| plain(b, one)).collect();
                add(&reading);
                squeezed(&reading, &mut add);
                if !token.iter().any(|b| matches!(b, b'1' | b'!' | b'|')) {
                    break;
                }
            }
        } else {
            squeezed(token, &mut add);
        }
    }

    fn add(&mut self, alternate: Alternate) {
        let word = alternate.first as usize;
        if self.disguised.len() <= word / 64 {
            self.disguised.resize(word / 64 + 1, 0);
        }
        self.disguised[word / 64] |= 1 << (word % 64);
        // What ends later may begin earlier; the order is by first word.
        let at = self.alternates.iter().rposition(|a| a.first <= alternate.first).map_or(0, |i| i + 1);
        self.alternates.insert(at, alternate);
    }

    /// Whether word `number` has other readings.
    pub fn is_disguised(&self, number: u32) -> bool {
        let word = number as usize;
        self.disguised.get(word / 64).is_some_and(|bits| bits >> (word % 64) & 1 == 1)
    }

    /// The other readings that begin with word `number`.
    pub fn alternates_of(&self, number: u32) -> &[Alternate] {
        if !self.is_disguised(number) {
            return &[];
        }
        let from = self.alternates.partition_point(|a| a.first < number);
        let to = self.alternates[from..].iter().take_while(|a| a.first == number).count();
        &self.alternates[from..from + to]
    }
}

/// Longer tokens are not words; a limit keeps the work linear.
const LONGEST: usize = 32;

/// Counts single characters that stand next to each other.
#[derive(Default)]
struct Singles {
    row: u32,
    last: usize,
}

impl Singles {
    /// Takes note of the word `start..end`; answers whether it is the fourth single character in a row.
    fn note(&mut self, start: usize, end: usize) -> bool {
        if end - start > 1 {
            self.row = 0;
            return false;
        }
        // A blank or a sign, or two blanks, lie between.
        self.row = if start - self.last <= 3 { self.row + 1 } else { 1 };
        self.last = start;
        self.row >= 4
    }
}

/// Signs that stand in for letters.
fn is_sign(byte: u8) -> bool {
    class(byte) & SIGN != 0
}

/// The letter that `byte` stands in for; `one` is how 1, ! and | are read.
fn plain(byte: u8, one: u8) -> u8 {
    match byte {
        b'@' | b'4' => b'a',
        b'3' => b'e',
        b'1' | b'!' | b'|' => one,
        b'0' => b'o',
        b'$' | b'5' => b's',
        b'7' | b'+' => b't',
        b'8' => b'b',
        b'9' => b'g',
        other => other,
    }
}

/// The token around the word `start..end`: words and the signs between them. A sign in front counts only as `$`
/// (an `@` there is a handle); behind, `$` does; `!` ends a sentence.
fn token(lower: &[u8], start: usize, end: usize) -> (usize, usize) {
    let inner = |i: usize| is_sign(lower[i]) && i > 0 && (is_word(lower[i - 1]) || lower[i - 1] == b'$');
    let mut from = start;
    while from > 0 && start - from < LONGEST {
        if is_word(lower[from - 1]) || (inner(from - 1) && is_word(lower[from])) {
            from -= 1;
        } else {
            break;
        }
    }
    if from > 0 && lower[from - 1] == b'$' {
        from -= 1;
    }
    let mut to = end;
    while to < lower.len() && to - end < LONGEST {
        let byte = lower[to];
        let joins = inner(to) && (byte == b'$' || lower.get(to + 1).is_some_and(|&b| is_word(b) || b == b'$'));
        if is_word(byte) || joins {
            to += 1;
        } else {
            break;
        }
    }
    (from, to)
}

/// Readings of a word in which letters were drawn out: each run of three or more is read as one letter and as two.
fn squeezed(word: &[u8], add: &mut impl FnMut(&[u8])) {
    let runs = word.chunk_by(|a, b| a == b).filter(|run| run.len() >= 3).count();
    if runs == 0 {
        return;
    }
    // Three drawn-out letters are eight readings; more than that is noise, read with single letters only.
    let readings = if runs <= 3 { 1u32 << runs } else { 1 };
    for choice in 0..readings {
        let mut reading = Vec::with_capacity(word.len());
        let mut run_number = 0;
        for run in word.chunk_by(|a, b| a == b) {
            let keep = if run.len() < 3 {
                run.len()
            } else {
                run_number += 1;
                1 + (choice >> (run_number - 1) & 1) as usize
            };
            reading.extend_from_slice(&run[..keep]);
        }
        add(&reading);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Reading;

    fn reads_as(text: &str, word: &str) -> bool {
        let words = Reading::new(text).words;
        let hash = hash_word(word.as_bytes());
        words.all.iter().any(|w| w.hash == hash) || words.alternates.iter().any(|a| a.hash == hash)
    }

    #[test]
    fn disguised_words_are_read() {
        for (text, word) in [
            ("what an 1d10t", "idiot"),
            ("total w@nker mate", "wanker"),
            ("w@nker", "wanker"),
            ("stuuuupid", "stupid"),
            ("you f@gg0t", "faggot"),
            ("$lag", "slag"),
            ("a$$", "ass"),
            ("IDI0T!", "idiot"),
            ("ｉｄｉｏｔ", "idiot"),
            ("i d i o t", "idiot"),
            ("don’t", "dont"),
            ("the vicar’s wife", "vicar"),
            ("f@ggot's", "faggots"),
            ("bitttchhh", "bitch"),
            ("fagggot", "faggot"),
        ] {
            assert!(reads_as(text, word), "{text} as {word}");
        }
    }

    #[test]
    fn signs_around_ordinary_words_are_not_letters() {
        for (text, word) in
            [("ask! Tony", "askt"), ("£4 a go", "ago"), ("me@home.example", "meahome"), ("3D print", "ed")]
        {
            assert!(!reads_as(text, word), "{text} as {word}");
        }
    }

    #[test]
    fn alternates_know_their_words() {
        let words = Words::new(b"so f@ggot here");
        let of_second: Vec<_> = words.alternates_of(1).iter().map(|a| (a.last, a.start, a.end)).collect();
        assert_eq!(of_second, [(2, 3, 9)]);
        assert!(words.alternates_of(0).is_empty());
    }
}
