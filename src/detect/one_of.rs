//! Short lists of words that detectors ask about.

/// Words with blanks between them.
///
/// As one text a list takes less room than as an array of texts. Two bits for each word turn nearly all other words away
/// before the text is looked through.
#[derive(Debug, Clone, Copy)]
pub struct OneOf {
    words: &'static str,
    marks: [u64; MARKS / 64],
}

/// How many bits a list has for the marks of its words.
const MARKS: usize = 512;

/// The marks of the word `bytes[start..end]`: what its ends and its length come to, and what its second byte and the one
/// in its middle do.
const fn marks(bytes: &[u8], start: usize, end: usize) -> [usize; 2] {
    let length = end - start;
    let outer = bytes[start] as usize * 31 + bytes[end - 1] as usize * 7 + length * 3;
    let inner = bytes[start + 1 % length] as usize * 41 + bytes[start + length / 2] as usize * 11 + length * 5;
    [outer % MARKS, inner % MARKS]
}

/// The list of these words, which are in lower case and parted by single blanks.
pub const fn one_of(words: &'static str) -> OneOf {
    let bytes = words.as_bytes();
    let mut marked = [0; MARKS / 64];
    let (mut start, mut at) = (0, 0);
    while at <= bytes.len() {
        if at == bytes.len() || bytes[at] == b' ' {
            let [outer, inner] = marks(bytes, start, at);
            marked[outer / 64] |= 1 << (outer % 64);
            marked[inner / 64] |= 1 << (inner % 64);
            start = at + 1;
        }
        at += 1;
    }
    OneOf { words, marks: marked }
}

impl OneOf {
    /// Whether `word`, in lower case, is one of them.
    #[inline]
    pub fn holds(&self, word: &[u8]) -> bool {
        if word.is_empty() {
            return false;
        }
        let marked = |mark: usize| self.marks[mark / 64] >> (mark % 64) & 1 == 1;
        let [outer, inner] = marks(word, 0, word.len());
        marked(outer) && marked(inner) && self.number_of(word).is_some()
    }

    /// Which of them `word` is, from 0.
    #[inline(never)]
    pub fn number_of(&self, word: &[u8]) -> Option<usize> {
        let words = self.words.as_bytes();
        let (mut number, mut at) = (0, 0);
        // Compared only where the first letter is the same: most words of a list begin with another.
        while let Some(&first) = words.get(at) {
            let end = at + word.len();
            if word.first() == Some(&first)
                && words.get(at..end) == Some(word)
                && words.get(end).is_none_or(|&b| b == b' ')
            {
                return Some(number);
            }
            at += words[at..].iter().position(|&b| b == b' ').unwrap_or(words.len() - at) + 1;
            number += 1;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{OneOf, one_of};

    #[test]
    fn whole_words_are_held() {
        const LIST: OneOf = one_of("in into a&e i'm");
        for word in ["in", "into", "a&e", "i'm"] {
            assert!(LIST.holds(word.as_bytes()), "{word}");
        }
        assert_eq!(LIST.number_of(b"a&e"), Some(2));
        for word in ["i", "int", "to", "m", ""] {
            assert!(!LIST.holds(word.as_bytes()), "{word}");
        }
    }
}
