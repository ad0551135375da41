//! Policies that a Trust writes itself, as its communications team meets them.

use std::fs;
use std::path::Path;

use forepost::{Options, Policy, Scanner, Surface};

/// The template, with one of its lines changed.
fn with(from: &str, to: &str) -> Result<Policy<'static>, String> {
    let template = template();
    assert!(template.contains(from), "the template says {from:?}");
    Scanner::built_in().read_policy(&template.replacen(from, to, 1)).map_err(|error| error.to_string())
}

fn template() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/policy-template.txt");
    fs::read_to_string(path).expect("the template")
}

/// What is found in a text under a policy, as kind and words.
fn found(policy: &Policy<'_>, surface: Surface, text: &str) -> Vec<(String, String)> {
    let scanner = Scanner::built_in();
    let units: Vec<u16> = text.encode_utf16().collect();
    let scan = scanner.scan(text, Options { surface, policy: Some(policy) });
    let words = |f: &forepost::Finding| String::from_utf16_lossy(&units[f.span.start as usize..f.span.end as usize]);
    scan.findings.iter().map(|f| (scanner.kind_of(f.rule).to_owned(), words(f))).collect()
}

fn finding(kind: &str, words: &str) -> Vec<(String, String)> {
    vec![(kind.to_owned(), words.to_owned())]
}

#[test]
fn the_template_works_as_it_stands() {
    let policy = Scanner::built_in().read_policy(&template()).expect("a template without a slip");
    assert_eq!((policy.short.as_ref(), policy.clauses.len()), ("EAS", 3));
    assert_eq!(found(&policy, Surface::Post, "QZ-4471 was grim"), finding("identifier/local-code", "QZ-4471"));
    let kestrel = finding("conduct/internal", "operation KESTREL");
    assert_eq!(found(&policy, Surface::Post, "so, operation KESTREL is on"), kestrel);
    assert_eq!(found(&policy, Surface::Post, "cooperation kestrels"), []);
    assert_eq!(
        found(&policy, Surface::Bio, "Example Ambulance, dogs"),
        finding("disclaimer/missing", "Example Ambulance")
    );
    assert_eq!(found(&policy, Surface::Bio, "Example Ambulance. All views my own, not my employer's."), []);
}

#[test]
fn a_finding_is_explained_in_its_words() {
    let scanner = Scanner::built_in();
    let policy = scanner.read_policy(&template()).expect("a template without a slip");
    let explanation = scanner.explain_kind("conduct/concern", Some(&policy), "2030-01-01").expect("a kind");
    assert_eq!(explanation.clauses[0].number, "4.2");
    assert_eq!(explanation.severity.name(), "advice");
    assert!(explanation.ask.expect("whom to ask").contains("EAS communications team"));
    assert!(explanation.outdated.expect("it is past its review").contains("January 2029"));
}

#[test]
fn a_slip_is_said_with_its_line() {
    for (from, to, said) in [
        ("id: my-trust", "id: My Trust", "line 8: an id is short, in small letters, digits and hyphens"),
        ("short: EAS", "short EAS", "line 10: a line is a word, a colon"),
        ("short: EAS", "nickname: EAS", "line 10: there is no line \"nickname\"; there are id, name"),
        ("approved: 2026-01-31", "approved: last May", "line 16: write a date as 2026-01-31, or 2026-01"),
        ("own, not-employer", "mine", "\"mine\" is not \"exact\", \"own\""),
        ("such as QZ 1234", "such as QZ 123", "its example \"QZ 123\" does not fit it"),
        ("QZ #### such", "[0-9]+ such", "\"[\" is no letter, digit"),
        ("is conduct/internal", "is conduct/secret", "there is no kind \"conduct/secret\""),
        ("kinds: identifier/*", "kinds: identity/*", "there is no kind of \"identity\""),
        ("severity: advice", "severity: bad", "a severity is \"advice\", \"caution\" or \"serious\""),
        ("clause: 4.1\n", "", "this belongs below a line \"clause\""),
        ("ask: the EAS", "# the EAS", "the file ends without a line \"ask\""),
    ] {
        let error = with(from, to).err().unwrap_or_else(|| panic!("{to:?} was taken"));
        assert!(error.starts_with("line ") && error.contains(said), "{to:?}: {error}");
    }
}

#[test]
fn the_table_of_policies_is_current() {
    let made = std::process::Command::new(env!("CARGO_BIN_EXE_forepost")).args(["policies", "--table"]).output();
    let made = String::from_utf8(made.expect("the program runs").stdout).expect("text");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/policies.md");
    assert_eq!(fs::read_to_string(path).expect("docs/policies.md"), made, "run `make docs`");
}
