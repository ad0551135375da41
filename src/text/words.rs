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
    pub words: Vec<Word>,
    /// In order of `first`.
    pub alternates: Vec<Alternate>,
}

const SEED: u32 = 0x811C_9DC5;
const PRIME: u32 = 0x0100_0193;

/// The hash by which word lists know a word: its lower-case letters and digits, apostrophes left out.
pub fn hash_word(word: &[u8]) -> u32 {
    finish(word.iter().filter(|&&b| b != b'\'').fold(SEED, |h, &b| step(h, b)))
}

fn step(hash: u32, byte: u8) -> u32 {
    (hash ^ u32::from(byte)).wrapping_mul(PRIME)
}

/// FNV-1a leaves its low bits weak; two shifts mend that.
fn finish(mut hash: u32) -> u32 {
    hash ^= hash >> 15;
    hash = hash.wrapping_mul(0x2C1B_3C6D);
    hash ^ (hash >> 12)
}

/// Whether a word is a number: digits, or thousands as "10k".
pub fn is_number(word: &[u8]) -> bool {
    let digits = word.strip_suffix(b"k").unwrap_or(word);
    !digits.is_empty() && digits.iter().all(u8::is_ascii_digit)
}

impl Words {
    /// Cuts `lower` (folded, lower case) into words.
    pub fn new(lower: &[u8]) -> Self {
        let mut words = Self { words: Vec::with_capacity(lower.len() / 5), alternates: Vec::new() };
        let mut at = 0;
        while at < lower.len() {
            if is_word(lower[at]) {
                at = words.take_word(lower, at);
            } else {
                at += 1;
            }
        }
        words
    }

    /// Takes the word that begins at `start`; answers where it ends.
    fn take_word(&mut self, lower: &[u8], start: usize) -> usize {
        let mut hash = SEED;
        let mut at = start;
        let mut seen = Seen::default();
        let mut previous = 0;
        while at < lower.len() {
            let byte = lower[at];
            if is_word(byte) {
                hash = step(hash, byte);
                seen.note(byte, previous);
                previous = byte;
            } else if byte != b'\'' || !lower.get(at + 1).is_some_and(|&b| is_word(b)) {
                break;
            }
            at += 1;
        }
        let number = self.words.len() as u32;
        self.words.push(Word { start: start as u32, end: at as u32, hash: finish(hash) });
        let signed = start > 0 && is_sign(lower[start - 1]) || lower.get(at).is_some_and(|&b| is_sign(b));
        if signed || seen.disguised() {
            self.read_disguised(lower, number, start, at);
        }
        // "The vicar's wife" names the vicar. This comes after the disguises, whose first word may be an earlier one.
        if let Some(owner) = lower[start..at].strip_suffix(b"'s").filter(|owner| !owner.is_empty()) {
            let hash = hash_word(owner);
            self.alternates.push(Alternate { first: number, last: number, start: start as u32, end: at as u32, hash });
        }
        at
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
        let first = self.words.iter().rposition(|w| (w.start as usize) < from).map_or(0, |i| i + 1) as u32;
        let at = self.alternates.len();
        let mut add = |reading: &[u8]| {
            let hash = hash_word(reading);
            self.alternates.push(Alternate { first, last: number, start: from as u32, end: to as u32, hash });
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
        // Tokens that end later may begin earlier; the order is by first word.
        self.alternates[at..].sort_by_key(|a| a.first);
    }

    /// The other readings that begin with word `number`.
    pub fn alternates_of(&self, number: u32) -> &[Alternate] {
        if self.alternates.is_empty() {
            return &[];
        }
        let from = self.alternates.partition_point(|a| a.first < number);
        let to = from + self.alternates[from..].partition_point(|a| a.first == number);
        &self.alternates[from..to]
    }
}

/// Longer tokens are not words; a limit keeps the work linear.
const LONGEST: usize = 32;

/// What of a word tells that it may be disguised.
#[derive(Default)]
struct Seen {
    letter: bool,
    digit: bool,
    /// How often the last byte was repeated, and whether three in a row were seen.
    repeats: u32,
    long_run: bool,
}

impl Seen {
    fn note(&mut self, byte: u8, previous: u8) {
        self.repeats = if byte == previous { self.repeats + 1 } else { 0 };
        self.long_run |= self.repeats >= 2;
        self.letter |= byte.is_ascii_lowercase();
        self.digit |= byte.is_ascii_digit();
    }

    fn disguised(&self) -> bool {
        self.letter && (self.digit || self.long_run)
    }
}

/// Signs that stand in for letters.
fn is_sign(byte: u8) -> bool {
    matches!(byte, b'@' | b'$' | b'!' | b'|' | b'+')
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
    use crate::text::Folded;

    fn reads_as(text: &str, word: &str) -> bool {
        let words = Words::new(&Folded::new(text).lower);
        let hash = hash_word(word.as_bytes());
        words.words.iter().any(|w| w.hash == hash) || words.alternates.iter().any(|a| a.hash == hash)
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
