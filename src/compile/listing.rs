//! Long lists that are only asked about, written as small as they go.

use std::collections::BTreeSet;

use super::notation::Phrase;
use crate::blob::Writer;
use crate::matching::fingerprint;

/// Writes a list; see [`Listing::read`](crate::matching::Listing::read).
pub fn write(writer: &mut Writer, words: &BTreeSet<u32>) {
    write_below(writer, words, 1 << 22);
}

/// Writes a list of numbers below `limit`.
pub fn write_below(writer: &mut Writer, words: &BTreeSet<u32>, limit: u64) {
    // Distances are about limit / n; their lower bits are as good as random and the rest is short in ones.
    let low = (limit / words.len().max(1) as u64).max(1).ilog2().saturating_sub(1);
    let mut bits = Vec::new();
    let mut last = 0;
    for &word in words {
        let distance = word - last;
        last = word;
        bits.extend((0..distance >> low).map(|_| true));
        bits.push(false);
        bits.extend((0..low).map(|n| distance >> n & 1 == 1));
    }
    let bytes: Vec<u8> =
        bits.chunks(8).map(|eight| eight.iter().enumerate().fold(0, |b, (n, &bit)| b | u8::from(bit) << n)).collect();
    writer.number(words.len() as u64);
    writer.number(u64::from(low));
    writer.slice(&bytes);
}

/// The fingerprints of a list's phrases; each must be plain words.
pub fn fingerprints(phrases: &[Phrase]) -> Result<BTreeSet<u32>, String> {
    phrases.iter().map(|phrase| plain(phrase).map(|words| fingerprint(&words))).collect()
}

/// A phrase's text, when it is plain words.
pub fn plain(phrase: &Phrase) -> Result<Vec<u8>, String> {
    let Phrase::Sequence(parts) = phrase else {
        return Err("a list to look words up in holds plain words, without brackets or signs".into());
    };
    let byte = |part: &Phrase| match part {
        Phrase::Letter(byte) => Ok(*byte),
        Phrase::Gap => Ok(b' '),
        _ => Err("a list to look words up in holds plain words, without brackets or signs".to_owned()),
    };
    parts.iter().map(byte).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blob::Reader;
    use crate::matching::Listing;

    #[test]
    fn what_is_listed_is_held() {
        let words: Vec<String> = (0..3_000).map(|n| format!("name{n} of{}", n * 7)).collect();
        let phrases: Vec<_> = words.iter().map(|w| Phrase::parse(w).unwrap()).collect();
        let mut writer = Writer::default();
        write(&mut writer, &fingerprints(&phrases).unwrap());
        let listing = Listing::read(&mut Reader::new(&writer.bytes));
        assert!(words.iter().all(|w| listing.holds(w.as_bytes())));
        let strangers = (0..10_000).filter(|n| listing.holds(format!("other{n}").as_bytes())).count();
        assert!(strangers < 60, "{strangers} of 10,000 strangers were taken for listed");
    }

    #[test]
    fn only_plain_words_can_be_looked_up() {
        assert!(fingerprints(&[Phrase::parse("ann[e]").unwrap()]).is_err());
    }
}
