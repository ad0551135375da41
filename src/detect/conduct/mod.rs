//! Conduct: what is common by itself and tells something in company.
//!
//! Nearly every word of these posts stands in ordinary ones too: "live", "the judge", "message me". So each rule weighs
//! them: words that tell much, words that fit, words of the working day, and what speaks for something else. People put
//! such things in ways that nobody can list, and a sum of small signs holds where a set phrase does not.

mod narrative;
mod scales;
mod weigh;

pub use scales::{Companions, Piece};
#[cfg(not(target_arch = "wasm32"))]
pub use scales::{RUN_BITS, TELLING_BITS};

use super::scene::LateScene;
use super::{Context, Hit};
use crate::finding::Surface;

/// Adds the findings, one of each rule: a second one would tell nobody more.
#[inline(never)]
pub fn detect(context: &Context<'_>, late: &LateScene, hits: &mut Vec<Hit>) {
    if matches!(context.options.surface, Surface::Bio | Surface::Handle) {
        return;
    }
    weigh::add(context, late, hits);
    narrative::add(context, late, hits);
}
