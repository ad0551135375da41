//! Folding: one byte for each character that a reader sees, with an exact way back.

use super::lookalike::{SYMBOL, look};
use crate::finding::Span;

/// The longest text that is scanned, in UTF-16 code units. What follows it is left alone, and said to be.
pub const MAX_UNITS: usize = 50_000;

/// Symbols in front of it are arrows, currencies and the like.
const FIRST_EMOJI: char = '\u{2600}';

/// A text as the rules see it.
///
/// Every byte stands for one visible character: ASCII as it is, look-alikes as what they show, everything else as a
/// placeholder. Positions in it are turned back into UTF-16 code units with [`Folded::span`], so a span always begins
/// and ends between characters.
///
/// ```
/// use forepost::text::Folded;
/// let folded = Folded::new("Ｐ\u{200B}t was 8\u{FE0F}4F 🚑");
/// assert_eq!(folded.lower, b"pt was 84f \x81");
/// assert_eq!(folded.cased, b"Pt was 84F \x81");
/// let age = folded.span(7, 10);
/// assert_eq!((age.start, age.end), (8, 12)); // the dropped characters within are part of it
/// ```
#[derive(Debug, Default, Clone)]
pub struct Folded {
    /// Lower case.
    pub lower: Vec<u8>,
    /// The same characters in the case that they were written in.
    pub cased: Vec<u8>,
    /// The emoji, each with its folded byte, in order.
    pub emoji: Vec<(u32, char)>,
    /// Where the distance between folded bytes and code units changes, in ascending order of `at`.
    breaks: Vec<Break>,
    /// Length of what was folded, in UTF-16 code units.
    pub units: u32,
    /// True when the text went on beyond [`MAX_UNITS`].
    pub truncated: bool,
}

/// From folded byte `at` on, byte `at + n` begins at code unit `start + n`.
#[derive(Debug, Clone, Copy)]
struct Break {
    at: u32,
    start: u32,
    /// Where the character of byte `at - 1` ends, in code units.
    before: u32,
}

impl Folded {
    /// Folds `text`, or its first [`MAX_UNITS`] code units.
    pub fn new(text: &str) -> Self {
        let mut folded = Self::default();
        folded.fold(text);
        folded
    }

    fn fold(&mut self, text: &str) {
        let bytes = text.as_bytes();
        self.lower.reserve(bytes.len());
        self.cased.reserve(bytes.len());
        let mut at = 0;
        let mut unit: u32 = 0;
        let mut before: u32 = 0;
        let mut broken = false;
        while at < bytes.len() {
            let run = ascii_run(&bytes[at..]).min(MAX_UNITS - unit as usize);
            if run > 0 {
                if broken {
                    self.breaks.push(Break { at: self.lower.len() as u32, start: unit, before });
                    broken = false;
                }
                self.push_ascii(&bytes[at..at + run]);
                at += run;
                unit += run as u32;
                before = unit;
                continue;
            }
            let Some(c) = text[at..].chars().next() else { break };
            let wide = c.len_utf16() as u32;
            if unit + wide > MAX_UNITS as u32 {
                break;
            }
            if let Some(byte) = look(c) {
                if broken {
                    self.breaks.push(Break { at: self.lower.len() as u32, start: unit, before });
                }
                broken = wide > 1;
                if byte == SYMBOL && c >= FIRST_EMOJI {
                    self.emoji.push((self.lower.len() as u32, c));
                }
                self.cased.push(byte);
                self.lower.push(byte.to_ascii_lowercase());
                before = unit + wide;
            } else {
                broken = true;
            }
            unit += wide;
            at += c.len_utf8();
        }
        if broken {
            self.breaks.push(Break { at: self.lower.len() as u32, start: unit, before });
        }
        self.units = unit;
        self.truncated = at < bytes.len();
    }

    fn push_ascii(&mut self, run: &[u8]) {
        self.cased.extend_from_slice(run);
        // Written without a branch so that the compiler turns it into vector instructions.
        self.lower.extend(run.iter().map(|&b| b + (u8::from(b.wrapping_sub(b'A') < 26) << 5)));
    }

    /// The stretch of the text, in UTF-16 code units, that the folded bytes `start..end` came from.
    pub fn span(&self, start: usize, end: usize) -> Span {
        let (start, end) = (start as u32, end.max(start + 1) as u32);
        let from = self.start_of(start);
        let to = match self.breaks.binary_search_by_key(&end, |b| b.at) {
            Ok(at) => self.breaks[at].before,
            Err(_) => self.start_of(end - 1) + 1,
        };
        Span { start: from, end: to.max(from) }
    }

    fn start_of(&self, byte: u32) -> u32 {
        match self.breaks.partition_point(|b| b.at <= byte) {
            0 => byte,
            n => self.breaks[n - 1].start + (byte - self.breaks[n - 1].at),
        }
    }

    /// Drops the folded bytes for which `keep` is false; spans across them still cover them.
    pub(super) fn retain(&mut self, keep: impl Fn(usize) -> bool) {
        let mut breaks = Vec::with_capacity(self.breaks.len() + 8);
        // The next of the old breaks, and where the byte at hand begins and ends.
        let (mut next, mut start) = (0, 0);
        let mut kept = 0;
        let mut before = 0;
        let mut emoji = 0;
        // The start that the next byte would have if nothing were dropped in front of it.
        let mut expected = 0;
        for i in 0..self.lower.len() {
            if let Some(b) = self.breaks.get(next).filter(|b| b.at as usize == i) {
                start = b.start;
                next += 1;
            }
            let end = match self.breaks.get(next) {
                Some(b) if b.at as usize == i + 1 => b.before,
                _ => start + 1,
            };
            if self.emoji.get(emoji).is_some_and(|e| e.0 as usize == i) {
                self.emoji[emoji].0 = kept as u32;
                emoji += 1;
            }
            if keep(i) {
                if start != expected {
                    breaks.push(Break { at: kept as u32, start, before });
                }
                expected = start + 1;
                before = end;
                self.lower[kept] = self.lower[i];
                self.cased[kept] = self.cased[i];
                kept += 1;
            }
            start += 1;
        }
        if before != expected {
            breaks.push(Break { at: kept as u32, start: self.units, before });
        }
        self.lower.truncate(kept);
        self.cased.truncate(kept);
        self.breaks = breaks;
    }
}

/// How many ASCII bytes `bytes` begins with; sixteen are looked at at once.
fn ascii_run(bytes: &[u8]) -> usize {
    let mut n = 0;
    for chunk in bytes.chunks_exact(16) {
        if chunk.iter().fold(0, |all, b| all | b) >= 0x80 {
            break;
        }
        n += 16;
    }
    n + bytes[n..].iter().take_while(|b| b.is_ascii()).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Reading;
    use proptest::prelude::*;

    fn piece() -> impl Strategy<Value = String> {
        prop_oneof![
            "[a-zA-Z0-9 .,'@/-]{0,20}",
            Just("👩‍👩‍👧‍👦".to_string()),
            Just("e\u{301}".to_string()),
            Just("\u{200B}".to_string()),
            Just("𝐩𝐭".to_string()),
            Just("مريض".to_string()),
            Just("4\u{FE0F}\u{20E3}".to_string()),
            Just("\u{202E}".to_string()),
            Just("\u{FFFD}\0".to_string()),
            Just("i d i o t".to_string()),
            any::<String>(),
        ]
    }

    proptest! {
        #[test]
        fn spans_lie_on_characters_and_in_order(pieces in proptest::collection::vec(piece(), 0..12)) {
            let text = pieces.concat();
            let folded = Reading::new(&text).folded;
            let mut boundaries = vec![0u32];
            for c in text.chars() {
                boundaries.push(boundaries[boundaries.len() - 1] + c.len_utf16() as u32);
            }
            let mut last = 0;
            for i in 0..folded.lower.len() {
                let span = folded.span(i, i + 1);
                prop_assert!(span.start >= last && span.end > span.start, "{span:?} after {last}");
                prop_assert!(boundaries.binary_search(&span.start).is_ok());
                prop_assert!(boundaries.binary_search(&span.end).is_ok());
                last = span.end;
            }
            prop_assert!(last <= folded.units);
            prop_assert_eq!(folded.units, text.encode_utf16().count() as u32);
        }

        #[test]
        fn each_byte_is_what_its_span_shows(pieces in proptest::collection::vec(piece(), 0..12)) {
            let text = pieces.concat();
            let units: Vec<u16> = text.encode_utf16().collect();
            let folded = Reading::new(&text).folded;
            for (i, &byte) in folded.cased.iter().enumerate() {
                let span = folded.span(i, i + 1);
                let written = String::from_utf16(&units[span.start as usize..span.end as usize]).unwrap();
                prop_assert_eq!(written.chars().find_map(look), Some(byte), "{:?}", written);
            }
        }
    }

    #[test]
    fn long_text_is_cut_and_said_to_be() {
        let folded = Folded::new(&"é".repeat(MAX_UNITS + 5));
        assert!(folded.truncated);
        assert_eq!(folded.units as usize, MAX_UNITS);
        // A surrogate pair that would straddle the limit is left out whole.
        let folded = Folded::new(&("x".repeat(MAX_UNITS - 1) + "🚑"));
        assert!(folded.truncated);
        assert_eq!(folded.units as usize, MAX_UNITS - 1);
    }
}
