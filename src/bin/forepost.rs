//! The command line: scan texts, explain kinds, list policies, check rules.
#![forbid(unsafe_code)]

// A folder of its own, so that cargo takes the module for no program.
#[path = "forepost/scan.rs"]
mod scan;

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};
use std::{env, fmt, fs};

use forepost::{Explanation, Policy, Scanner, Surface};

const USAGE: &str = "\
forepost: marks what a social media policy would not want posted

  forepost scan [--policy P] [--surface S]  [FILE…]   findings, with carets under them (no FILE, or -: standard input)
  forepost scan --jsonl FILE                          {\"id\",\"text\",\"surface\",\"policy\"} a line in,
                                                      {\"id\",\"findings\":[…]} a line out; offsets in code points
  forepost explain KIND [--policy P]                  what a kind means, and which clauses say so
  forepost policies                                   the policies that are built in
  forepost policies --table                           docs/policies.md: which clause of which policy speaks of what
  forepost rules check [FOLDER]                       every rule of FOLDER/rules against its examples
  forepost rules ordinary FILE                        of a list of ordinary words, those that ./rules read as others

P is the id of a policy that is built in, or a file as docs/policy-template.txt shows it
surfaces: post (default), reply, message, bio, handle
exit status of scan: 0 nothing found, 1 findings, 2 could not run";

const FOUND: u8 = 1;
const COULD_NOT_RUN: u8 = 2;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["scan", rest @ ..] => scan::scan(rest),
        ["explain", rest @ ..] => explain(rest),
        ["policies"] => policies(),
        ["policies", "--table"] => policies_table(),
        ["rules", "check"] => rules_check(Path::new(".")),
        ["rules", "check", folder] => rules_check(Path::new(folder)),
        ["rules", "ordinary", words] => rules_ordinary(Path::new(words)),
        ["help" | "--help" | "-h"] => writeln!(io::stdout(), "{USAGE}").map(|()| 0).map_err(Failure::from),
        _ => Err(Failure(format!("what is to be done?\n{USAGE}"))),
    };
    match done {
        Ok(status) => ExitCode::from(status),
        // A reader that has seen enough (`| head`) is no failure.
        Err(Failure(message)) if message.is_empty() => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("forepost: {failure}");
            ExitCode::from(COULD_NOT_RUN)
        }
    }
}

/// Why something could not run, as a sentence.
#[derive(Debug)]
struct Failure(String);

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe { Self(String::new()) } else { Self(error.to_string()) }
    }
}

fn surface_named(name: Option<&str>) -> Result<Surface, Failure> {
    let Some(name) = name else { return Ok(Surface::Post) };
    Surface::from_name(name).ok_or_else(|| {
        let names: Vec<_> = Surface::ALL.iter().map(|s| s.name()).collect();
        Failure(format!("there is no surface \"{name}\"; there are {}", names.join(", ")))
    })
}

/// The policy that is built in under that id.
fn policy_named(id: Option<&str>) -> Result<Option<&'static Policy<'static>>, Failure> {
    let Some(id) = id else { return Ok(None) };
    let scanner = Scanner::built_in();
    scanner.policy(id).map(Some).ok_or_else(|| {
        let ids: Vec<_> = scanner.policies().iter().map(|p| p.id.as_ref()).collect();
        Failure(format!("there is no policy \"{id}\"; there are {}", ids.join(", ")))
    })
}

/// The policy that is built in under that id, or is in that file.
fn policy_given(word: Option<&str>) -> Result<Option<&'static Policy<'static>>, Failure> {
    let Some(file) = word.filter(|word| Path::new(word).is_file()) else { return policy_named(word) };
    let text = std::fs::read_to_string(file).map_err(|error| Failure(format!("{file}: {error}")))?;
    let policy = Scanner::built_in().read_policy(&text).map_err(|error| Failure(format!("{file}: {error}")))?;
    // One run reads one policy, which lasts as long as the run.
    Ok(Some(Box::leak(Box::new(policy))))
}

fn explain(words: &[&str]) -> Result<u8, Failure> {
    let (kind, policy) = match words {
        [kind] => (kind, None),
        [kind, "--policy", id] | ["--policy", id, kind] => (kind, policy_given(Some(id))?),
        _ => return Err(Failure(format!("explain takes a kind\n{USAGE}"))),
    };
    let scanner = Scanner::built_in();
    let explanation = scanner.explain_kind(kind, policy, &today()).ok_or_else(|| {
        let kinds: Vec<_> = scanner.catalogue().kinds.iter().map(|k| k.name).collect();
        Failure(format!("there is no kind \"{kind}\"; there are {}", kinds.join(", ")))
    })?;
    write_explanation(&mut io::stdout().lock(), &explanation)?;
    Ok(0)
}

fn write_explanation(out: &mut impl Write, about: &Explanation) -> Result<(), Failure> {
    writeln!(out, "{} ({}, {})\n", about.title, about.kind, about.severity.name())?;
    writeln!(out, "{}\n{}", about.why, about.instead)?;
    if about.clauses.is_empty() {
        writeln!(out, "\nThe policy does not mention this.")?;
    } else {
        writeln!(out)?;
    }
    for clause in &about.clauses {
        writeln!(out, "{} {}: {}", clause.policy, clause.number, clause.summary)?;
    }
    if let Some(outdated) = &about.outdated {
        writeln!(out, "{outdated}")?;
    }
    if let Some(ask) = &about.ask {
        writeln!(out, "Ask {ask}.")?;
    }
    Ok(())
}

fn policies() -> Result<u8, Failure> {
    let mut out = io::stdout().lock();
    for policy in Scanner::built_in().policies() {
        let clauses = policy.clauses.len();
        writeln!(
            out,
            "{:<8} {}: {}, version {}, approved {}, {clauses} clauses",
            policy.id, policy.name, policy.title, policy.version, policy.approved
        )?;
        if let Some(outdated) = policy.outdated(&today()) {
            writeln!(out, "         {outdated}")?;
        }
    }
    Ok(0)
}

/// Which clauses of which policy speak of a kind, as Markdown.
fn policies_table() -> Result<u8, Failure> {
    let scanner = Scanner::built_in();
    let mut out = io::stdout().lock();
    writeln!(
        out,
        "# Policies\n\nMade by `make docs` from `policies/`; a test keeps it current. Numbers are those of the documents' clauses.\n"
    )?;
    for policy in scanner.policies() {
        let edition = format!("{}, version {}, approved {}", policy.title, policy.version, policy.approved);
        let due = policy.review_due.as_deref().map_or(String::new(), |due| format!(", review due {due}"));
        writeln!(out, "- **{}**: {}. {edition}{due}. Ask {}.", policy.short, policy.name, policy.ask)?;
        let words = policy.disclaimer.as_deref().map_or_else(|| "none".to_owned(), |words| format!("\"{words}\""));
        writeln!(out, "  Words for a profile: {words}.")?;
    }
    let shorts: Vec<_> = scanner.policies().iter().map(|p| p.short.as_ref()).collect();
    writeln!(out, "\n| kind | {} |\n|---|{}", shorts.join(" | "), "---|".repeat(shorts.len()))?;
    for (number, kind) in scanner.catalogue().kinds.iter().enumerate() {
        write!(out, "| {} |", kind.name)?;
        for policy in scanner.policies() {
            let mut numbers: Vec<&str> = policy.clauses_of(number as u8).map(|c| c.number.as_ref()).collect();
            numbers.dedup();
            let cell = if numbers.is_empty() { "does not mention it".to_owned() } else { numbers.join(", ") };
            write!(out, " {cell} |")?;
        }
        writeln!(out)?;
    }
    Ok(0)
}

fn rules_check(folder: &Path) -> Result<u8, Failure> {
    let compiled = forepost::compile::compile(folder).map_err(|error| Failure(error.to_string()))?;
    let rules = compiled.sources.rules.len();
    match forepost::compile::check_examples(&compiled) {
        Ok(examples) => {
            let largest =
                forepost::compile::largest_tables(&compiled.sources, 5).map_err(|e| Failure(e.to_string()))?;
            let largest: Vec<_> =
                largest.iter().map(|(id, bytes)| format!("{id} {} KB", bytes.div_ceil(1024))).collect();
            let size = compiled.tables.len().div_ceil(1024);
            writeln!(io::stdout(), "tables: {size} KB; the largest patterns: {}", largest.join(", "))?;
            writeln!(io::stdout(), "{rules} rules, {examples} examples: all hold")?;
            Ok(0)
        }
        Err(errors) => {
            let lines: Vec<_> = errors.iter().map(ToString::to_string).collect();
            Err(Failure(format!("{} of the rules' examples do not hold\n{}", errors.len(), lines.join("\n"))))
        }
    }
}

/// Prints what `rules/words/ordinary.txt` lacks, by a list of ordinary words, one a line.
fn rules_ordinary(file: &Path) -> Result<u8, Failure> {
    let text = fs::read_to_string(file).map_err(|error| Failure(format!("{}: {error}", file.display())))?;
    let plain = |word: &&str| word.bytes().all(|b| b.is_ascii_lowercase());
    let words = text.lines().filter(plain).map(|word| word.as_bytes().to_vec()).collect();
    let sources = forepost::compile::Sources::read(Path::new(".")).map_err(|error| Failure(error.to_string()))?;
    for line in forepost::compile::misread(&sources, &words).map_err(Failure)? {
        writeln!(io::stdout(), "{line}")?;
    }
    Ok(0)
}

/// Today's date, `YYYY-MM-DD`, in universal time.
fn today() -> String {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |d| d.as_secs());
    // Days to a date of the Gregorian calendar, by counting from 1 March of the year 0 in eras of 400 years.
    let days = seconds / 86_400 + 719_468;
    let (era, day) = (days / 146_097, days % 146_097);
    let year_of_era = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day_of_year = day - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * day_of_year + 2) / 153;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    let year = era * 400 + year_of_era + u64::from(month <= 2);
    format!("{year:04}-{month:02}-{:02}", day_of_year - (153 * from_march + 2) / 5 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn today_is_a_date_of_this_age() {
        let today = today();
        assert!(today.as_str() > "2024-01-01" && today.as_str() < "2124-01-01", "{today}");
    }
}
