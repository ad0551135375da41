//! The command line as someone at a terminal, or a script, meets it.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

fn forepost(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_forepost"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    // It may stop before it has read everything; that is not this function's business.
    let _ = child.stdin.take().expect("piped").write_all(input);
    child.wait_with_output().expect("the program ends")
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

fn status(output: &Output) -> i32 {
    output.status.code().expect("it ended by itself")
}

#[test]
fn findings_are_shown_with_carets_and_the_clause() {
    let output = forepost(&["scan", "--policy", "emas"], "🚑 NHS no. 943 476 5919\nDOB 12/3/41".as_bytes());
    assert_eq!(status(&output), 1);
    let shown = out(&output);
    assert!(shown.contains("-:1:11: serious: identifier/nhs-number"), "{shown}");
    assert!(shown.contains("    🚑 NHS no. 943 476 5919\n              ^^^^^^^^^^^^\n"), "{shown}");
    assert!(shown.contains("EMAS 6.8.5: "), "{shown}");
    assert!(shown.contains("-:2:5: serious: identifier/date-of-birth"), "{shown}");
}

#[test]
fn nothing_found_is_status_0() {
    let output = forepost(&["scan"], b"Lovely sunset tonight.");
    assert_eq!((status(&output), out(&output), err(&output)), (0, String::new(), String::new()));
}

#[test]
fn lines_of_json_are_answered_in_order_and_in_code_points() {
    let rows = "{\"id\": 7, \"text\": \"🚑🚑 at LN1 3AB\"}\n{\"id\": \"b\", \"text\": \"fine\", \"surface\": \"bio\", \"policy\": \"las\"}\n";
    let output = forepost(&["scan", "--jsonl", "-"], rows.as_bytes());
    assert_eq!(status(&output), 1);
    let lines: Vec<serde_json::Value> = out(&output).lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[0]["id"], 7);
    let found = &lines[0]["findings"][0];
    assert_eq!((&found["start"], &found["end"], &found["text"]), (&6.into(), &13.into(), &"LN1 3AB".into()));
    assert_eq!((&found["kind"], &found["severity"]), (&"identifier/postcode".into(), &"serious".into()));
    assert_eq!(lines[1], serde_json::json!({"id": "b", "findings": []}));
}

#[test]
fn a_bad_line_is_named_and_the_rows_before_it_are_answered() {
    let good = "{\"id\": 1, \"text\": \"fine\"}\n";
    for (bad, why) in [
        (b"{oops".as_slice(), "line 2: it is not JSON"),
        (b"{\"id\": 2}", "line 2: missing field `text`"),
        (b"{\"id\": 2, \"text\": \"a\xFF\"}", "line 2: it is not UTF-8"),
        (
            b"{\"id\": 2, \"text\": \"a\", \"policy\": \"nhs\"}",
            "line 2: there is no policy \"nhs\"; there are acute, emas",
        ),
        (
            b"{\"id\": 2, \"text\": \"a\", \"surface\": \"wall\"}",
            "line 2: there is no surface \"wall\"; there are post",
        ),
    ] {
        let file = scratch("bad.jsonl", &[good.as_bytes(), bad].concat());
        let output = forepost(&["scan", "--jsonl", file.to_str().unwrap()], b"");
        assert_eq!(status(&output), 2);
        assert_eq!(out(&output), "{\"id\":1,\"findings\":[]}\n");
        let message = err(&output);
        assert!(message.contains(why) && message.contains("bad.jsonl"), "{message:?} should say {why:?}");
        assert_eq!(message.lines().count(), 1, "{message:?}");
    }
}

#[test]
fn what_cannot_be_read_is_said() {
    let output = forepost(&["scan", "no/such/file"], b"");
    assert_eq!(status(&output), 2);
    assert!(err(&output).starts_with("forepost: no/such/file: "), "{}", err(&output));
    let output = forepost(&["scan"], b"one\ntwo \xFF");
    assert_eq!((status(&output), err(&output)), (2, "forepost: -: line 2 is not UTF-8\n".to_owned()));
    for arguments in [&["scan", "--policy", "x"][..], &["scan", "--wat"], &["explain", "x"], &["frobnicate"], &[]] {
        let output = forepost(arguments, b"");
        assert_eq!(status(&output), 2, "{arguments:?}");
        assert!(!err(&output).is_empty());
    }
}

#[test]
fn odd_characters_do_no_harm() {
    let text = "\0\0 \u{FFFD} 943\u{0}476 5919 \u{202E}LN1 3AB\u{202C} 👩‍👩‍👧‍👦";
    let row = serde_json::json!({"id": 1, "text": text}).to_string();
    let output = forepost(&["scan", "--jsonl", "-"], row.as_bytes());
    assert_eq!(status(&output), 1);
    let answer: serde_json::Value = serde_json::from_str(&out(&output)).unwrap();
    assert_eq!(answer["findings"][0]["text"], "LN1 3AB");
    // A lone surrogate is no JSON string of Unicode text; it is refused, not guessed at.
    let output = forepost(&["scan", "--jsonl", "-"], br#"{"id": 1, "text": "a\ud83d"}"#);
    assert_eq!(status(&output), 2);
}

#[test]
fn a_very_long_text_is_scanned_to_the_limit_and_said_to_be() {
    let text = "word ".repeat(40_000) + "LN1 3AB";
    let row = serde_json::json!({"id": 1, "text": format!("LN1 3AB {text}")}).to_string();
    let output = forepost(&["scan", "--jsonl", "-"], row.as_bytes());
    let answer: serde_json::Value = serde_json::from_str(&out(&output)).unwrap();
    assert_eq!(answer["truncated"], true);
    assert_eq!(answer["findings"].as_array().unwrap().len(), 1);
    let output = forepost(&["scan"], text.as_bytes());
    assert!(err(&output).contains("only the first 50000 UTF-16 code units were scanned"), "{}", err(&output));
}

#[test]
fn kinds_are_explained_with_their_clauses() {
    let output = forepost(&["explain", "petition/call", "--policy", "emas"], b"");
    assert_eq!(status(&output), 0);
    assert!(out(&output).contains("EMAS 6.10.1: "), "{}", out(&output));
    assert!(out(&output).contains("due for review in June 2024"), "{}", out(&output));
    let output = forepost(&["explain", "petition/call", "--policy", "yas"], b"");
    assert!(out(&output).contains("The policy does not mention this."), "{}", out(&output));
    let policies = out(&forepost(&["policies"], b""));
    for id in ["acute", "emas", "las", "secamb", "yas"] {
        assert!(policies.lines().any(|l| l.starts_with(id)), "{policies}");
    }
}

#[test]
fn rules_check_names_rule_example_and_what_happened() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let output = forepost(&["rules", "check", root.to_str().unwrap()], b"");
    assert!(out(&output).ends_with("all hold\n"), "{}{}", out(&output), err(&output));

    let rule = |body: &str| format!("[[rule]]\nid = \"t\"\nkind = \"a/b\"\ndescription = \"d\"\n{body}\n");
    let examples = "examples = [\"a «cat» sat\"]\ncounter_examples = [\"dog\"]";
    for (body, why) in [
        (format!("pattern = 'cot'\n{examples}"), "rule t: example \"a «cat» sat\": nothing was found"),
        (format!("pattern = 'cats?|sat'\n{examples}"), "rule t: example \"a «cat» sat\": it found \"cat\" and \"sat\""),
        (format!("pattern = 'cat|dog'\n{examples}"), "rule t: counter-example \"dog\": it found \"dog\""),
        (format!("pattern = 'cat('\n{examples}"), "rule t: the pattern does not compile"),
        ("pattern = 'cat'\ncounter_examples = [\"dog\"]".into(), "rule t: give it at least one example"),
        (format!("pattern = 'cat'\nsevrity = \"serious\"\n{examples}"), "unknown field `sevrity`"),
        (format!("words = [\"words/none.txt\"]\n{examples}"), "rules/words/none.txt: cannot be read"),
    ] {
        let folder = scratch_rules(&rule(&body));
        let output = forepost(&["rules", "check", folder.to_str().unwrap()], b"");
        assert_eq!(status(&output), 2);
        assert!(err(&output).contains(why), "{} should say {why:?}", err(&output));
    }
}

/// A file of its own for each test and process.
fn scratch(name: &str, bytes: &[u8]) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(std::process::id().to_string());
    fs::create_dir_all(&folder).expect("cargo's folder for tests can be written to");
    let file = folder.join(name);
    fs::write(&file, bytes).expect("it can be written to");
    file
}

/// A folder with one kind and the given rule file.
fn scratch_rules(rule: &str) -> PathBuf {
    let kinds = "[\"a/b\"]\ntitle = \"t\"\nwhy = \"w\"\ninstead = \"i\"\nseverity = \"caution\"\n";
    let folder = scratch("root", b"").with_file_name("rules-check");
    fs::create_dir_all(folder.join("rules")).expect("cargo's folder for tests can be written to");
    fs::create_dir_all(folder.join("policies")).expect("cargo's folder for tests can be written to");
    fs::write(folder.join("rules/kinds.toml"), kinds).expect("it can be written to");
    fs::write(folder.join("rules/t.toml"), rule).expect("it can be written to");
    folder
}
