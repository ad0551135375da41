//! Compiles `rules/` and `policies/` into the tables that the scanner carries, and runs every example.
//!
//! The scanner's own modules are taken in here, so what judges the examples is what ships.
#![allow(dead_code, unused_imports)]

#[path = "src/blob.rs"]
mod blob;
#[path = "src/catalogue.rs"]
mod catalogue;
#[path = "src/compile/mod.rs"]
mod compile;
#[path = "src/detect/mod.rs"]
mod detect;
#[path = "src/finding.rs"]
mod finding;
#[path = "src/matching/mod.rs"]
mod matching;
#[path = "src/policy.rs"]
mod policy;
#[path = "src/policy_file.rs"]
mod policy_file;
#[path = "src/scanner.rs"]
mod scanner;
#[path = "src/text/mod.rs"]
mod text;

use std::path::PathBuf;
use std::{env, fs, process};

/// The tables do not exist yet; nothing in the build asks for the built-in scanner.
const TABLES: &[u8] = &[];

fn main() {
    for path in ["rules", "policies", "src", "build.rs"] {
        println!("cargo::rerun-if-changed={path}");
    }
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    let compiled = compile::compile(&root).unwrap_or_else(|error| stop(&[error]));
    if let Err(errors) = compile::check_examples(&compiled) {
        stop(&errors);
    }
    fs::write(out.join("tables.bin"), &compiled.tables).expect("cargo's own folder can be written to");
}

fn stop(errors: &[compile::Error]) -> ! {
    for error in errors {
        println!("cargo::error={}", error.to_string().replace('\n', " / "));
    }
    process::exit(1)
}
