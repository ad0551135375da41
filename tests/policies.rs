//! A policy's own codes: data that a policy brings along, compiled from files as the build does.

use std::fs;
use std::path::{Path, PathBuf};

use forepost::compile::{self, Compiled};
use forepost::{Options, Scanner, Surface};

const POLICY: &str = r#"
id = "test"
name = "Example Ambulance Service"
short = "Example"
title = "Social Media Policy"
version = "1"
approved = "2026-01-01"
ask = "the communications team"

[[code]]
shape = "QZ ####"
example = "QZ 1234"
"#;

/// The rules of this project, with `policy` as the only policy.
fn compiled(name: &str, policy: &str) -> Result<Compiled, compile::Error> {
    let root = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(root.join("policies")).expect("a folder of our own");
    fs::write(root.join("policies/test.toml"), policy).expect("a file of our own");
    let rules = root.join("rules");
    if !rules.exists() {
        std::os::unix::fs::symlink(Path::new(env!("CARGO_MANIFEST_DIR")).join("rules"), rules).expect("a link");
    }
    compile::compile(&root)
}

#[test]
fn a_policy_brings_its_own_codes() {
    let compiled = compiled("own-codes", POLICY).expect("a policy without a slip");
    let scanner = Scanner::read(&compiled.tables);
    let codes = |text: &str, policy| {
        let scan = scanner.scan(text, Options { surface: Surface::Post, policy });
        let of_kind = scan.findings.iter().filter(|f| scanner.kind_of(f.rule) == "identifier/local-code");
        of_kind.map(|f| (f.span.start, f.span.end)).collect::<Vec<_>>()
    };
    assert_eq!(codes("🚑 it was qz-4471, awful", None), [(10, 17)]);
    assert_eq!(codes("it was QZ4471, awful", scanner.policy("test")), [(7, 13)]);
    assert_eq!(codes("it was QZ44711, awful", None), []);
    assert_eq!(codes("see example.org/QZ4471", None), []);
    assert!(!Scanner::built_in().policies().is_empty());
}

#[test]
fn a_slip_in_a_code_is_said() {
    let with = |from: &str, to: &str| compiled("slips", &POLICY.replace(from, to)).expect_err("a slip").to_string();
    assert_eq!(
        with("QZ ####", "QZ #+"),
        "policies/test.toml: code \"QZ #+\": \"+\" is no letter, digit, \"#\", \"@\", blank, \"-\", \"/\" or \".\""
    );
    assert_eq!(
        with("\"QZ 1234\"", "\"QZ 123\""),
        "policies/test.toml: code \"QZ ####\": its example \"QZ 123\" does not fit it"
    );
    assert_eq!(
        with("QZ ####", "##"),
        "policies/test.toml: code \"##\": it must have a digit, and four open places or three beside a fixed letter"
    );
}
