//! Links to petitions, which cover the whole address.

use super::{Context, Hit, innocent};
use crate::catalogue::{Category, Check};
use crate::matching::Match;
use crate::text::{WebPart, is_word};

/// Adds the findings whose words say it all, and the links.
#[inline(never)]
pub fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    let innocent = innocent::Stretches::new(context);
    for m in context.matches.iter().filter(|m| context.category(m) == Category::Other && !innocent.cover(m)) {
        let covers = match context.catalogue.rules[usize::from(m.rule)].check {
            Check::Site => site(context, m),
            Check::Page => page(context, m),
            _ => Some((m.start as usize, m.end as usize)),
        };
        if let Some((start, end)) = covers {
            hits.push(Hit { start, end, ..Hit::of(m) });
        }
    }
}

/// The address around a site's name, which is written without a blank and is the whole of the name.
fn site(context: &Context<'_>, m: &Match) -> Option<(usize, usize)> {
    let text = &context.folded.lower;
    let (start, end) = (m.start as usize, m.end as usize);
    let behind_a_part = start == 0 || matches!(text[start - 1], b'.' | b'/') || !is_address(text[start - 1]);
    let whole = text.get(end).is_none_or(|&b| b != b'-' && b != b'@');
    if text[start..end].contains(&b' ') || !behind_a_part || !whole {
        return None;
    }
    Some(link_around(context, m).unwrap_or_else(|| {
        let before = text[..start].iter().rev().take_while(|&&b| is_address(b)).count();
        let after = text[end..].iter().take_while(|&&b| is_address(b)).count();
        let ends = text[end..end + after].iter().rposition(|&b| is_word(b)).map_or(0, |i| i + 1);
        (start - before, end + ends)
    }))
}

/// The link in whose path a word is a step, or begins one.
fn page(context: &Context<'_>, m: &Match) -> Option<(usize, usize)> {
    let (start, end) = link_around(context, m)?;
    let text = &context.folded.lower[..end];
    let ends = text.get(m.end as usize).is_none_or(|b| matches!(b, b'-' | b'/' | b'?' | b'#' | b'.'));
    (ends && text[start..m.start as usize].ends_with(b"/")).then_some((start, end))
}

fn link_around(context: &Context<'_>, m: &Match) -> Option<(usize, usize)> {
    context
        .web
        .part_at(m.start as usize)
        .filter(|&(_, _, part)| part == WebPart::Link)
        .map(|(start, end, _)| (start, end))
}

/// A byte of a domain's name.
fn is_address(byte: u8) -> bool {
    is_word(byte) || matches!(byte, b'.' | b'-')
}
