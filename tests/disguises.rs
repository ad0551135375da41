//! Words in disguise are read as what they are, where they stand; ordinary writing is read as it stands.

use std::collections::BTreeSet;

use forepost::Scanner;
use forepost::text::{Reading, hash_word};
use proptest::prelude::*;

/// The stretches of `text` that are read as `word`, in UTF-16 code units.
fn read_as(text: &str, word: &str) -> Vec<String> {
    let reading = Scanner::built_in().read_text(text);
    let hash = hash_word(word.as_bytes());
    let words = reading.words.all.iter().filter(|w| w.hash == hash).map(|w| (w.start, w.end));
    let others = reading.words.alternates.iter().filter(|a| a.hash == hash).map(|a| (a.start, a.end));
    let units: Vec<u16> = text.encode_utf16().collect();
    let stretch = |(start, end)| {
        let span = reading.folded.span(start as usize, end as usize);
        String::from_utf16(&units[span.start as usize..span.end as usize]).expect("whole characters")
    };
    words.chain(others).map(stretch).collect::<BTreeSet<_>>().into_iter().collect()
}

#[test]
fn each_disguise_is_read_where_it_stands() {
    for (text, stretch, word) in [
        ("🙂 all those imigrants", "imigrants", "immigrants"),
        ("how disgsuting you are", "disgsuting", "disgusting"),
        ("a pathettic lot", "pathettic", "pathetic"),
        ("such wmoen", "wmoen", "women"),
        ("an absolute id iot", "id iot", "idiot"),
        ("you i d i o t", "i d i o t", "idiot"),
        ("he's so g a y", "g a y", "gay"),
        ("what a c a n c e r", "c a n c e r", "cancer"),
        ("they are a c a n c e r", "c a n c e r", "cancer"),
        ("y o u a r e s c u m", "s c u m", "scum"),
        ("id\u{200B}i\u{AD}ot", "id\u{200B}i\u{AD}ot", "idiot"),
        ("ѕtuрid", "ѕtuрid", "stupid"),
        ("stuuupid", "stuuupid", "stupid"),
        ("f**k this", "f**k", "fuck"),
        ("f***ing hell", "f***ing", "fucking"),
        ("what a c***", "c***", "cunt"),
        ("sh—t", "sh—t", "shit"),
        ("fu.ck that", "fu.ck", "fuck"),
        ("w_nk_r", "w_nk_r", "wanker"),
        ("f.u.c.k that", "f.u.c.k", "fuck"),
        ("B🌟tch", "B🌟tch", "bitch"),
        ("g❤️y", "g❤️y", "gay"),
        ("@sshole", "@sshole", "asshole"),
        ("$hit", "$hit", "shit"),
        ("5lut", "5lut", "slut"),
        ("m0r0n", "m0r0n", "moron"),
        ("thoseimmigrants", "immigrants", "immigrants"),
        ("#fuckinguselessparamedics", "useless", "useless"),
        ("youfuckingidiot", "fucking", "fucking"),
        ("🙂 they are 🐷", "🐷", "pig"),
        ("you lot make me 🤮🤮🤮", "🤮🤮🤮", "sick"),
        ("should all be 🔫", "🔫", "shot"),
        ("I find 🏳️‍🌈 odd", "🏳️‍🌈", "gays"),
    ] {
        assert_eq!(read_as(text, word), [stretch], "{text}");
    }
}

#[test]
fn ordinary_writing_is_read_as_it_stands() {
    for text in [
        "soooo tired, F1 on at 2, c19 jab done",
        "A L L  C A P S and a T E N minute break",
        "$50 for a model B17, $hop local, 5 * 3 = 15",
        "the therapist is outpatient lead in Cockburn Street, Hancock ward",
        "killjoy managers manges to lose the manger",
        "use less water, worth less than you think, Pakistan is lovely",
        "a well-known co-worker, semi-detached, x-ray, e.g. a t-shirt, U.S.A.",
        "cancelled at A&E, cleared by C.I.D. and R.N.L.I.",
        "grade A* and B** in the exam, *really* good",
        "see bit.ly/shit-ake and me@example.org",
        "Brüder, señor, Łódź, 東京, привет, مرحبا",
        "fn main() { let a_b = x-1; }",
        "#ThrowbackThursday #NationalParamedicDay #blacklivesmatter",
        "the farm visit 🐄 was great 🚜",
    ] {
        let (read, plain) = (Scanner::built_in().read_text(text).words, Reading::new(text).words);
        let emoji = |hash| hash == hash_word(b"emojibeast");
        let words: Vec<_> = read.all.iter().filter(|w| !emoji(w.hash)).collect();
        assert_eq!(words, plain.all.iter().collect::<Vec<_>>(), "{text}");
        let hashes = |words: &forepost::text::Words| words.alternates.iter().map(|a| a.hash).collect::<Vec<_>>();
        assert_eq!(hashes(&read), hashes(&plain), "{text}");
    }
}

#[test]
fn kind_posts_with_emoji_are_in_peace() {
    let options = forepost::Options { surface: forepost::Surface::Post, policy: None };
    for text in [
        "Farm visit with the kids, they loved the 🐷🐷 and the 🐄",
        "More 💩 in the washing and I would not swap it",
        "Water pistols 🔫 at the ready for the fun day",
        "We saw a 🐍 and a huge 🦍 at the zoo",
        "Thank you 🐷 you made my week",
        "These women are 🔥🔥",
        "My niece is a cheeky 🐒",
        "Happy Pride 🏳️‍🌈 and Eid Mubarak 🕌 to all of us",
        "♿ parking is round the back",
        "Disabled people 😡 at the bus stop, and rightly",
        "party 🤡 on Saturday, bring cake",
    ] {
        let scan = Scanner::built_in().scan(text, options);
        assert!(scan.findings.is_empty(), "{text}: {:?}", scan.findings);
    }
}

/// A word, and the ways in which it is written.
fn disguised() -> impl Strategy<Value = (String, &'static str)> {
    let word = prop_oneof![Just("immigrants"), Just("disgusting"), Just("arsehole"), Just("retarded")];
    let sign = prop_oneof![Just('*'), Just('#'), Just('🌟'), Just('💩'), Just('_')];
    (word, 0..8usize, 1..5usize, sign).prop_map(|(word, how, at, sign)| {
        let letters: Vec<char> = word.chars().collect();
        let each_with = |sign: &str| letters.iter().flat_map(|c| [c.to_string(), sign.to_string()]).collect::<String>();
        let text = match how {
            0 => each_with(" ").trim_end().to_string(),
            1 => each_with("\u{200D}"),
            2 => letters.iter().enumerate().map(|(n, c)| if n == at { sign } else { *c }).collect(),
            3 => each_with("\u{301}"),
            4 => letters.iter().map(|c| char::from_u32(*c as u32 - 'a' as u32 + 0x1D41A).expect("a letter")).collect(),
            5 => letters.iter().enumerate().map(|(n, c)| c.to_string().repeat(if n == at { 5 } else { 1 })).collect(),
            6 => format!("these{word}"),
            _ => word.to_uppercase(),
        };
        (text, word)
    })
}

/// What stands around it.
fn around() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        Just("👩🏿‍🚒 ".to_string()),
        Just("مرحبا \u{202E}".to_string()),
        Just("🏳️‍🌈🐷 🤡, ".to_string()),
        Just("i d i o t. ".to_string()),
        Just("f**k, ".to_string()),
        "([a-z]{2,7} ){0,2}[a-z]{3,6}[,.] ",
    ]
}

proptest! {
    #[test]
    fn the_way_back_is_exact((text, word) in disguised(), before in around(), after in around()) {
        let whole = format!("{before}{text} {after}");
        let stretches = read_as(&whole, word);
        let visible = |s: &str| s.chars().filter(|c| !matches!(c, '\u{200D}' | '\u{301}')).collect::<String>();
        prop_assert!(stretches.iter().any(|s| visible(&text).ends_with(&visible(s)) && s.chars().count() >= 6), "{stretches:?} of {whole:?}");
    }

    #[test]
    fn words_and_readings_lie_in_order(pieces in proptest::collection::vec(prop_oneof![
        disguised().prop_map(|d| d.0), around(), any::<String>(), "[a-z*#@$_. -]{0,16}"
    ], 0..10)) {
        let reading = Scanner::built_in().read_text(&pieces.concat());
        let words = &reading.words.all;
        for pair in words.windows(2) {
            prop_assert!(pair[0].start < pair[0].end && pair[0].end <= pair[1].start, "{pair:?}");
        }
        for pair in reading.words.alternates.windows(2) {
            prop_assert!(pair[0].first <= pair[1].first, "{pair:?}");
        }
        for other in &reading.words.alternates {
            prop_assert!(other.first <= other.last && (other.last as usize) < words.len(), "{other:?}");
            prop_assert!(other.start < other.end && other.end as usize <= reading.folded.lower.len(), "{other:?}");
            prop_assert!(other.start < words[other.first as usize].end, "{other:?}");
            prop_assert!(other.first == 0 || words[other.first as usize - 1].end <= other.start, "{other:?}");
            prop_assert!(words[other.last as usize].start < other.end, "{other:?}");
        }
    }
}
