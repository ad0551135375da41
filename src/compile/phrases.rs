//! Word lists: reading them, and compiling all of them into one trie.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::source::read_text;
use super::{Error, Sources};
use crate::blob::Writer;
use crate::matching::MOST_WORDS;
use crate::text::{Folded, Words, next_state};

/// Reads a word list of `rules/` and writes its endings and alternatives out.
pub fn read_list(root: &Path, list: &Path) -> Result<Vec<String>, Error> {
    let file = Path::new("rules").join(list);
    let mut phrases = Vec::new();
    for (number, line) in read_text(root, &file)?.lines().enumerate() {
        let line = line.split('#').next().unwrap_or_default().trim();
        if line.is_empty() {
            continue;
        }
        let expanded = expand(line).map_err(|message| Error::new(&file, format!("line {}: {message}", number + 1)))?;
        phrases.extend(expanded);
    }
    Ok(phrases)
}

/// More readings of one line than this are a slip of the pen.
const MOST_READINGS: usize = 256;

/// `slag[s]` as slag, slags; `(silly|old) cow` as silly cow, old cow.
fn expand(line: &str) -> Result<Vec<String>, String> {
    let mut readings = vec![String::new()];
    let mut rest = line;
    while let Some(at) = rest.find(['[', '(', ']', ')', '|']) {
        let close = match rest.as_bytes()[at] {
            b'[' => ']',
            b'(' => ')',
            _ => return Err(format!("\"{line}\" has a bracket or bar without a beginning")),
        };
        let end = rest[at..].find(close).ok_or_else(|| format!("\"{line}\" has a bracket without an end"))? + at;
        let inside = &rest[at + 1..end];
        if inside.contains(['[', '(']) {
            return Err(format!("\"{line}\" has brackets within brackets"));
        }
        let mut choices: Vec<&str> = inside.split('|').collect();
        if close == ']' {
            choices.push("");
        }
        let before = &rest[..at];
        readings = readings.iter().flat_map(|r| choices.iter().map(move |c| format!("{r}{before}{c}"))).collect();
        if readings.len() > MOST_READINGS {
            return Err(format!("\"{line}\" has more than {MOST_READINGS} readings"));
        }
        rest = &rest[end + 1..];
    }
    Ok(readings.into_iter().map(|r| r + rest).collect())
}

#[derive(Default)]
struct Link {
    rules: BTreeSet<u16>,
    goes_on: bool,
    /// The phrase so far, to tell a collision of hashes from the same phrase again.
    spelt: String,
}

/// Compiles the phrases of all lists; `lists` pairs a rule's number with one of its lists.
pub fn write(writer: &mut Writer, sources: &Sources, lists: &[(u16, &Path)]) -> Result<(), Error> {
    let mut links: BTreeMap<u32, Link> = BTreeMap::new();
    for &(rule, list) in lists {
        for phrase in &sources.words[list] {
            add(&mut links, rule, phrase).map_err(|message| Error::new(&Path::new("rules").join(list), message))?;
        }
    }
    let sets: BTreeSet<&BTreeSet<u16>> = links.values().map(|l| &l.rules).filter(|r| !r.is_empty()).collect();
    let sets: Vec<_> = sets.into_iter().collect();
    writer.list(&sets, |w, set| {
        let rules: Vec<u16> = set.iter().copied().collect();
        w.list(&rules, |w, &rule| w.number(u64::from(rule)));
    });
    writer.number(links.len() as u64);
    let mut last = 0;
    for (&key, link) in &links {
        writer.number(u64::from(key - last));
        last = key;
        let set = sets.binary_search(&&link.rules).map_or(0, |n| n + 1);
        writer.number((set as u64) << 1 | u64::from(link.goes_on));
    }
    Ok(())
}

fn add(links: &mut BTreeMap<u32, Link>, rule: u16, phrase: &str) -> Result<(), String> {
    let folded = Folded::new(phrase).lower;
    let words = Words::new(&folded).words;
    if words.is_empty() || words.len() > MOST_WORDS {
        return Err(format!("\"{phrase}\" must have one to {MOST_WORDS} words"));
    }
    let mut state = 0;
    for (n, word) in words.iter().enumerate() {
        state = next_state(state, word.hash);
        let spelt = words[..=n].iter().map(|w| text_of(&folded, w.start, w.end)).collect::<Vec<_>>().join(" ");
        let link = links.entry(state).or_default();
        if state == 0 || !link.spelt.is_empty() && link.spelt != spelt {
            return Err(format!("\"{spelt}\" has the same hash as \"{}\"; leave one of them out", link.spelt));
        }
        link.spelt = spelt;
        if n + 1 < words.len() {
            link.goes_on = true;
        } else {
            link.rules.insert(rule);
        }
    }
    Ok(())
}

fn text_of(folded: &[u8], start: u32, end: u32) -> String {
    folded[start as usize..end as usize].iter().filter(|&&b| b != b'\'').map(|&b| char::from(b)).collect()
}

#[cfg(test)]
mod tests {
    use super::expand;

    #[test]
    fn endings_and_alternatives_are_written_out() {
        assert_eq!(expand("slag[s]").unwrap(), ["slags", "slag"]);
        assert_eq!(expand("(silly|old) cow[s]").unwrap(), ["silly cows", "silly cow", "old cows", "old cow"]);
        assert_eq!(expand("plain").unwrap(), ["plain"]);
        assert!(expand("slag[s").unwrap_err().contains("without an end"));
        assert!(expand("slag]s").unwrap_err().contains("without a beginning"));
    }
}
