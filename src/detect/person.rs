//! A patient's age and gender, in every wording.

use super::candidate::Candidate;
use super::checks::Verdict;
use super::one_of::{OneOf, one_of};
use super::scene::{ENOUGH, LateScene};
use super::{Context, Hit};
use crate::catalogue::{Check, Tag};
use crate::text::is_word;

/// Whether someone of the writer's own family, or the writer, is spoken of.
pub fn own(found: &Candidate<'_>) -> bool {
    const SELF: OneOf = one_of("i i'm im i've ive me myself i'd i'll");
    let mine = found.words_before().next().is_some_and(|w| matches!(w, b"my" | b"our"));
    let beside = mine || found.words_before().take(2).any(|w| SELF.holds(w));
    beside || family_story(found)
}

/// How far before a candidate, in folded bytes, "my dad" may stand and still be whom "he" means.
const STORY_REACH: usize = 240;

/// Whether the writer's family is spoken of, before it or in its sentence, and no incident nearer than that.
pub fn family_story(found: &Candidate<'_>) -> bool {
    let near = |tag| found.scene().last_before(tag, found.start).filter(|end| end + STORY_REACH >= found.start);
    match (near(Tag::Own), near(Tag::Incident)) {
        (Some(own), Some(incident)) => own > incident,
        (Some(_), None) => true,
        (None, Some(_)) => false,
        (None, None) => found.sentence_goes_on_to(Tag::Own) && !found.sentence_goes_on_to(Tag::Incident),
    }
}

/// Words in front of "12F" that make it a size or a place.
const SIZES: OneOf = one_of(
    "size sizes seat row gate platform route bus flat apartment unit block level stand bra for over it's \
    its hit worth than year",
);

/// Words behind "17M" that make it an amount.
const AMOUNTS: OneOf = one_of(
    "followers people views pounds quid dollars euros deal subscribers users of for from to a per long \
    wide high deep tall away pool viewers votes homes jobs contract bid transfer fund funding boost up \
    down off boot boots or more budget hit copies fans streams",
);

/// An age and a sex as handovers put them: "84F", "68 M", "a 6 y/o girl", but not "17M followers".
pub fn age_with_sex(found: &Candidate<'_>) -> Verdict {
    let written = found.cased();
    let age = found.lower().iter().filter(|b| b.is_ascii_digit()).fold(0u32, |n, b| n * 10 + u32::from(b - b'0'));
    let shorthand = found.lower().contains(&b'y');
    // A pound or euro sign in front folds to a symbol.
    let counted = matches!(found.before(1), Some(b'$' | b'.' | b'-' | b':' | b'/' | b'#' | crate::text::SYMBOL));
    if age > 115 || counted || found.words_before().next().is_some_and(|w| SIZES.holds(w)) {
        return Verdict::Not;
    }
    if shorthand {
        return if found.score() >= SHORTHAND_AT_LEAST { Verdict::Found } else { Verdict::Not };
    }
    let letter = written.iter().find(|b| b.is_ascii_alphabetic()).copied().unwrap_or_default();
    if letter == written[0] {
        // "F/58" is an age, "M25" more often a road.
        let road = letter == b'M' && !written.contains(&b'/');
        let patient = found.words_before().next().is_some_and(|w| const { one_of("pt px patient") }.holds(w));
        let least = if road && !patient { ENOUGH + 2 } else { SHORTHAND_AT_LEAST };
        return if letter.is_ascii_uppercase() && found.score() >= least { Verdict::Found } else { Verdict::Not };
    }
    let small = letter.is_ascii_lowercase() && !written.contains(&b' ');
    if small && (letter == b'f' || written.contains(&b'/')) {
        // "91f, long lie": not "5f 9", and not the weather.
        let ends = !found.goes_on() || opens(&found.context.folded.lower, found.start);
        let told = ends && (16..=110).contains(&age) && found.score() >= 0;
        return if told { Verdict::Found } else { Verdict::Not };
    }
    if !matches!(letter, b'M' | b'F') || found.goes_on() && found.words_after().next().is_some_and(|w| AMOUNTS.holds(w))
    {
        return Verdict::Not;
    }
    // Written apart, "68 M" may be anything.
    let least = if written.contains(&b' ') { ENOUGH } else { SHORTHAND_AT_LEAST };
    if found.score() >= least { Verdict::Found } else { Verdict::Not }
}

/// Ages are rarely said of anyone but patients and one's own family, so little is asked of what stands around one.
const ENOUGH_FOR_AGE: i32 = 2;

/// Shorthand tells an incident by itself, unless much speaks against one.
const SHORTHAND_AT_LEAST: i32 = -3;

/// Words that lead to a decade of someone's life: "her early thirties", not "the thirties".
const TO_A_DECADE: OneOf = one_of("early mid late her his their ?");
/// Words that lead to "days old" without a number.
const TO_AN_AGE: OneOf = one_of("just only barely few a an even couple of mere");

/// Where an age begins that is told by a word for time or for a decade, with what belongs to it in front; `None` when
/// it is no age.
fn age_start(found: &Candidate<'_>) -> Option<usize> {
    let lower = found.lower();
    let before = found.word_before();
    if before.is_empty() && found.before(1) != Some(b'-') {
        return Some(found.start)
            .filter(|_| !lower.starts_with(b"year") && !lower.ends_with(b"ties") && !lower.ends_with(b"0s"));
    }
    let span_of_time =
        [b"year".as_slice(), b"yr", b"month", b"mth", b"week", b"wk", b"day", b"hour", b"minute", b"min", b"fortnight"];
    if lower.ends_with(b"ties") || lower.ends_with(b"0s") || matches!(lower, b"teens" | b"twenties") {
        let mut start = found.start - before.len() - 1;
        for word in found.words_before().skip(1).take(2).take_while(|w| const { one_of("her his their in") }.holds(w)) {
            start -= word.len() + 1;
        }
        return TO_A_DECADE.holds(before).then_some(start);
    }
    let last = lower.rsplit(|&b| !is_word(b)).next().unwrap_or_default();
    let old = const { one_of("old olds age young earth prem premature gestation early") }.holds(last);
    if span_of_time.iter().any(|t| lower.starts_with(t)) && old {
        // Figures in front are a pattern's.
        let figures = before.iter().all(u8::is_ascii_digit) && !before.is_empty()
            || found.before(1) == Some(b'-') && found.before(2).is_some_and(|b| b.is_ascii_digit());
        let number = found.number_before().filter(|_| !figures);
        let vague = TO_AN_AGE.holds(before) && !lower.starts_with(b"y");
        return number.or_else(|| vague.then_some(found.start));
    }
    Some(found.start)
}

/// An age that is said to be one: "84 years old", "in her eighties", "a newborn".
pub fn age(found: &Candidate<'_>) -> Verdict {
    let figures = found.lower()[0].is_ascii_digit() && !found.lower().ends_with(b"0s");
    let Some(start) = (if figures { Some(found.start) } else { age_start(found) }) else {
        return Verdict::Not;
    };
    let found = &Candidate { start, ..*found };
    if figures && [b"/7".as_slice(), b"/12", b"/52", b"months", b"weeks"].iter().any(|t| found.lower().ends_with(t)) {
        return if infant(found) { Verdict::Found } else { Verdict::Not };
    }
    let years = found.lower().iter().take_while(|b| b.is_ascii_digit()).fold(0u32, |n, b| n * 10 + u32::from(b - b'0'));
    let nobody = years > 115 && !found.lower().ends_with(b"birthday");
    let follower = found.words_after().next().unwrap_or_default();
    // "Some 80 odd people", "teenage dreams".
    let counts =
        found.lower().ends_with(b"odd") && found.goes_on() && !const { one_of("year years and who") }.holds(follower);
    let thing = const { one_of("dreams angst kicks class group groups tickets stuff") }.holds(follower);
    let ones_own =
        found.lower().ends_with(b"birthday") && found.words_after().any(|w| matches!(w, b"myself" | b"me" | b"i"));
    if nobody || counts || thing || ones_own {
        return Verdict::Not;
    }
    let person = matches!(found.word_before(), b"her" | b"his" | b"their")
        || [b"her ".as_slice(), b"his "].iter().any(|w| found.lower().starts_with(w));
    let stated = [b"old".as_slice(), b"yo", b"y/o", b"age"].iter().any(|w| found.lower().ends_with(w));
    // Parents say "3 year old has hidden the keys", and everyone says "teenagers".
    let bare =
        found.goes_on() && const { one_of("has is wants thinks just asked said wont won't told") }.holds(follower);
    let many = found.lower().ends_with(b"ers") || found.lower().ends_with(b"teens");
    let prior = match (person, stated) {
        _ if bare || many => -3,
        (true, _) => 3,
        (_, true) => 2,
        _ => 1,
    };
    let told = found.score() + prior >= ENOUGH_FOR_AGE && !own(found) && !of_a_thing(found);
    if told { Verdict::Covering(found.start, found.end) } else { Verdict::Not }
}

/// Words for someone whose age is counted in weeks or months.
const INFANTS: OneOf = one_of(
    "baby babe bub bubs infant neonate newborn paed paeds paediatric pead peads kid child little tiny wee cot \
    arrest nappy toddler bairn",
);

/// Whether "5/12" and "7 months" tell how old a child is, and not for how long something has lasted.
fn infant(found: &Candidate<'_>) -> bool {
    let before = found.word_before();
    let told = if found.lower().contains(&b'/') {
        const { one_of("a pt px our this baby bub infant paed") }.holds(before)
    } else {
        let led =
            before.is_empty() || const { one_of("was only just aged baby bub infant paed he's she's") }.holds(before);
        let ends = !found.goes_on() || found.word_after() == b"and";
        led && ends && found.words_before().chain(found.words_after()).any(|w| INFANTS.holds(w))
    };
    told && found.score() >= ENOUGH && !own(found)
}

/// Things that have an age: "an 11 year old truck", "that whisky's 18 years old", "the NHS turned 75".
const THINGS: OneOf = one_of(
    "truck van car ambulance vehicle boiler fridge kettle laptop phone computer bike dog cat puppy horse \
    house building tree oak whisky wine malt cheese cheddar boots shoes uniform mattress photo letter \
    song film record story tradition system software policy contract charity service school church nhs \
    trust station club company microwave sofa telly radio rig motor volvo fiesta corsa golf tortoise \
    hamster spaniel greyhound mug jar biscuit sandwich marathon record bridge pub castle tattoo marriage \
    friendship argument joke rule plan dream mystery",
);

/// Whether the age is of a thing or an animal.
fn of_a_thing(found: &Candidate<'_>) -> bool {
    let is_thing = |w: &[u8]| THINGS.holds(w.strip_suffix(b"'s").unwrap_or(w));
    found.goes_on() && found.words_after().take(2).any(is_thing) || found.words_before().take(3).any(is_thing)
}

/// What may follow a bare number that is an age: "she was 84 and …".
const AFTER_AN_AGE: OneOf = one_of(
    "and but when with years yrs year or who lives lived living today yesterday next last so too then same \
    going if not already now ish on odd this just tomorrow fell found alone",
);

/// A number that is an age by what stands in front of it: "he was sixty-six", "turned a hundred", "aged 9".
pub fn said_age(found: &Candidate<'_>) -> Verdict {
    let follower = found.words_after().next().unwrap_or_default();
    if found.goes_on() && !AFTER_AN_AGE.holds(follower) {
        return Verdict::Not;
    }
    let digits: Vec<u8> = found.lower().iter().rev().take_while(|b| b.is_ascii_digit()).copied().collect();
    let years = digits.iter().rev().fold(0u32, |n, b| n.saturating_mul(10).saturating_add(u32::from(b - b'0')));
    // "3.30", "9:15", "5%" and "12-1" are no ages.
    let figure = matches!(found.after(0), Some(b'.' | b':' | b'-' | b'%' | b'/' | b','))
        && found.after(1).is_some_and(|b| b.is_ascii_digit());
    if years > 115 || figure || found.after(0) == Some(b'%') {
        return Verdict::Not;
    }
    let first = found.lower().split(|&b| b == b' ').next().unwrap_or_default();
    let prior = match first {
        b"he" | b"she" | b"hes" | b"he's" | b"shes" | b"she's" | b"he'd" | b"she'd" | b"hed" | b"shed" | b"who" => 3,
        b"aged" | b"age" | b"turned" | b"turning" | b"had" => 2,
        _ => 0,
    };
    let told = found.score() + prior >= ENOUGH_FOR_AGE && !own(found) && !of_a_thing(found);
    if told { Verdict::Found } else { Verdict::Not }
}

/// A number that opens a sentence needs more than one that is said to be an age.
const ENOUGH_FOR_BARE: i32 = 4;

/// "93, sharp as a tack": a number between full stops and commas, where someone is spoken of.
pub fn bare_age(found: &Candidate<'_>) -> Verdict {
    let years = found.lower().iter().fold(0u32, |n, b| n * 10 + u32::from(b - b'0'));
    let beside = beside_someone(found);
    let label = beside || found.words_before().next().is_some_and(|w| matches!(w, b"pt" | b"patient" | b"px"));
    let between = found.before(2) == Some(b',') && matches!(found.after(0), None | Some(b',' | b'.' | b'!' | b'\n'));
    let between = between && found.score() >= ENOUGH && !found.words_before().take(3).any(|w| w[0].is_ascii_digit());
    let opens = label || between || opens(&found.context.folded.lower, found.start);
    let ends = ends_as_an_age(found) || beside && !found.goes_on();
    let figure = found.after(1).is_some_and(|b| b.is_ascii_digit()) && !matches!(found.after(0), Some(b' '));
    let list = found.words_after().next().is_some_and(|w| w.iter().all(u8::is_ascii_digit));
    if !(16..=110).contains(&years) && !label || !opens || !ends || figure || list || own(found) || first_person(found)
    {
        return Verdict::Not;
    }
    enough_for_bare(found, beside)
}

/// A number needs less where someone stands right in front of it.
fn enough_for_bare(found: &Candidate<'_>, beside: bool) -> Verdict {
    let told = if beside {
        found.score() >= ENOUGH_FOR_GENDER - 2
    } else {
        found.score() >= ENOUGH_FOR_BARE && found.scene().has_harm()
    };
    if told { Verdict::Found } else { Verdict::Not }
}

/// Words for someone whose age may follow: "a gent of 70", "Lad, fourteen,".
const SOMEONE: OneOf = one_of(
    "man woman lady gentleman gent bloke chap fella lad lass boy girl guy male female patient pt passenger \
    driver rider cyclist pedestrian kid child mum dad gran grandad nan",
);

/// Whether someone stands right in front, over a comma, "of" or "about".
fn beside_someone(found: &Candidate<'_>) -> bool {
    let lower = &found.context.folded.lower;
    let comma = lower[..found.start].ends_with(b", ");
    let mut before = found.words_before();
    let mut word = before.next().unwrap_or_default();
    let led = !comma && const { one_of("of about aged maybe") }.holds(word);
    if led {
        word = before.next().unwrap_or_default();
        if const { one_of("of about maybe") }.holds(word) {
            word = before.next().unwrap_or_default();
        }
    }
    (comma || led) && SOMEONE.holds(word)
        || comma && found.context.is_listed(Tag::FirstName, word) && capital_before(found, word.len())
}

/// Whether the word of `length` bytes before the comma in front begins with a capital.
fn capital_before(found: &Candidate<'_>, length: usize) -> bool {
    let start = found.start.checked_sub(length + 2);
    start.is_some_and(|start| found.context.folded.cased[start].is_ascii_uppercase())
}

/// Whether the writer speaks of oneself in the sentence.
fn first_person(found: &Candidate<'_>) -> bool {
    found.words_after().any(|w| const { one_of("i i'm im i've my myself") }.holds(w))
}

/// Whether a sentence or a line begins at `start`.
fn opens(lower: &[u8], start: usize) -> bool {
    let before = lower[..start].iter().rev().find(|&&b| b != b' ');
    before.is_none_or(|&b| matches!(b, b'.' | b'!' | b'?' | b'\n' | b'"' | crate::text::SYMBOL))
}

/// A pause or a word that goes on about someone stands behind.
fn ends_as_an_age(found: &Candidate<'_>) -> bool {
    match found.after(0) {
        None | Some(b',' | b'.' | b'!' | b'?' | b'\n' | b':') => true,
        Some(b' ') => {
            let mut after = found.words_after();
            after.next() == Some(b"and")
                && after.next().is_some_and(|w| {
                    const { one_of("she he she'd he'd she's he's shed hed still never living lives had") }.holds(w)
                })
        }
        _ => false,
    }
}

/// Adds numbers in words that open a sentence and are ages: "thirty-one. two kids. just gone."
#[inline(never)]
pub fn bare_ages_in_words(context: &Context<'_>, late: &LateScene, hits: &mut Vec<Hit>) {
    let lower = &context.folded.lower;
    let mut done = 0;
    for m in context.evidence(Tag::SpokenDigit) {
        let start = m.start as usize;
        let beside = beside_someone(&Candidate { context, late, start, end: m.end as usize });
        if start < done || !opens(lower, start) && !beside {
            continue;
        }
        // "Ninety-three" is two words.
        let mut end = m.end as usize;
        for next in context.inside(end, end + LONGEST_UNIT).filter(|n| context.is_tag(n, Tag::SpokenDigit)) {
            if next.start as usize == end + 1 && matches!(lower[end], b' ' | b'-') {
                end = next.end as usize;
            }
        }
        done = end;
        let found = Candidate { context, late, start, end };
        let teens =
            [b"teen".as_slice(), b"ty", b"eleven", b"twelve"].iter().any(|w| lower[start..m.end as usize].ends_with(w));
        let compound = end > m.end as usize;
        let ends = ends_as_an_age(&found) || beside && !found.goes_on();
        if !(teens || compound || beside) || !ends || own(&found) || first_person(&found) {
            continue;
        }
        if matches!(enough_for_bare(&found, beside), Verdict::Found)
            && let Some(rule) = context.catalogue.rule_of(Check::BareAgeWords)
        {
            hits.push(Hit { rule, start, end, severity: None });
        }
    }
}

/// The longest word for a unit and what parts it from the tens, in folded bytes.
const LONGEST_UNIT: usize = 6;

/// Words behind "man" and "lady" that make them something else: "man up", "boy band".
const IDIOMS: OneOf = one_of(
    "up of oh band gaga city utd united cave flu kind made hours member members staff doctor nurse \
    colleague toilets officer power luck bird hood scout scouts racer friday down power boss bits",
);
/// Words in front of "man" that do.
const IDIOMS_BEFORE: OneOf = one_of(
    "oh my our old bin lollipop dinner cleaning tea best good atta new one main right hype thanks cheers \
    mate leading family spider iron",
);

/// A word that tells a patient's sex needs nearly as much as anything.
const ENOUGH_FOR_GENDER: i32 = 4;
/// "Mum rang" is of the writer's family unless much speaks against it.
const ENOUGH_FOR_BARE_KIN: i32 = 8;

/// Words for relatives, which tell a patient's or relative's sex only behind an article or "his".
const KIN: OneOf = one_of(
    "mum mam mom mother dad father wife husband daughter son sister brother grandson granddaughter \
    girlfriend boyfriend fiance fiancee missus hubby gran granny grannie grandma grandmother grandad \
    grandpa grandfather nan nana nanna",
);
/// Words in front that make a relative a stranger's.
const A_STRANGERS: OneOf = one_of(
    "a the this that his her their one poor young new frantic terrified panicking exhausted grieving \
    devastated someone's somebody's some another wee old little lovely",
);
/// Words in front that speak for a patient.
const TOLD_OF: OneOf = one_of("this young old elderly poor wee frail little lovely dear sick");

/// A word that tells a patient's sex.
pub fn gender(found: &Candidate<'_>) -> Verdict {
    let before = found.words_before().next().unwrap_or_default();
    let after = found.words_after().next().unwrap_or_default();
    let named = found.cased()[0].is_ascii_uppercase()
        && found.before(1) == Some(b' ')
        && found.before(2).is_some_and(|b| b.is_ascii_alphanumeric());
    let word = found.lower().strip_suffix(b"'s").unwrap_or(found.lower());
    let idiom = found.goes_on() && IDIOMS.holds(after)
        || matches!(before, b"my" | b"our") && word != b"boy"
        || word == b"man" && IDIOMS_BEFORE.holds(before);
    if named || idiom || found.score() < ENOUGH_FOR_GENDER - 2 || own(found) && before != b"our" {
        return Verdict::Not;
    }
    if KIN.holds(word) && found.words_before().take(5).any(|w| matches!(w, b"my" | b"our")) {
        return Verdict::Not;
    }
    let kin = KIN.holds(word) && !A_STRANGERS.holds(before);
    let happened =
        found.goes_on() && const { one_of("had having fell collapsed arrested took asked told") }.holds(after);
    let least = ENOUGH_FOR_GENDER - i32::from(TOLD_OF.holds(before)) - i32::from(happened);
    let least = if kin { ENOUGH_FOR_BARE_KIN } else { least };
    if found.score() >= least && found.scene().has_harm() { Verdict::Found } else { Verdict::Not }
}
