//! From `rules/` and `policies/` to the tables that the scanner reads.
//!
//! Runs in the build and behind `forepost rules check`; it is never part of the WASM.

mod disguise;
mod examples;
mod listing;
mod notation;
mod paths;
mod pattern;
mod phrases;
mod source;
mod tables;

use std::fmt;
use std::path::{Path, PathBuf};

pub use disguise::misread;
pub use notation::Phrase;
pub use pattern::bounded;
pub use source::{ClauseSource, KindSource, PolicySource, RuleSource, Sources};

/// Compiled tables and what they were compiled from.
#[derive(Debug)]
pub struct Compiled {
    /// What [`Scanner::read`](crate::scanner::Scanner::read) takes.
    pub tables: Vec<u8>,
    /// The rules and policies as they are written.
    pub sources: Sources,
}

/// Compiles the `rules/` and `policies/` of the folder `root`; examples are checked apart, by [`check_examples`].
///
/// # Errors
/// The first file or rule that cannot be read or compiled.
pub fn compile(root: &Path) -> Result<Compiled, Error> {
    let sources = Sources::read(root)?;
    let tables = tables::write(&sources)?;
    Ok(Compiled { tables, sources })
}

/// Holds every rule's examples and counter-examples against the compiled tables.
///
/// Answers how many were checked.
///
/// # Errors
/// Every example that does not hold, each with what happened instead.
pub fn check_examples(compiled: &Compiled) -> Result<usize, Vec<Error>> {
    examples::check(compiled)
}

/// The patterns with the largest tables, largest first: rule and bytes. Long bounded repetitions are what costs.
///
/// # Errors
/// When a pattern does not compile.
pub fn largest_tables(sources: &Sources, how_many: usize) -> Result<Vec<(&str, usize)>, Error> {
    let mut sizes = Vec::new();
    for rule in &sources.rules {
        if let Some(pattern) = &rule.pattern {
            let wrong = |message| Error::new(&rule.file, format!("rule {}: {message}", rule.id));
            sizes.push((rule.id.as_str(), pattern::Automata::new(pattern).map_err(wrong)?.size()));
        }
    }
    sizes.sort_by_key(|s| std::cmp::Reverse(s.1));
    sizes.truncate(how_many);
    Ok(sizes)
}

/// Something wrong with a rule or policy file, as a sentence that names the place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    /// The file, relative to the root.
    pub file: PathBuf,
    /// What is wrong, beginning with the rule or key it is about.
    pub message: String,
}

impl Error {
    fn new(file: &Path, message: impl Into<String>) -> Self {
        Self { file: file.to_owned(), message: message.into() }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.file.display(), self.message)
    }
}

impl std::error::Error for Error {}
