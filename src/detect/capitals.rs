//! What capitals tell.

use super::Context;

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
    NEVER.binary_search(&word).is_ok()
}

/// In order.
const NEVER: &[&[u8]] = &[
    b"a&e",
    b"accident",
    b"amber",
    b"ambulance",
    b"anaesthetics",
    b"april",
    b"august",
    b"bank",
    b"bbc",
    b"boxing",
    b"brexit",
    b"british",
    b"cad",
    b"casualty",
    b"cat",
    b"category",
    b"ccp",
    b"ccu",
    b"chinese",
    b"christmas",
    b"control",
    b"covid",
    b"dad",
    b"day",
    b"december",
    b"defib",
    b"dna",
    b"duty",
    b"easter",
    b"ed",
    b"english",
    b"entonox",
    b"eoc",
    b"eve",
    b"facebook",
    b"february",
    b"fire",
    b"french",
    b"friday",
    b"german",
    b"god",
    b"gp",
    b"halloween",
    b"hart",
    b"hems",
    b"hospital",
    b"icu",
    b"instagram",
    b"irish",
    b"italian",
    b"itu",
    b"itv",
    b"january",
    b"july",
    b"june",
    b"lent",
    b"lucas",
    b"majors",
    b"march",
    b"maternity",
    b"may",
    b"mdt",
    b"minors",
    b"monday",
    b"mr",
    b"mrs",
    b"ms",
    b"mum",
    b"nan",
    b"netflix",
    b"new",
    b"nhs",
    b"november",
    b"october",
    b"paramedic",
    b"police",
    b"polish",
    b"prf",
    b"ramadan",
    b"red",
    b"resus",
    b"saturday",
    b"scottish",
    b"september",
    b"snapchat",
    b"spring",
    b"summer",
    b"sunday",
    b"the",
    b"thursday",
    b"tiktok",
    b"trust",
    b"tuesday",
    b"tv",
    b"twitter",
    b"uk",
    b"wednesday",
    b"welsh",
    b"whatsapp",
    b"winter",
    b"xmas",
    b"year",
    b"youtube",
];

#[cfg(test)]
mod tests {
    use super::NEVER;

    #[test]
    fn the_list_is_in_order() {
        assert!(NEVER.is_sorted());
    }
}
