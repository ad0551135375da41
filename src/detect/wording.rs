//! The policy's wording in a bio, put as its writer puts things.

use super::replace::Offer;
use super::{Context, Hit};
use crate::policy::Demands;
use crate::text::{SYMBOL, is_word};

/// Signs that part the pieces of a bio, as they are looked for, and as they are written between two.
const PARTED: [(&[u8], &str); 6] =
    [(b" | ", " | "), (b" // ", " // "), (b" / ", " / "), (b" - ", " - "), (b"|", "|"), (b"\n", "\n")];

/// The wording behind the last word of a bio that has none.
pub fn added(context: &Context<'_>) -> Option<Offer> {
    let words = words(context)?;
    let lower = &context.folded.lower;
    let end = lower.iter().rposition(|b| !b.is_ascii_whitespace())? + 1;
    let has = |sign: &[u8]| lower[..end].windows(sign.len()).any(|w| w == sign);
    let last = lower[end - 1];
    let text = match PARTED.iter().find(|(sign, _)| has(sign)) {
        Some((_, between)) => format!("{between}{}", as_written(context, words)),
        // A bio that ends its sentences ends this one too.
        None if matches!(last, b'.' | b'!' | b'?') => format!(" {}.", capitalised(words)),
        None if last == SYMBOL => format!(" {}", capitalised(words)),
        None if has(b", ") && !has(b". ") && !starts_in_capitals(context) => format!(", {words}"),
        None => format!(". {}", as_written(context, words)),
    };
    Some(Offer { text, start: end, end })
}

/// The wording in the place of another one.
pub fn instead(context: &Context<'_>, hit: &Hit) -> Option<Offer> {
    let words = words(context)?;
    let capital = context.folded.cased[hit.start].is_ascii_uppercase();
    let text = if capital { capitalised(words) } else { words.to_owned() };
    Some(Offer { text, start: hit.start, end: hit.end })
}

/// What the policy in force wants said; without one, the words that no policy finds fault with.
fn words<'c>(context: &'c Context<'_>) -> Option<&'c str> {
    let policy = match context.options.policy {
        Some(policy) => policy,
        None => context.policies.iter().find(|p| p.demands.contains(Demands::EXACT))?,
    };
    policy.disclaimer.as_deref()
}

fn as_written(context: &Context<'_>, words: &str) -> String {
    if starts_in_capitals(context) { capitalised(words) } else { words.to_lowercase() }
}

/// Whether the first letter of the bio is a capital; most that do without write all of it so.
fn starts_in_capitals(context: &Context<'_>) -> bool {
    context.folded.cased.iter().find(|&&b| is_word(b) && !b.is_ascii_digit()).is_none_or(|b| !b.is_ascii_lowercase())
}

fn capitalised(words: &str) -> String {
    let mut text = words.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}
