//! Reading the files: every key known, every reference kept.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::notation::Phrase;
use super::{Error, paths};
use crate::catalogue::{Check, Tag};
use crate::detect::shape_problem;
use crate::finding::{Severity, Surface};
use crate::policy::Demands;

/// What is read for what it is in truth, beside the rules.
const DISGUISES: &str = "disguises.toml";

/// Everything in `rules/` and `policies/`.
#[derive(Debug, Default)]
pub struct Sources {
    /// By name, in the order of their numbers.
    pub kinds: Vec<KindSource>,
    /// In the order of their numbers, each with its file.
    pub rules: Vec<RuleSource>,
    /// In the order of their files.
    pub policies: Vec<PolicySource>,
    /// The phrases of each word list, by path.
    pub words: BTreeMap<PathBuf, Vec<Phrase>>,
    /// What is read for what it is in truth.
    pub disguises: DisguiseSource,
}

/// `rules/disguises.toml`; `docs/architecture.md` says what each key means.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DisguiseSource {
    pub words: Vec<PathBuf>,
    pub glue: Vec<PathBuf>,
    pub ordinary: Vec<PathBuf>,
    pub behind: String,
    pub in_front: String,
    pub emoji: Vec<EmojiSource>,
    /// Text and what it is read as.
    pub examples: BTreeMap<String, String>,
    /// Text that is read as it stands.
    pub counter_examples: Vec<String>,
}

/// Emoji with one meaning.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EmojiSource {
    /// Each of one or two characters, blanks between them.
    pub shows: String,
    /// The word by which rules know it wherever it stands.
    pub always: String,
    /// The words that it stands for within a sentence, blanks between them.
    #[serde(default)]
    pub words: String,
}

/// A kind in `rules/kinds.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KindSource {
    /// `category/name`; the table's heading.
    #[serde(skip)]
    pub name: String,
    pub title: String,
    pub why: String,
    pub instead: String,
    pub severity: String,
}

/// A rule in a file of `rules/`; `docs/architecture.md` says what each key means.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleSource {
    /// The file, relative to the root.
    #[serde(skip)]
    pub file: PathBuf,
    pub id: String,
    pub kind: Option<String>,
    pub tag: Option<String>,
    pub description: String,
    pub severity: Option<String>,
    pub pattern: Option<String>,
    pub around: Option<char>,
    #[serde(default)]
    pub phrases: Vec<Phrase>,
    #[serde(default)]
    pub words: Vec<PathBuf>,
    #[serde(default)]
    pub lookup: Vec<PathBuf>,
    #[serde(default)]
    pub innocent: Vec<PathBuf>,
    pub check: Option<String>,
    #[serde(default)]
    pub when: Vec<String>,
    #[serde(default)]
    pub beside: Vec<String>,
    #[serde(default)]
    pub unless: Vec<String>,
    #[serde(default)]
    pub work: u8,
    #[serde(default)]
    pub enough: u8,
    #[serde(default)]
    pub in_url: bool,
    #[serde(default)]
    pub surfaces: Vec<String>,
    /// The surface that the examples are scanned on.
    pub surface: Option<String>,
    /// The policy that they are scanned under.
    pub policy: Option<String>,
    #[serde(default)]
    pub references: Vec<String>,
    #[serde(default)]
    pub examples: Vec<String>,
    #[serde(default)]
    pub counter_examples: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleFile {
    #[serde(default)]
    rule: Vec<RuleSource>,
}

/// A file of `policies/`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicySource {
    /// The file, relative to the root.
    #[serde(skip)]
    pub file: PathBuf,
    pub id: String,
    pub name: String,
    pub short: String,
    pub title: String,
    pub version: String,
    pub approved: String,
    pub review_due: Option<String>,
    pub ask: String,
    pub disclaimer: Option<String>,
    #[serde(default)]
    pub disclaimer_says: Vec<String>,
    #[serde(default)]
    pub names: Vec<String>,
    #[serde(default)]
    pub stations: Vec<String>,
    #[serde(default)]
    pub welcome: Vec<String>,
    #[serde(default)]
    pub code: Vec<CodeSource>,
    #[serde(default)]
    pub clause: Vec<ClauseSource>,
}

/// The shape of a code of one service.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CodeSource {
    pub shape: String,
    pub example: String,
}

/// A clause of a policy.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClauseSource {
    pub number: String,
    pub kinds: Vec<String>,
    pub summary: String,
    pub severity: Option<String>,
}

impl Sources {
    /// Reads and cross-checks `rules/` and `policies/` of `root`.
    ///
    /// # Errors
    /// The first file that cannot be read, and the first rule or clause that names what does not exist.
    pub fn read(root: &Path) -> Result<Self, Error> {
        let file = Path::new("rules").join(DISGUISES);
        let disguises = if root.join(&file).exists() { parse(root, &file)? } else { DisguiseSource::default() };
        let mut sources = Self { kinds: read_kinds(root)?, disguises, ..Self::default() };
        for file in toml_files(root, "rules")? {
            if file.ends_with("kinds.toml") || file.ends_with(DISGUISES) {
                continue;
            }
            let rules: RuleFile = parse(root, &file)?;
            for rule in rules.rule {
                sources.rules.push(RuleSource { file: file.clone(), ..rule });
            }
        }
        for file in toml_files(root, "policies")? {
            let policy: PolicySource = parse(root, &file)?;
            sources.policies.push(PolicySource { file, ..policy });
        }
        sources.read_lists(root)?;
        sources.check()?;
        Ok(sources)
    }

    /// Reads the lists that rules name, and those that their phrases take phrases from.
    fn read_lists(&mut self, root: &Path) -> Result<(), Error> {
        let named = |rule: &RuleSource| {
            let own = rule.words.iter().chain(&rule.innocent).chain(&rule.lookup).cloned();
            own.chain(rule.phrases.iter().flat_map(Phrase::lists).cloned()).collect::<Vec<_>>()
        };
        let mut open: Vec<PathBuf> = self.rules.iter().flat_map(named).collect();
        let disguises = &self.disguises;
        open.extend(disguises.words.iter().chain(&disguises.glue).chain(&disguises.ordinary).cloned());
        while let Some(list) = open.pop() {
            if self.words.contains_key(&list) {
                continue;
            }
            let file = Path::new("rules").join(&list);
            let phrases = paths::read_list(&read_text(root, &file)?).map_err(|message| Error::new(&file, message))?;
            open.extend(phrases.iter().flat_map(Phrase::lists).cloned());
            self.words.insert(list, phrases);
        }
        Ok(())
    }

    fn check(&self) -> Result<(), Error> {
        let mut ids = BTreeSet::new();
        for rule in &self.rules {
            let wrong = |message: String| Err(Error::new(&rule.file, format!("rule {}: {message}", rule.id)));
            if !ids.insert(&rule.id) {
                return wrong("another rule has the same id".into());
            }
            if let Err(message) = rule.check(&self.kinds) {
                return wrong(message);
            }
        }
        for policy in &self.policies {
            for says in &policy.disclaimer_says {
                if let Err(message) = known(says, "disclaimer_says", Demands::NAMES.iter().map(|d| d.0)) {
                    return Err(Error::new(&policy.file, message));
                }
            }
            for code in &policy.code {
                if let Err(message) = code.check() {
                    return Err(Error::new(&policy.file, format!("code \"{}\": {message}", code.shape)));
                }
            }
            for clause in &policy.clause {
                if let Err(message) = clause.check(&self.kinds) {
                    return Err(Error::new(&policy.file, format!("clause {}: {message}", clause.number)));
                }
            }
        }
        Ok(())
    }
}

impl RuleSource {
    fn check(&self, kinds: &[KindSource]) -> Result<(), String> {
        match (&self.kind, &self.tag) {
            (Some(kind), None) => known_kind(kind, kinds)?,
            (None, Some(tag)) => known(tag, "tag", Tag::ALL.iter().map(|t| t.0))?,
            _ => return Err("give it either a kind or a tag".into()),
        }
        if let Some(severity) = &self.severity {
            known(severity, "severity", Severity::ALL.iter().map(|s| s.name()))?;
        }
        if let Some(check) = &self.check {
            known(check, "check", Check::ALL.iter().map(|c| c.0))?;
        }
        for surface in self.surfaces.iter().chain(&self.surface) {
            known(surface, "surface", Surface::ALL.iter().map(|s| s.name()))?;
        }
        let worded = !self.phrases.is_empty() || !self.words.is_empty();
        let ways = [self.pattern.is_some(), worded, !self.lookup.is_empty()].iter().filter(|&&way| way).count();
        // With a check and none of them, it is raised by a detector.
        if ways > 1 || ways == 0 && self.check.is_none() {
            return Err("give it a pattern, or phrases and word lists, or lists to look up".into());
        }
        if self.around.is_some_and(|sign| !matches!(sign, '@' | '%')) || self.around.is_some() && self.pattern.is_none()
        {
            return Err("what a pattern is looked for around is \"@\" or \"%\"".into());
        }
        let weighed = self.check.as_deref() == Some("weighed");
        if weighed == self.when.is_empty() || weighed == (self.enough == 0) {
            return Err("a rule of the check \"weighed\", and no other, says \"when\" and what is \"enough\"".into());
        }
        let mut listed = self.when.iter().chain(&self.beside).chain(&self.unless);
        if let Some(words) = listed.find(|w| !is_plain(w)) {
            return Err(format!(
                "\"{words}\" is more than one to three plain words, in lower case, without apostrophes"
            ));
        }
        if !self.lookup.is_empty() && self.tag.is_none() {
            return Err("what is only looked up is evidence: give it a tag, not a kind".into());
        }
        // Codes have their examples in the policies.
        let examples_elsewhere = self.check.as_deref() == Some("own-code");
        if !examples_elsewhere && (self.examples.is_empty() || self.counter_examples.is_empty()) {
            return Err("give it at least one example and one counter-example".into());
        }
        Ok(())
    }
}

/// Whether these are words as `detect::conduct` asks about them.
fn is_plain(words: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '&';
    let words: Vec<&str> = words.split(' ').collect();
    words.len() <= 3 && words.iter().all(|w| !w.is_empty() && w.chars().all(plain))
}

impl CodeSource {
    fn check(&self) -> Result<(), String> {
        shape_problem(&self.shape, &self.example).map_or(Ok(()), Err)
    }
}

impl ClauseSource {
    fn check(&self, kinds: &[KindSource]) -> Result<(), String> {
        for kind in &self.kinds {
            known_kind(kind, kinds)?;
        }
        if let Some(severity) = &self.severity {
            known(severity, "severity", Severity::ALL.iter().map(|s| s.name()))?;
        }
        Ok(())
    }
}

fn known_kind(kind: &str, kinds: &[KindSource]) -> Result<(), String> {
    if kinds.iter().any(|k| k.name == kind) {
        Ok(())
    } else {
        Err(format!("there is no kind \"{kind}\" in rules/kinds.toml"))
    }
}

fn known<'a>(name: &str, what: &str, names: impl Iterator<Item = &'a str>) -> Result<(), String> {
    let names: Vec<_> = names.collect();
    if names.contains(&name) {
        return Ok(());
    }
    Err(format!("there is no {what} \"{name}\"; there are {}", names.join(", ")))
}

fn read_kinds(root: &Path) -> Result<Vec<KindSource>, Error> {
    let file = Path::new("rules/kinds.toml");
    let kinds: BTreeMap<String, KindSource> = parse(root, file)?;
    let named = kinds.into_iter().map(|(name, kind)| KindSource { name, ..kind });
    named
        .map(|kind| match known(&kind.severity, "severity", Severity::ALL.iter().map(|s| s.name())) {
            Ok(()) => Ok(kind),
            Err(message) => Err(Error::new(file, format!("kind {}: {message}", kind.name))),
        })
        .collect()
}

fn parse<T: DeserializeOwned>(root: &Path, file: &Path) -> Result<T, Error> {
    let text = read_text(root, file)?;
    // toml's message names line and column and shows the line.
    toml::from_str(&text).map_err(|error| Error::new(file, error.to_string().trim_end()))
}

/// The text of `file` in `root`.
pub(super) fn read_text(root: &Path, file: &Path) -> Result<String, Error> {
    fs::read_to_string(root.join(file)).map_err(|error| Error::new(file, format!("cannot be read: {error}")))
}

/// The `.toml` files in a folder of `root` and the folders below it, sorted, relative to `root`.
fn toml_files(root: &Path, folder: &str) -> Result<Vec<PathBuf>, Error> {
    let mut files = Vec::new();
    let mut folders = vec![PathBuf::from(folder)];
    while let Some(folder) = folders.pop() {
        let entries =
            fs::read_dir(root.join(&folder)).map_err(|e| Error::new(&folder, format!("cannot be read: {e}")))?;
        for entry in entries {
            let entry = entry.map_err(|e| Error::new(&folder, format!("cannot be read: {e}")))?;
            let path = folder.join(entry.file_name());
            if entry.path().is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "toml") {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}
