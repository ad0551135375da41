//! Short lists of words that detectors ask about.

/// Words with blanks between them.
///
/// As one text a list takes less room than as an array of texts. A bit for each mark of a word turns nearly all other
/// words away before the text is looked through.
#[derive(Debug, Clone, Copy)]
pub struct OneOf {
    words: &'static str,
    marks: [u64; 4],
}

/// The mark of a word: what its first byte, its last one and its length come to.
const fn mark(first: u8, last: u8, length: usize) -> usize {
    (first as usize * 31 + last as usize * 7 + length * 3) & 0xFF
}

/// The list of these words, which are in lower case and parted by single blanks.
pub const fn one_of(words: &'static str) -> OneOf {
    let bytes = words.as_bytes();
    let mut marks = [0; 4];
    let (mut start, mut at) = (0, 0);
    while at <= bytes.len() {
        if at == bytes.len() || bytes[at] == b' ' {
            let mark = mark(bytes[start], bytes[at - 1], at - start);
            marks[mark >> 6] |= 1 << (mark & 63);
            start = at + 1;
        }
        at += 1;
    }
    OneOf { words, marks }
}

impl OneOf {
    /// Whether `word`, in lower case, is one of them.
    #[inline]
    pub fn holds(&self, word: &[u8]) -> bool {
        let [first, ..] = word else { return false };
        let mark = mark(*first, word[word.len() - 1], word.len());
        self.marks[mark >> 6] >> (mark & 63) & 1 == 1 && self.number_of(word).is_some()
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
