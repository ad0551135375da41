//! Derogatory language: listed words and phrases, unless the phrase around them is innocent.

use super::{Context, Hit, innocent};
use crate::catalogue::Category;

/// Adds the derogatory findings.
pub fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    let innocent = innocent::Stretches::new(context);
    let listed = context.matches.iter().filter(|m| context.category(m) == Category::Derogatory);
    hits.extend(listed.filter(|m| !innocent.cover(m)).map(Hit::of));
}
