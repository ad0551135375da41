//! Policy files that a Trust writes itself: read at run time, a line at a time.
//!
//! `docs/policy-template.txt` shows every line that there is. Only literal words and simple shapes of numbers are taken
//! from outside: nothing in a file can make a scan slow.

use std::borrow::Cow;
use std::fmt;

use crate::catalogue::Catalogue;
use crate::detect::shape_problem;
use crate::finding::Severity;
use crate::policy::{Clause, Demands, Policy};
use crate::text::Folded;

/// The longest file that is read, in bytes.
pub const LONGEST: usize = 200_000;
/// The longest name or phrase, in letters.
const LONGEST_PHRASE: usize = 80;
/// More names, phrases or clauses than this are a slip.
const MOST: usize = 500;

/// Why a policy file cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicyError {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong with it, as a sentence without a full stop.
    pub reason: String,
}

impl fmt::Display for PolicyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.reason)
    }
}

impl std::error::Error for PolicyError {}

const KEYS: &str = "id, name, short, title, version, approved, review due, ask, disclaimer, disclaimer says, called, \
    stations, welcome, code, phrase, clause, kinds, says and severity";

/// Reads a policy file.
pub(crate) fn read(text: &str, catalogue: &Catalogue<'_>) -> Result<Policy<'static>, PolicyError> {
    let wrong = |line: usize, reason: String| PolicyError { line, reason };
    if text.len() > LONGEST {
        return Err(wrong(1, format!("the file is longer than {LONGEST} bytes")));
    }
    let mut policy = empty();
    let mut last = 1;
    for (i, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        let line = line.trim();
        last = i + 1;
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let (key, value) = line.split_once(':').ok_or_else(|| {
            wrong(last, "a line is a word, a colon and what it is to be; put \"#\" before a remark".into())
        })?;
        take(&mut policy, catalogue, key.trim(), value.trim()).map_err(|reason| wrong(last, reason))?;
    }
    finished(&policy).map_err(|reason| wrong(last, reason))?;
    Ok(policy)
}

fn empty() -> Policy<'static> {
    Policy {
        id: Cow::Borrowed(""),
        name: Cow::Borrowed(""),
        short: Cow::Borrowed(""),
        title: Cow::Borrowed("Social Media Policy"),
        version: Cow::Borrowed("not stated"),
        approved: Cow::Borrowed("not stated"),
        review_due: None,
        ask: Cow::Borrowed(""),
        disclaimer: None,
        demands: Demands::default(),
        names: Vec::new(),
        stations: Vec::new(),
        welcome: Vec::new(),
        codes: Vec::new(),
        phrases: Vec::new(),
        clauses: Vec::new(),
    }
}

/// Takes one line.
fn take(policy: &mut Policy<'static>, catalogue: &Catalogue<'_>, key: &str, value: &str) -> Result<(), String> {
    if value.is_empty() {
        return Err(format!("\"{key}\" says nothing; leave the line out or write something behind the colon"));
    }
    let text = || Cow::Owned(value.to_owned());
    match key.to_ascii_lowercase().as_str() {
        "id" if is_id(value) => policy.id = text(),
        "id" => return Err("an id is short, in small letters, digits and hyphens".into()),
        "name" => policy.name = text(),
        "short" => policy.short = text(),
        "title" => policy.title = text(),
        "version" => policy.version = text(),
        "approved" if is_date(value) => policy.approved = text(),
        "review due" if is_date(value) => policy.review_due = Some(text()),
        "approved" | "review due" => return Err("write a date as 2026-01-31, or 2026-01".into()),
        "ask" => policy.ask = text(),
        "disclaimer" => policy.disclaimer = Some(text()),
        "disclaimer says" => policy.demands = demands(value)?,
        "called" => policy.names.extend(names(value)?),
        "stations" => policy.stations.extend(names(value)?),
        "welcome" => policy.welcome.extend(names(value)?),
        "code" => policy.codes.push(code(value)?),
        "phrase" => policy.phrases.push(phrase(value, catalogue)?),
        "clause" => policy.clauses.push(Clause {
            number: text(),
            summary: Cow::Borrowed(""),
            kinds: Vec::new(),
            severity: None,
        }),
        "kinds" => clause(policy)?.kinds.extend(kinds(value, catalogue)?),
        "says" => clause(policy)?.summary = text(),
        "severity" => {
            clause(policy)?.severity =
                Some(Severity::from_name(value).ok_or("a severity is \"advice\", \"caution\" or \"serious\"")?);
        }
        _ => return Err(format!("there is no line \"{key}\"; there are {KEYS}")),
    }
    let lists = [policy.names.len(), policy.stations.len(), policy.welcome.len(), policy.phrases.len()];
    if lists.into_iter().chain([policy.codes.len(), policy.clauses.len()]).any(|n| n > MOST) {
        return Err(format!("more than {MOST} of these are more than can be right"));
    }
    Ok(())
}

fn clause<'p>(policy: &'p mut Policy<'static>) -> Result<&'p mut Clause<'static>, String> {
    policy.clauses.last_mut().ok_or_else(|| "this belongs below a line \"clause\"".into())
}

fn is_id(value: &str) -> bool {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    value.len() <= 64 && !value.starts_with('-') && value.bytes().all(plain)
}

/// `YYYY-MM` or `YYYY-MM-DD`, as near as makes a difference.
fn is_date(value: &str) -> bool {
    let parts: Vec<&str> = value.split('-').collect();
    let digits = |part: &&str, n: usize| part.len() == n && part.bytes().all(|b| b.is_ascii_digit());
    match parts.as_slice() {
        [year, month] => digits(year, 4) && digits(month, 2),
        [year, month, day] => digits(year, 4) && digits(month, 2) && digits(day, 2),
        _ => false,
    }
}

fn demands(value: &str) -> Result<Demands, String> {
    value.split([',', ';']).map(str::trim).try_fold(Demands::default(), |all, word| {
        let known = Demands::NAMES.iter().find(|(name, _)| *name == word);
        let (_, one) =
            known.ok_or_else(|| format!("\"{word}\" is not \"exact\", \"own\", \"not-employer\" or \"only\""))?;
        Ok(Demands(all.0 | one.0))
    })
}

fn names(value: &str) -> Result<Vec<Cow<'static, str>>, String> {
    let names = value.split([',', ';']).map(str::trim).filter(|name| !name.is_empty());
    names.map(|name| literal(name).map(Cow::Owned)).collect()
}

/// Words as they are looked for: as the scanner reads them, in lower case.
fn literal(words: &str) -> Result<String, String> {
    let folded = Folded::new(words).lower;
    let letters = folded.iter().filter(|b| b.is_ascii_alphanumeric()).count();
    if letters < 2 || words.chars().count() > LONGEST_PHRASE {
        return Err(format!("\"{words}\" must have two letters or digits, and {LONGEST_PHRASE} signs at most"));
    }
    String::from_utf8(folded)
        .map_err(|_| format!("\"{words}\" has signs that cannot be looked for; write plain letters"))
}

fn code(value: &str) -> Result<Cow<'static, str>, String> {
    let (shape, example) =
        value.split_once(" such as ").ok_or("write the shape, \"such as\" and an example: QZ #### such as QZ 1234")?;
    match shape_problem(shape.trim(), example.trim()) {
        None => Ok(Cow::Owned(shape.trim().to_owned())),
        Some(problem) => Err(problem),
    }
}

fn phrase(value: &str, catalogue: &Catalogue<'_>) -> Result<(u8, Cow<'static, str>), String> {
    let (words, kind) =
        value.rsplit_once(" is ").ok_or("write the words, \"is\" and a kind: Operation Kestrel is conduct/internal")?;
    let kind = kind_number(kind.trim(), catalogue)?;
    Ok((kind, Cow::Owned(literal(words.trim().trim_matches('"'))?)))
}

/// The kinds of a list; `identifier/*` stands for all of a category.
fn kinds(value: &str, catalogue: &Catalogue<'_>) -> Result<Vec<u8>, String> {
    let mut kinds = Vec::new();
    for name in value.split([',', ';']).map(str::trim).filter(|name| !name.is_empty()) {
        let Some(category) = name.strip_suffix("/*") else {
            kinds.push(kind_number(name, catalogue)?);
            continue;
        };
        let all = catalogue.kinds.iter().enumerate().filter(|(_, kind)| kind.category() == category);
        let before = kinds.len();
        kinds.extend(all.map(|(number, _)| number as u8));
        if kinds.len() == before {
            return Err(format!("there is no kind of \"{category}\""));
        }
    }
    Ok(kinds)
}

fn kind_number(name: &str, catalogue: &Catalogue<'_>) -> Result<u8, String> {
    let number = catalogue.kind_number(name);
    number.map(|n| n as u8).ok_or_else(|| format!("there is no kind \"{name}\"; docs/policies.md lists them"))
}

/// What a whole file must have.
fn finished(policy: &Policy<'_>) -> Result<(), String> {
    for (key, value) in [("id", &policy.id), ("name", &policy.name), ("short", &policy.short), ("ask", &policy.ask)] {
        if value.is_empty() {
            return Err(format!("the file ends without a line \"{key}\""));
        }
    }
    if let Some(clause) = policy.clauses.iter().find(|c| c.kinds.is_empty() || c.summary.is_empty()) {
        return Err(format!("clause {} needs a line \"kinds\" and a line \"says\"", clause.number));
    }
    if policy.demands != Demands::default() && policy.disclaimer.is_none() {
        return Err("\"disclaimer says\" needs a line \"disclaimer\"".into());
    }
    Ok(())
}
