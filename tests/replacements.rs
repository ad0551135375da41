//! What is offered in a finding's place, read as the person would read it.

use forepost::{Finding, Options, Scanner, Surface};

const OPTIONS: Options<'static> = Options { surface: Surface::Post, policy: None };

/// Every finding of a kind, and the text as it would be with the first offer taken.
fn taken(text: &str, kind: &str) -> Vec<Option<String>> {
    let scanner = Scanner::built_in();
    let units: Vec<u16> = text.encode_utf16().collect();
    let part = |from: u32, to: u32| String::from_utf16_lossy(&units[from as usize..to as usize]);
    let with_offer = |finding: &Finding| {
        let explanation = scanner.explain(text, OPTIONS, finding, "2026-01-01").expect("what was found is explained");
        let offer = explanation.replacements.first()?;
        Some(part(0, offer.start) + &offer.text + &part(offer.end, units.len() as u32))
    };
    let scan = scanner.scan(text, OPTIONS);
    scan.findings.iter().filter(|f| scanner.kind_of(f.rule) == kind).map(with_offer).collect()
}

#[test]
fn sentences_stay_whole() {
    for (kind, text, result) in [
        ("age", "Called to an 84 year old on the stairs", "Called to an older person on the stairs"),
        ("age", "Called to a 9 year old girl with a fit", "Called to a child with a fit"),
        ("age", "Pt was 84F, unwell", "Pt was an older person, unwell"),
        ("age", "👵 84F fell, pt now on scene", "👵 An older person fell, pt now on scene"),
        ("age", "our patient, aged 88, told us jokes", "our patient told us jokes"),
        ("age", "pt in her 80s fell", "pt fell"),
        ("gender", "Called to a lady who had fallen", "Called to a patient who had fallen"),
        (
            "time",
            "found by a neighbour at 4am on the floor since then",
            "found by a neighbour recently on the floor since then",
        ),
        ("time", "Last night we attended a fall", "Recently we attended a fall"),
        ("location", "grim job in Thornaby today", "grim job in a nearby town today"),
        ("nhs-number", "Mum's letter (943 476 5919) is lost, NHS says", "Mum's letter is lost, NHS says"),
        ("nhs-number", "left her form, NHS no 943 476 5919, on the truck", ""),
        ("phone", "ask his wife, 07700 900123, about it", "ask his wife about it"),
        ("condition", "my patient has porphyria", "my patient has a rare condition"),
        ("address", "we were at 12 Acacia Avenue again", "we were at an address nearby again"),
        ("name", "My crewmate Alan Wetherby made tea", "My crewmate made tea"),
    ] {
        let offers = taken(text, &format!("identifier/{kind}"));
        assert_eq!(offers.len(), 1, "{text}: one finding of {kind}");
        assert_eq!(offers[0].as_deref().unwrap_or_default(), result, "{text}");
    }
}

#[test]
fn people_get_a_kinder_name() {
    for (kind, text, result) in [
        ("patient", "Third time waster before breakfast", Some("Third caller before breakfast")),
        ("patient", "he was a smackhead once", Some("he was a person who uses drugs once")),
        ("patient", "a corridor full of bed-blockers", Some("a corridor full of patients waiting for care")),
        ("patient", "spent the night with ungrateful patients", Some("spent the night with patients")),
        ("age", "lunch with a coffin dodger", Some("lunch with an older person")),
        ("disability", "Nutters on every bench", Some("People in crisis on every bench")),
        ("vulgar", "what a fucking awful night", Some("what an awful night")),
        ("vulgar", "so fucking cold out here", Some("so cold out here")),
        ("vulgar", "fuck this weather", None),
        ("insult", "to the red van: you are pathetic", None),
    ] {
        let offers = taken(text, &format!("derogatory/{kind}"));
        assert_eq!(offers.len(), 1, "{text}: one finding of {kind}");
        assert_eq!(offers[0].as_deref(), result, "{text}");
    }
}

#[test]
fn nothing_is_offered_that_would_have_to_be_mended() {
    for (kind, text) in [
        ("nhs-number", "Patient 943 476 5919 to follow"),
        ("phone", "ring 07700 900123 about the job"),
        ("time", "pt on the floor since 4am"),
        ("age", "pt ninety odd, fell off a ladder"),
    ] {
        assert_eq!(taken(text, &format!("identifier/{kind}")), [None], "{text}");
    }
}

#[test]
fn a_jigsaw_says_which_pieces_it_has_and_which_to_drop_first() {
    let text = "🚑 Called to a lady, 87 years old, in Barnsley, Thursday night";
    let scanner = Scanner::built_in();
    let scan = scanner.scan(text, OPTIONS);
    let jigsaw = scan.findings.iter().find(|f| scanner.kind_of(f.rule) == "identifier/jigsaw").expect("it adds up");
    let explanation = scanner.explain(text, OPTIONS, jigsaw, "2026-01-01").expect("what was found is explained");
    let units: Vec<u16> = text.encode_utf16().collect();
    let quote = |from: u32, to: u32| String::from_utf16_lossy(&units[from as usize..to as usize]);
    let pieces: Vec<_> = explanation.pieces.iter().map(|p| (quote(p.start, p.end), p.tells)).collect();
    assert_eq!(pieces[0], ("Barnsley".into(), "where it was"));
    assert!(pieces.contains(&("lady".into(), "whether it was a man or a woman")), "{pieces:?}");
    assert!(pieces.contains(&("87 years old".into(), "how old they are")), "{pieces:?}");
}

/// A bio under a policy, with the first offer taken.
fn bio_with_offer(policy: &str, text: &str) -> String {
    let scanner = Scanner::built_in();
    let options = Options { surface: Surface::Bio, policy: scanner.policy(policy) };
    let scan = scanner.scan(text, options);
    let [finding] = scan.findings[..] else { panic!("one finding in {text:?}: {:?}", scan.findings) };
    let explanation = scanner.explain(text, options, &finding, "2026-01-01").expect("what was found is explained");
    let offer = &explanation.replacements[0];
    let units: Vec<u16> = text.encode_utf16().collect();
    let part = |from: u32, to: u32| String::from_utf16_lossy(&units[from as usize..to as usize]);
    let written = part(0, offer.start) + &offer.text + &part(offer.end, units.len() as u32);
    assert!(scanner.scan(&written, options).findings.is_empty(), "{written:?} satisfies the policy");
    written
}

#[test]
fn a_bio_gets_the_wording_of_the_policy_in_its_own_style() {
    for (policy, bio, result) in [
        ("emas", "Paramedic. Dog person.", "Paramedic. Dog person. These views are my own, not of my employer."),
        ("emas", "Paramedic | Derby | dogs", "Paramedic | Derby | dogs | These views are my own, not of my employer"),
        ("emas", "paramedic // gin 🍸", "paramedic // gin 🍸 // these views are my own, not of my employer"),
        ("emas", "Paramedic, Derby 🐶 ", "Paramedic, Derby 🐶 These views are my own, not of my employer "),
        ("emas", "paramedic, mum, menace", "paramedic, mum, menace, these views are my own, not of my employer"),
        ("emas", "Paramedic\nDerby", "Paramedic\nDerby\nThese views are my own, not of my employer"),
        ("emas", "Paramedic. Views my own. Derby.", "Paramedic. These views are my own, not of my employer. Derby."),
        ("yas", "Call taker at YAS", "Call taker at YAS. All views my own"),
        ("las", "LAS medic. Views my own", "LAS medic. Views are my own, not those of my employer"),
        ("secamb", "secamb tech, views are personal", "secamb tech, opinions are my own views only"),
    ] {
        assert_eq!(bio_with_offer(policy, bio), result);
    }
}
