//! Forepost's scanner: text goes in, findings come out.
//!
//! It marks what an ambulance service's social media policy would not want posted: details that identify a patient,
//! derogatory language, petitions, and a bio without a disclaimer. It knows nothing of browsers; [`wasm`](crate) is
//! the only door to JavaScript.
//!
//! ```
//! use forepost::{Options, Scanner, Surface};
//! let scanner = Scanner::built_in();
//! let options = Options { surface: Surface::Post, policy: scanner.policy("emas") };
//! let scan = scanner.scan("His NHS number is 943 476 5919", options);
//! assert_eq!(scanner.kind_of(scan.findings[0].rule), "identifier/nhs-number");
//! ```
#![deny(unsafe_code, missing_docs)]

#[forbid(unsafe_code)]
pub mod blob;
#[forbid(unsafe_code)]
pub mod catalogue;
#[cfg(not(target_arch = "wasm32"))]
#[forbid(unsafe_code)]
#[allow(missing_docs, reason = "the sources' fields are the keys of rule files, which docs/architecture.md explains")]
pub mod compile;
#[forbid(unsafe_code)]
mod detect;
#[forbid(unsafe_code)]
mod finding;
#[forbid(unsafe_code)]
pub mod matching;
#[forbid(unsafe_code)]
mod policy;
#[forbid(unsafe_code)]
mod policy_file;
#[forbid(unsafe_code)]
mod scanner;
#[forbid(unsafe_code)]
pub mod text;
/// The only door to JavaScript, and the only module whose macros write unsafe code.
#[cfg(target_arch = "wasm32")]
#[allow(unsafe_code)]
mod wasm;

pub use finding::{Finding, Scan, Severity, Span, Surface};
pub use policy::{Cited, Clause, Explanation, Piece, Policy, Replacement};
pub use policy_file::PolicyError;
pub use scanner::{Options, Scanner};

/// `rules/` and `policies/`, compiled.
static TABLES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/tables.bin"));
