//! `forepost scan`: texts in, findings out.

use std::fs;
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};

use forepost::{Finding, Options, Scanner};
use serde::{Deserialize, Serialize};

use crate::{FOUND, Failure, USAGE, policy_given, policy_named, surface_named, today};

/// What `scan` was asked with.
#[derive(Default)]
struct ScanArguments<'a> {
    policy: Option<&'a str>,
    surface: Option<&'a str>,
    jsonl: bool,
    files: Vec<&'a str>,
}

/// Scans the files that `words` name, or standard input; answers the exit status.
pub fn scan(words: &[&str]) -> Result<u8, Failure> {
    let mut arguments = ScanArguments::default();
    let mut words = words.iter().copied();
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or_else(|| Failure(format!("{word} needs a value")));
        match word {
            "--policy" => arguments.policy = Some(value()?),
            "--surface" => arguments.surface = Some(value()?),
            "--jsonl" => arguments.jsonl = true,
            "-" => arguments.files.push(word),
            _ if word.starts_with('-') => return Err(Failure(format!("there is no option {word}\n{USAGE}"))),
            _ => arguments.files.push(word),
        }
    }
    let surface = surface_named(arguments.surface)?;
    let policy = policy_given(arguments.policy)?;
    if arguments.files.is_empty() {
        arguments.files.push("-");
    }
    let mut found = false;
    for file in arguments.files {
        found |= if arguments.jsonl {
            scan_lines(file, Options { surface, policy })?
        } else {
            scan_file(file, Options { surface, policy })?
        };
    }
    Ok(if found { FOUND } else { 0 })
}

fn open(file: &str) -> Result<Box<dyn Read>, Failure> {
    if file == "-" {
        return Ok(Box::new(io::stdin()));
    }
    match fs::File::open(file) {
        Ok(opened) => Ok(Box::new(opened)),
        Err(error) => Err(Failure(format!("{file}: {error}"))),
    }
}

fn scan_file(file: &str, options: Options<'_>) -> Result<bool, Failure> {
    let mut bytes = Vec::new();
    open(file)?.read_to_end(&mut bytes).map_err(|error| Failure(format!("{file}: {error}")))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = valid.split(|&b| b == b'\n').count();
        Failure(format!("{file}: line {line} is not UTF-8"))
    })?;
    let scanner = Scanner::built_in();
    let scan = scanner.scan(&text, options);
    let mut out = BufWriter::new(io::stdout().lock());
    for found in &scan.findings {
        show(&mut out, file, &text, found, options)?;
    }
    if scan.truncated {
        eprintln!("forepost: {file}: only the first {} UTF-16 code units were scanned", forepost::text::MAX_UNITS);
    }
    out.flush()?;
    Ok(!scan.findings.is_empty())
}

/// One finding: its place, the line with carets under it, and what to do.
fn show(out: &mut impl Write, file: &str, text: &str, found: &Finding, options: Options<'_>) -> Result<(), Failure> {
    let scanner = Scanner::built_in();
    let points = CodePoints::new(text);
    let (start, end) = (points.at(found.span.start), points.at(found.span.end));
    let chars: Vec<char> = text.chars().collect();
    let line_start = chars[..start].iter().rposition(|&c| c == '\n').map_or(0, |i| i + 1);
    let line_end = chars[start..].iter().position(|&c| c == '\n').map_or(chars.len(), |i| start + i);
    let number = chars[..start].iter().filter(|&&c| c == '\n').count() + 1;
    let column = start - line_start + 1;
    let kind = scanner.kind_of(found.rule);
    writeln!(out, "{file}:{number}:{column}: {}: {kind}", found.severity.name())?;
    let line: String = chars[line_start..line_end].iter().map(|&c| if c.is_control() { ' ' } else { c }).collect();
    let carets = "^".repeat((end.min(line_end) - start).max(1));
    writeln!(out, "    {line}\n    {}{carets}", " ".repeat(column - 1))?;
    if let Some(explanation) = scanner.explain(text, options, found, &today()) {
        let quote = |start, end| chars[points.at(start)..points.at(end)].iter().collect::<String>();
        for (n, piece) in explanation.pieces.iter().enumerate() {
            let first = if n == 0 { " (leave this out first)" } else { "" };
            writeln!(out, "    {:?} tells {}{first}", quote(piece.start, piece.end), piece.tells)?;
        }
        writeln!(out, "    {}", explanation.instead)?;
        for offer in &explanation.replacements {
            let instead_of = quote(offer.start, offer.end);
            match offer.text.as_str() {
                "" => writeln!(out, "    You could leave out {instead_of:?}.")?,
                text => writeln!(out, "    You could write {text:?} instead of {instead_of:?}.")?,
            }
        }
        if options.policy.is_some() {
            for clause in &explanation.clauses {
                writeln!(out, "    {} {}: {}", clause.policy, clause.number, clause.summary)?;
            }
        }
    }
    writeln!(out)?;
    Ok(())
}

/// A line of `--jsonl` input.
#[derive(Deserialize)]
struct Row {
    id: serde_json::Value,
    text: String,
    surface: Option<String>,
    policy: Option<String>,
}

#[derive(Serialize)]
struct Answer<'a> {
    id: &'a serde_json::Value,
    findings: Vec<AnswerFinding<'a>>,
    /// Left out where the whole text was scanned.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    truncated: bool,
}

#[derive(Serialize)]
struct AnswerFinding<'a> {
    kind: &'a str,
    severity: &'a str,
    start: usize,
    end: usize,
    text: String,
    rule: &'a str,
}

fn scan_lines(file: &str, default: Options<'_>) -> Result<bool, Failure> {
    let mut input = BufReader::new(open(file)?);
    let mut out = BufWriter::new(io::stdout().lock());
    let mut found = false;
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        if input.read_until(b'\n', &mut line).map_err(|error| Failure(format!("{file}: {error}")))? == 0 {
            break;
        }
        let answered = answer(&line, default, &mut out).map_err(|Failure(message)| {
            if message.is_empty() { Failure(message) } else { Failure(format!("{file}: line {number}: {message}")) }
        });
        // What was answered before a bad line has been given.
        if answered.is_err() {
            out.flush()?;
        }
        found |= answered?;
    }
    out.flush()?;
    Ok(found)
}

fn answer(line: &[u8], default: Options<'_>, out: &mut impl Write) -> Result<bool, Failure> {
    let line = str::from_utf8(line).map_err(|_| Failure("it is not UTF-8".into()))?;
    if line.trim().is_empty() {
        return Ok(false);
    }
    let row: Row = serde_json::from_str(line).map_err(|error| Failure(describe(&error)))?;
    let surface = if row.surface.is_some() { surface_named(row.surface.as_deref())? } else { default.surface };
    let policy = if row.policy.is_some() { policy_named(row.policy.as_deref())? } else { default.policy };
    let scanner = Scanner::built_in();
    let scan = scanner.scan(&row.text, Options { surface, policy });
    let points = CodePoints::new(&row.text);
    let findings = scan.findings.iter().map(|f| {
        let (start, end) = (points.at(f.span.start), points.at(f.span.end));
        AnswerFinding {
            kind: scanner.kind_of(f.rule),
            severity: f.severity.name(),
            start,
            end,
            text: row.text.chars().skip(start).take(end - start).collect(),
            rule: scanner.rule(f.rule).id,
        }
    });
    let answer = Answer { id: &row.id, findings: findings.collect(), truncated: scan.truncated };
    let json = serde_json::to_string(&answer).map_err(|error| Failure(error.to_string()))?;
    writeln!(out, "{json}")?;
    Ok(!answer.findings.is_empty())
}

/// What serde says, without the line number of its own: a row is always its line 1.
fn describe(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let what = message.split(" at line ").next().unwrap_or_default();
    if error.is_data() { what.to_owned() } else { format!("it is not JSON: {what} at column {}", error.column()) }
}

/// From UTF-16 code units to code points.
struct CodePoints {
    /// For each code unit, the number of the code point that it belongs to; empty for ASCII, where they are equal.
    of_unit: Vec<usize>,
}

impl CodePoints {
    fn new(text: &str) -> Self {
        if text.is_ascii() {
            return Self { of_unit: Vec::new() };
        }
        let of_unit = text.chars().enumerate().flat_map(|(n, c)| std::iter::repeat_n(n, c.len_utf16()));
        Self { of_unit: of_unit.chain([text.chars().count()]).collect() }
    }

    fn at(&self, unit: u32) -> usize {
        if self.of_unit.is_empty() { unit as usize } else { self.of_unit[unit as usize] }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_units_become_code_points() {
        let points = CodePoints::new("a🚑b");
        assert_eq!([0, 1, 3, 4].map(|unit| points.at(unit)), [0, 1, 2, 3]);
    }
}
