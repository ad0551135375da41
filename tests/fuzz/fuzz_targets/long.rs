//! Texts beyond the limit: their beginning is read and scanned as if nothing followed.
#![no_main]

use forepost::Scanner;
use forepost::text::{MAX_UNITS, Reading};
use forepost_fuzz::{Input, check_findings};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Input { options, text } = Input::read(bytes);
    let units: usize = text.chars().map(char::len_utf16).sum();
    if units == 0 {
        return;
    }
    let long = text.repeat(MAX_UNITS / units + 1);
    let mut last = 0;
    let fits = |c: &char| {
        last += c.len_utf16();
        last <= MAX_UNITS
    };
    let beginning: String = long.chars().take_while(fits).collect();
    let (read, reread) = (Reading::new(&long).folded, Reading::new(&beginning).folded);
    assert_eq!((&read.lower, read.units), (&reread.lower, reread.units));
    let scan = Scanner::built_in().scan(&long, options);
    check_findings(&long, &scan);
    let cut = Scanner::built_in().scan(&beginning, options);
    assert!(scan.truncated && !cut.truncated);
    assert_eq!(scan.findings, cut.findings);
});
