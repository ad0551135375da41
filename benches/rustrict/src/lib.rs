//! rustrict behind the same door as Forepost's scanner: bytes in through linear memory, a number out.

use std::cell::RefCell;

use rustrict::{CensorStr, Type};
use wasm_bindgen::prelude::*;

thread_local! {
    static INPUT: RefCell<Vec<u8>> = RefCell::default();
}

/// Makes room for `bytes` bytes of UTF-8 and answers where it is in memory.
#[wasm_bindgen]
pub fn reserve(bytes: usize) -> *const u8 {
    INPUT.with_borrow_mut(|input| {
        if input.len() < bytes {
            input.resize(bytes, 0);
        }
        input.as_ptr()
    })
}

/// Whether the first `bytes` bytes of the room hold anything inappropriate.
#[wasm_bindgen]
pub fn check(bytes: usize) -> bool {
    INPUT.with_borrow(|input| String::from_utf8_lossy(&input[..bytes.min(input.len())]).is(Type::INAPPROPRIATE))
}
