//! What capitals tell.

use super::Context;
use super::one_of::{OneOf, one_of};

/// Whether a capital tells a name: not in a text mostly in capitals, and not in a headline.
pub fn tell(context: &Context<'_>) -> bool {
    *context.capitals_tell.get_or_init(|| {
        let (all, capitals, shouted) = count(context);
        shouted * 2 <= all && (all < 6 || capitals * 10 < all * 7)
    })
}

/// Whether the writer leaves capitals out.
pub fn none(context: &Context<'_>) -> bool {
    let cased = &context.folded.cased;
    let first = context.words.all.iter().map(|w| cased[w.start as usize]).find(u8::is_ascii_alphabetic);
    first.is_some_and(|b| b.is_ascii_lowercase()) && count(context).1 * 12 <= context.words.all.len()
}

/// How many longer words there are, how many of them begin with a capital, and how many go on with one.
fn count(context: &Context<'_>) -> (usize, usize, usize) {
    let cased = &context.folded.cased;
    let longer = context.words.all.iter().filter(|w| w.end - w.start > 3).map(|w| &cased[w.start as usize..]);
    longer.filter(|w| w[0].is_ascii_alphabetic()).fold((0, 0, 0), |(all, capitals, shouted), word| {
        let capital = word[0].is_ascii_uppercase();
        (all + 1, capitals + usize::from(capital), shouted + usize::from(capital && word[1].is_ascii_uppercase()))
    })
}

/// Capitalised words that are no names of places or people.
pub fn never_a_name(word: &[u8]) -> bool {
    NEVER.holds(word)
}

const NEVER: OneOf = one_of(
    "a&e accident amber ambulance anaesthetics apprenticeship april august awards bank bbc boxing \
    brexit british cad casualty cat category ccp ccu certificate chinese christmas control covid dad \
    day december defib degree diploma dna duty easter ed english entonox eoc eve facebook february \
    fire french friday german glad god gp halloween hart hems hospital icu instagram irish italian itu \
    itv january july june lent lucas mad majors march maternity may mdt minors monday mr mrs ms mum nan \
    netflix new nhs november october paramedic police polish practice practitioner prf programme \
    ramadan red resus sad saturday science sciences scottish september snapchat spring studies summer \
    sunday the they they're theyre this those thursday tiktok trust tuesday tv twitter uk wednesday \
    welsh whatsapp winter xmas year youtube",
);
