//! What the fuzz targets hold every text against.

#[cfg(test)]
mod linear;

use forepost::text::{MAX_UNITS, Reading, hash_word, is_word, look};
use forepost::{Finding, Options, Scan, Scanner, Span, Surface};

/// What a fuzzer's bytes are asked to mean: a digit for the surface and the policy, then the text.
pub struct Input {
    pub options: Options<'static>,
    pub text: String,
}

impl Input {
    /// Reads the bytes; those that are no UTF-8 become replacement characters.
    pub fn read(bytes: &[u8]) -> Self {
        let (&choice, text) = bytes.split_first().unwrap_or((&b'0', &[]));
        let choice = usize::from(choice.wrapping_sub(b'0'));
        // "0" to "4" are the surfaces with no policy in force, from "5" on each policy has five more.
        let surface = Surface::ALL[choice % 5];
        let policy = (choice / 5).checked_sub(1).and_then(|n| Scanner::built_in().policies().get(n));
        Self { options: Options { surface, policy }, text: String::from_utf8_lossy(text).into_owned() }
    }
}

/// The code units that a text has, and where its characters begin and end among them.
pub struct Units {
    pub units: Vec<u16>,
    boundaries: Vec<bool>,
}

impl Units {
    pub fn new(text: &str) -> Self {
        let units: Vec<u16> = text.encode_utf16().collect();
        let mut boundaries = vec![false; units.len() + 1];
        let mut at = 0;
        boundaries[0] = true;
        for c in text.chars() {
            at += c.len_utf16();
            boundaries[at] = true;
        }
        Self { units, boundaries }
    }

    /// The characters of a stretch, which must begin and end between characters and hold at least one.
    pub fn shown(&self, span: Span) -> String {
        assert!(span.start < span.end, "{span:?} holds nothing of the text");
        self.between(span)
    }

    /// The characters of a stretch, which may be none: between two characters something can be added.
    fn between(&self, span: Span) -> String {
        let Span { start, end } = span;
        assert!(start <= end && end as usize <= self.units.len(), "{span:?} lies beyond the text");
        assert!(self.boundaries[start as usize] && self.boundaries[end as usize], "{span:?} cuts a character");
        String::from_utf16(&self.units[start as usize..end as usize]).expect("characters are whole")
    }
}

/// Each folded byte stands for a character of the text that looks like it, in order, and the way back is exact.
pub fn check_folding(text: &str, reading: &Reading) {
    let folded = &reading.folded;
    let units = Units::new(text);
    assert_eq!(folded.lower, folded.cased.to_ascii_lowercase());
    assert_eq!(folded.truncated, units.units.len() > MAX_UNITS);
    assert!(folded.truncated || folded.units as usize == units.units.len());
    let mut last = 0;
    for (i, &byte) in folded.cased.iter().enumerate() {
        let span = folded.span(i, i + 1);
        assert!(span.start >= last, "byte {i}, {span:?}, begins before {last}, where the one before it ends");
        last = span.end;
        let shown = units.shown(span);
        assert_eq!(shown.chars().find_map(look), Some(byte), "byte {i}, {span:?}, is not what {shown:?} shows");
    }
    assert!(last <= folded.units);
    if let Some(end) = folded.lower.len().checked_sub(1) {
        let whole = folded.span(0, end + 1);
        assert_eq!((whole.start, whole.end), (folded.span(0, 1).start, last));
    }
}

/// Words, their other readings and the parts of the web lie in the folded text, in order.
pub fn check_words(reading: &Reading) {
    let lower = &reading.folded.lower;
    let words = &reading.words.all;
    let mut covered = vec![false; lower.len()];
    for (n, word) in words.iter().enumerate() {
        let (start, end) = (word.start as usize, word.end as usize);
        assert!(start < end && (n == 0 || words[n - 1].end as usize <= start), "{word:?}");
        assert_eq!(word.hash, hash_word(&lower[start..end]), "{word:?}");
        covered[start..end].fill(true);
    }
    let left_out = lower.iter().zip(&covered).position(|(&byte, &covered)| is_word(byte) && !covered);
    assert_eq!(left_out, None, "a letter or digit in no word");
    for pair in reading.words.alternates.windows(2) {
        assert!(pair[0].first <= pair[1].first, "{pair:?}");
    }
    for other in &reading.words.alternates {
        assert!(other.first <= other.last && (other.last as usize) < words.len(), "{other:?}");
        assert!(other.start < other.end && other.end as usize <= lower.len(), "{other:?}");
    }
    let mut last = 0;
    for (start, end, part) in reading.web.parts() {
        assert!(last <= start && start < end && end <= lower.len(), "{part:?} at {start}..{end}");
        last = end;
    }
}

/// Findings are sorted and lie between characters of what was scanned.
pub fn check_findings(text: &str, scan: &Scan) {
    let units = Units::new(text);
    assert_eq!(scan.truncated, units.units.len() > MAX_UNITS);
    let place = |f: &Finding| (f.span.start, f.span.end);
    for pair in scan.findings.windows(2) {
        assert!(place(&pair[0]) <= place(&pair[1]), "{pair:?} are not in order");
    }
    for found in &scan.findings {
        assert!(found.span.end as usize <= MAX_UNITS, "{found:?}");
        units.shown(found.span);
    }
}

/// What was found can be explained, and what is offered in its place and said to add up can be shown too.
pub fn check_explanations(text: &str, scan: &Scan, options: Options<'_>) {
    let scanner = Scanner::built_in();
    let units = Units::new(text);
    // Each explanation scans the text again.
    for found in scan.findings.iter().take(3) {
        let explained = scanner.explain(text, options, found, "2026-01-01");
        let explained = explained.unwrap_or_else(|| panic!("{found:?} has no explanation"));
        assert_eq!((explained.kind.as_str(), explained.severity), (scanner.kind_of(found.rule), found.severity));
        for offer in &explained.replacements {
            let instead_of = units.between(Span { start: offer.start, end: offer.end });
            assert_ne!(instead_of, offer.text, "{offer:?} changes nothing");
        }
        for piece in &explained.pieces {
            units.shown(Span { start: piece.start, end: piece.end });
        }
    }
}
