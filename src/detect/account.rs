//! Names of accounts: whether one reads as the service's own.

use super::{Context, Hit};
use crate::catalogue::{Check, Tag};
use crate::text::is_word;

/// No account's name is longer; the work on one grows with the square of its parts.
const LONGEST: usize = 64;

/// Adds `disclaimer/official` where a handle or a display name reads as an official account.
pub fn handle(context: &Context<'_>, hits: &mut Vec<Hit>) {
    let Some(rule) = context.catalogue.rule_of(Check::DisclaimerOfficial) else { return };
    let cased = &context.folded.cased;
    let Some(start) = cased.iter().position(|&b| is_word(b)) else { return };
    let end = cased.iter().rposition(|&b| is_word(b)).map_or(start, |i| i + 1);
    let at = usize::from(start > 0 && cased[start - 1] == b'@');
    let Some(service) = service_in(context, start, end) else { return };
    let reserved = context.options.policy.is_none_or(|p| p.id == "emas") && service.name == b"emas";
    if reserved || service.leads || service.official {
        hits.push(Hit { rule, start: start - at, end, severity: None });
    }
}

/// A service whose name stands in an account's name.
pub struct Service {
    name: Vec<u8>,
    /// The account's name begins with it.
    leads: bool,
    /// A word such as "press" or "trust" stands beside it.
    official: bool,
}

/// The service that an account's name in `start..end` names.
pub fn service_in(context: &Context<'_>, start: usize, end: usize) -> Option<Service> {
    let cased = &context.folded.cased[start..end.min(start + LONGEST)];
    let parts = parts(cased);
    let official = |word: &[u8]| context.is_listed(Tag::OfficialWord, word);
    let any_official = parts.iter().any(|p| official(p));
    for first in 0..parts.len() {
        let mut name = Vec::new();
        for part in &parts[first..] {
            name.extend_from_slice(part);
            let short = context.is_listed(Tag::ShortService, &name) && any_official;
            if context.is_listed(Tag::Service, &name) || short || own_name(context, &name) && !is_short(context, &name)
            {
                return Some(Service { name, leads: first == 0, official: any_official });
            }
        }
        if let Some(name) = run_on(context, &parts[first], &official) {
            return Some(Service { name, leads: first == 0, official: true });
        }
    }
    None
}

/// A name with a word for an office written onto it: "emascomms", "officialnwas".
fn run_on(context: &Context<'_>, part: &[u8], official: &dyn Fn(&[u8]) -> bool) -> Option<Vec<u8>> {
    let named = |name: &[u8]| context.is_listed(Tag::Service, name) || context.is_listed(Tag::ShortService, name);
    (3..part.len().saturating_sub(1)).find_map(|cut| {
        let (front, back) = part.split_at(cut);
        let name = if named(front) && official(back) {
            front
        } else if named(back) && official(front) {
            back
        } else {
            return None;
        };
        Some(name.to_vec())
    })
}

/// Whether a policy calls its employer so.
fn own_name(context: &Context<'_>, compact: &[u8]) -> bool {
    let names = context.in_force().iter().flat_map(|p| &p.names);
    names.into_iter().any(|n| n.bytes().filter(|&b| is_word(b)).eq(compact.iter().copied()))
}

fn is_short(context: &Context<'_>, name: &[u8]) -> bool {
    context.is_listed(Tag::ShortService, name)
}

/// Whether a policy's name for its employer is no ordinary word, as "las" and "yas" are.
pub fn is_unmistakable(context: &Context<'_>, name: &str) -> bool {
    !is_short(context, name.as_bytes())
}

/// The parts of an account's name in lower case: at signs, at digits and at capitals, as in `EMASBlueLights_7`.
fn parts(cased: &[u8]) -> Vec<Vec<u8>> {
    let mut parts: Vec<Vec<u8>> = Vec::new();
    let mut last = b' ';
    for (i, &b) in cased.iter().enumerate() {
        if !is_word(b) {
            last = b' ';
            continue;
        }
        let next = cased.get(i + 1).copied().unwrap_or(b' ');
        let hump = b.is_ascii_uppercase() && (!last.is_ascii_uppercase() || next.is_ascii_lowercase());
        let begins = last == b' ' || hump || b.is_ascii_digit() != last.is_ascii_digit();
        if begins {
            parts.push(Vec::new());
        }
        if let Some(part) = parts.last_mut() {
            part.push(b.to_ascii_lowercase());
        }
        last = b;
    }
    parts
}

/// Where these words stand in the text, as whole words.
pub fn places_of(context: &Context<'_>, name: &str) -> Vec<(usize, usize)> {
    let (lower, name) = (&context.folded.lower, name.as_bytes());
    let starts = context.words.all.iter().map(|w| w.start as usize);
    let whole = |at: usize| lower.get(at).is_none_or(|&b| !is_word(b));
    let fits = |&at: &usize| lower[at..].starts_with(name) && whole(at + name.len());
    starts.filter(fits).map(|at| (at, at + name.len())).collect()
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn names_fall_into_parts() {
        let joined = |name: &str| {
            parts(name.as_bytes()).iter().map(|p| String::from_utf8_lossy(p).into_owned()).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(joined("@EMASBlueLights_7"), "emas blue lights 7");
        assert_eq!(joined("secamb999"), "secamb 999");
        assert_eq!(joined("TheRealSECAmbComms"), "the real sec amb comms");
        assert_eq!(joined("emasculated_muse"), "emasculated muse");
    }
}
