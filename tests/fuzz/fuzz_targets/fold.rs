//! Folding and cutting into words: the way back to the text is exact, whatever it is made of.
#![no_main]

use forepost::text::Reading;
use forepost_fuzz::{Input, check_folding, check_words};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let text = Input::read(bytes).text;
    let reading = Reading::new(&text);
    check_folding(&text, &reading);
    check_words(&reading);
});
