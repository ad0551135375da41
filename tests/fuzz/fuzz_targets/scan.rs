//! Scanning: findings lie where they can be shown, and the same text is always answered alike.
#![no_main]

use forepost::Scanner;
use forepost_fuzz::{Input, check_explanations, check_findings};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Input { options, text } = Input::read(bytes);
    let scanner = Scanner::built_in();
    let scan = scanner.scan(&text, options);
    check_findings(&text, &scan);
    check_explanations(&text, &scan, options);
    assert_eq!(scan, scanner.scan(&text, options), "scanned twice");
});
