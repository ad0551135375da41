//! Everything in one sequence of bytes, in the order in which `Scanner::read` takes it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::disguise::Disguises;
use super::paths::Paths;
use super::pattern::{Automata, write_bank};
use super::phrases::Automaton;
use super::source::{KindSource, PolicySource, RuleSource};
use super::{Error, Sources, listing};
use crate::blob::Writer;
use crate::catalogue::{Check, Tag};
use crate::detect::{RUN_BITS, TELLING_BITS};
use crate::finding::{Severity, Surface};
use crate::matching::{Listings, PER_BANK, Run, fingerprint};
use crate::policy::Demands;

/// Compiles the sources.
pub fn write(sources: &Sources) -> Result<Vec<u8>, Error> {
    let innocents = innocent_lists(sources);
    let mut writer = Writer::default();
    writer.list(&sources.kinds, write_kind);
    writer.number((sources.rules.len() + usize::from(!innocents.is_empty())) as u64);
    for rule in &sources.rules {
        write_rule(&mut writer, rule, &sources.kinds);
    }
    if !innocents.is_empty() {
        write_innocent_rule(&mut writer);
    }
    writer.list(&sources.policies, |w, policy| write_policy(w, policy, &sources.kinds));
    write_patterns(&mut writer, sources)?;
    write_phrases(&mut writer, sources, &innocents)?;
    write_listings(&mut writer, sources)?;
    write_companions(&mut writer, sources);
    Ok(writer.bytes)
}

fn write_phrases(writer: &mut Writer, sources: &Sources, innocents: &[&Path]) -> Result<(), Error> {
    let mut paths = Paths::default();
    let mut rules = Vec::new();
    for (n, rule) in sources.rules.iter().enumerate() {
        let listed = rule.words.iter().flat_map(|list| &sources.words[list]);
        let phrases = listed.chain(&rule.phrases);
        rules.push(phrases.map(|phrase| paths.add(n as u16, phrase, &sources.words)).collect());
    }
    let innocent_rule = sources.rules.len() as u16;
    let innocent = innocents.iter().flat_map(|&list| &sources.words[list]);
    rules.push(innocent.map(|phrase| paths.add(innocent_rule, phrase, &sources.words)).collect());
    let wrong = |message| Error::new(Path::new("rules"), message);
    let automaton = Automaton::new(&paths, &rules).map_err(wrong)?;
    let disguises = Disguises::new(sources).map_err(wrong)?;
    let words: Vec<&[u8]> =
        automaton.words().into_iter().chain(disguises.words()).collect::<BTreeSet<_>>().into_iter().collect();
    automaton.write(writer, &words).map_err(wrong)?;
    disguises.write(writer, &words, &automaton.words());
    Ok(())
}

/// What is only looked up, tag by tag.
fn write_listings(writer: &mut Writer, sources: &Sources) -> Result<(), Error> {
    let mut listings: BTreeMap<u64, BTreeSet<u32>> = BTreeMap::new();
    for rule in &sources.rules {
        for list in &rule.lookup {
            let tag = position(Tag::ALL.iter().map(|t| t.0), rule.tag.as_deref());
            let words = listing::fingerprints(&sources.words[list]);
            let words = words.map_err(|message| Error::new(&Path::new("rules").join(list), message))?;
            listings.entry(tag).or_default().extend(words);
        }
    }
    let listings: Vec<_> = listings.into_iter().collect();
    assert!(listings.len() <= Listings::MOST, "each list needs a bit in the marks of `Listings`");
    writer.list(&listings, |w, (tag, words)| {
        w.number(*tag);
        listing::write(w, words);
    });
    Ok(())
}

/// What rules of the check `weighed` weigh, rule by rule.
fn write_companions(writer: &mut Writer, sources: &Sources) {
    let rules = sources.rules.iter().enumerate().filter(|(_, rule)| rule.check.as_deref() == Some("weighed"));
    let rules: Vec<_> = rules.collect();
    writer.list(&rules, |w, (n, rule)| {
        w.number(*n as u64);
        w.number(u64::from(rule.work));
        w.number(u64::from(rule.enough));
        for (list, bits) in [(&rule.when, TELLING_BITS), (&rule.unless, RUN_BITS), (&rule.beside, RUN_BITS)] {
            let runs = list.iter().map(|words| fingerprint(words.as_bytes()) >> (Run::BITS - bits));
            listing::write_below(w, &runs.collect(), 1 << bits);
        }
    });
}

fn innocent_lists(sources: &Sources) -> Vec<&Path> {
    let mut lists: Vec<&Path> = sources.rules.iter().flat_map(|r| r.innocent.iter().map(AsRef::as_ref)).collect();
    lists.sort_unstable();
    lists.dedup();
    lists
}

fn write_kind(writer: &mut Writer, kind: &KindSource) {
    for text in [&kind.name, &kind.title, &kind.why, &kind.instead] {
        writer.text(text);
    }
    write_severity(writer, Some(&kind.severity));
}

/// None is written as a number that no severity has.
fn write_severity(writer: &mut Writer, severity: Option<&String>) {
    let number = severity.and_then(|s| Severity::from_name(s)).map_or(Severity::ALL.len(), |s| s as usize);
    writer.number(number as u64);
}

fn write_rule(writer: &mut Writer, rule: &RuleSource, kinds: &[KindSource]) {
    writer.text(&rule.id);
    match (&rule.kind, &rule.tag) {
        (Some(kind), _) => {
            writer.number(0);
            writer.number(kind_number(kind, kinds));
        }
        (None, tag) => {
            writer.number(1);
            writer.number(position(Tag::ALL.iter().map(|t| t.0), tag.as_deref()));
        }
    }
    write_severity(writer, rule.severity.as_ref());
    writer.number(position(Check::ALL.iter().map(|c| c.0), rule.check.as_deref().or(Some("none"))));
    writer.number(u64::from(rule.in_url));
    let named = rule.surfaces.iter().filter_map(|s| Surface::from_name(s)).fold(0, |all, s| all | s.bit());
    let surfaces = if named == 0 { Surface::ALL.iter().fold(0, |all, s| all | s.bit()) } else { named };
    writer.number(u64::from(surfaces));
}

fn write_innocent_rule(writer: &mut Writer) {
    writer.text("innocent");
    writer.number(1);
    writer.number(position(Tag::ALL.iter().map(|t| t.0), Some("innocent")));
    write_severity(writer, None);
    writer.number(0);
    writer.number(0);
    writer.number(Surface::ALL.iter().fold(0, |all, s| u64::from(s.bit()) | all));
}

fn kind_number(kind: &str, kinds: &[KindSource]) -> u64 {
    position(kinds.iter().map(|k| k.name.as_str()), Some(kind))
}

/// Names were checked when the sources were read.
fn position<'a>(mut names: impl Iterator<Item = &'a str>, name: Option<&str>) -> u64 {
    names.position(|n| Some(n) == name).expect("a name that was checked") as u64
}

fn write_policy(writer: &mut Writer, policy: &PolicySource, kinds: &[KindSource]) {
    let optional = |text: &Option<String>| text.clone().unwrap_or_default();
    for text in [&policy.id, &policy.name, &policy.short, &policy.title, &policy.version, &policy.approved] {
        writer.text(text);
    }
    writer.text(&optional(&policy.review_due));
    writer.text(&policy.ask);
    writer.text(&optional(&policy.disclaimer));
    writer.number(policy.disclaimer_says.iter().fold(0, |all, name| {
        all | u64::from(Demands::NAMES[position(Demands::NAMES.iter().map(|d| d.0), Some(name)) as usize].1.0)
    }));
    for list in [&policy.names, &policy.stations, &policy.welcome] {
        writer.list(list, |w, name| w.text(&name.to_lowercase()));
    }
    writer.list(&policy.code, |w, code| w.text(&code.shape));
    writer.list(&policy.clause, |w, clause| {
        w.text(&clause.number);
        w.text(&clause.summary);
        w.list(&clause.kinds, |w, kind| w.number(kind_number(kind, kinds)));
        write_severity(w, clause.severity.as_ref());
    });
}

fn write_patterns(writer: &mut Writer, sources: &Sources) -> Result<(), Error> {
    let mut patterns = Vec::new();
    let mut around = Vec::new();
    for (n, rule) in sources.rules.iter().enumerate() {
        let Some(pattern) = &rule.pattern else { continue };
        let wrong = |message| Error::new(&rule.file, format!("rule {}: {message}", rule.id));
        let automata = Automata::new(pattern).map_err(wrong)?;
        match rule.around {
            Some(sign) => around.push((n, sign as u8, automata)),
            None => patterns.push((n as u16, automata)),
        }
    }
    let banks: Vec<&[(u16, Automata)]> = patterns.chunks(PER_BANK).collect();
    writer.list(&banks, |w, bank| write_bank(w, bank));
    writer.list(&around, |w, (rule, sign, automata)| {
        w.number(*rule as u64);
        w.number(u64::from(*sign));
        automata.write(w);
    });
    Ok(())
}
