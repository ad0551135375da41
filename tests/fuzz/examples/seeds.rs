//! Writes what the fuzzers begin with: `cargo run --example seeds` in this folder, when rules were added.
//!
//! A seed for each rule, of its first example and counter-example; seeds of the oddities of Unicode; and the words of
//! all examples, which the fuzzers put where they like. A seed's first character is the surface (see `Input`).

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use forepost::Surface;
use forepost::compile::{RuleSource, Sources};

/// What is drawn otherwise than it is written, or written otherwise than it is read.
const ODDITIES: [(&str, &str); 12] = [
    ("emoji", "👩\u{200D}🚒 4\u{FE0F}\u{20E3} 🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F} 🇬🇧 👍🏽"),
    ("combining", "Pt i\u{301}n e\u{300}\u{301}\u{302}d Zoe\u{308} \u{301}"),
    ("invisible", "id\u{200B}io\u{AD}t p\u{2060}t\u{FEFF} \u{200D}\u{200C}"),
    ("directions", "\u{202E}toidi\u{202C} \u{2067}مريض\u{2069} \u{200F}12\u{200E}"),
    ("full-width", "ＮＨＳ ９４３ ４７６ ５９１９"),
    ("mathematical", "𝐩𝓪𝔱𝕚𝖊𝗇𝘵 𝟙𝟚𝟛 ⓘⓓⓘⓞⓣ 🅸🅳"),
    ("look-alikes", "раtіеnt ΡΑΤΙΕΝΤ ᴘᴛ ‘’“”–—…·≠"),
    ("digits", "٠١٢٣ ۴۵۶ ९४३ ৪৭৬ ¹²³₄₅₆"),
    ("spelt", "i d i o t  f.u.c.k  0 7 7 0 0  9 0 0 1 2 3 a_b_c_d"),
    ("leet", "1d10t f@gg0t $lag a$$ stuuupid bitttchhh w@nker's"),
    ("web", "https://t.co/LN13AB www.example.org/?q=a%40b @a_b #on_call jo@example.org http:// www."),
    ("other-scripts", "字 ж ß ẞ ŀ ĳ ﬁ \u{FFFD}\0\u{7F}\u{85}\u{2028}"),
];

fn main() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sources = Sources::read(&here.join("../..")).expect("rules that can be read");
    let seeds = here.join("seeds");
    fs::create_dir_all(&seeds).expect("the folder of seeds");
    let put = |name: &str, text: String| fs::write(seeds.join(name), text).expect("a seed can be written");
    for (name, text) in ODDITIES {
        put(&format!("odd-{name}"), format!("0{text}"));
    }
    let mut words = BTreeSet::new();
    for rule in &sources.rules {
        let examples = rule.examples.iter().chain(&rule.counter_examples).map(|e| e.replace(['«', '»'], ""));
        words.extend(examples.flat_map(|e| e.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>()));
        // What has its examples elsewhere has none here.
        if let (Some(example), Some(other)) = (rule.examples.first(), rule.counter_examples.first()) {
            let text = format!("{}{example}\n{other}", surface(rule) as u8);
            put(&rule.id, text.replace(['«', '»'], ""));
        }
    }
    let quoted = words.iter().filter(|word| word.len() > 2 && word.is_ascii() && !word.contains(['"', '\\'])).fold(
        String::from("# Written by examples/seeds.rs.\n"),
        |mut all, word| {
            let _ = writeln!(all, "\"{word}\"");
            all
        },
    );
    fs::write(here.join("words.dict"), quoted).expect("the words can be written");
}

/// Where a rule's examples would be posted.
fn surface(rule: &RuleSource) -> Surface {
    let named = rule.surface.as_ref().or(rule.surfaces.first());
    named.and_then(|name| Surface::from_name(name)).unwrap_or(Surface::Post)
}
