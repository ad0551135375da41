//! What worst cases are made of.

use std::path::Path;
use std::sync::LazyLock;

use forepost::Surface;
use forepost::compile::{Phrase, Sources};

/// A text that can be had at any length: stretches of equal length, each of them one piece over and over.
///
/// One stretch tells what grows with the number of something; two tell what looks through a long run again and again,
/// from many places.
#[derive(Debug, Clone)]
pub struct Shape {
    pub stretches: Vec<String>,
}

impl Shape {
    pub fn of(stretches: &[&str]) -> Self {
        Self { stretches: stretches.iter().map(|&s| s.to_owned()).collect() }
    }

    /// The text at a length of about `bytes`, and at `times` that length: only whole pieces, so that nothing but their
    /// number differs.
    pub fn text(&self, bytes: usize, times: usize) -> String {
        let share = bytes / self.stretches.len();
        self.stretches.iter().map(|piece| piece.repeat(share.div_ceil(piece.len()) * times)).collect()
    }
}

/// Characters that mean something to the scanner, or that it must look past.
const CHARACTERS: &str = "aizAI017@/.,:-_'’$!|+()#%?*\"£ \néж字𝐩４🚑👩\u{301}\u{200B}\u{200D}\u{FE0F}\u{E0067}";

/// Beginnings of words, numbers, links and disguises.
const TOKENS: &[&str] = &[
    "a ", "1 ", "a.", "1.", "a-", "4F", "Ab ", "Abc ", "AB ", "McD ", "'s ", "a's ", "a.b/", "www.", "http://",
    "1d10t ", "f@gg0t", "$lag ", "a$$ ", "aaa", "ooo", "sss", "0o", "l1", "x9",
];

/// What long runs are made of, one for each of the ways in which the scanner looks past something.
pub const RUNS: &[&str] = &["a", "A", "1", "-", ".", "/", "@", "$", "!", " ", "\n", "é", "🚑", "\u{301}", "a ", "a-"];

/// Both of them.
pub static SIGNS: LazyLock<Vec<String>> =
    LazyLock::new(|| CHARACTERS.chars().map(String::from).chain(TOKENS.iter().map(|&t| t.to_owned())).collect());

/// What may stand between two pieces.
pub const SEPARATORS: &[&str] = &["", " ", " ", ". ", ", ", "\n", "/", "@", "-", "'s ", " in ", " and "];

static SOURCES: LazyLock<Sources> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    Sources::read(&root).expect("the rules that this was built with")
});

/// An example of each rule.
pub static EXAMPLES: LazyLock<Vec<String>> =
    LazyLock::new(|| SOURCES.rules.iter().filter_map(|rule| rule.examples.first()).map(|e| unmarked(e)).collect());

/// Pieces of one kind, and the surface that they are meant for.
#[derive(Debug)]
pub struct Pieces {
    pub surface: Surface,
    pub all: Vec<String>,
}

/// What texts are put together from: the signs, all examples, and phrases of all rules and lists. A list gives at most
/// ten, so that one of names does not drown the others.
pub static PIECES: LazyLock<Vec<Pieces>> = LazyLock::new(|| {
    let mut pieces = vec![Pieces { surface: Surface::Post, all: SIGNS.clone() }];
    for rule in &SOURCES.rules {
        let examples = rule.examples.iter().chain(&rule.counter_examples).map(|e| unmarked(e));
        let phrases = rule.phrases.iter().enumerate();
        let phrases = phrases.flat_map(|(n, phrase)| [written(phrase, n), written(phrase, n + 1)]);
        let surface = rule.surface.as_deref().and_then(Surface::from_name).unwrap_or(Surface::Post);
        pieces.push(Pieces { surface, all: examples.chain(phrases).collect() });
    }
    for phrases in SOURCES.words.values() {
        let some = phrases.iter().enumerate().step_by(phrases.len().div_ceil(10).max(1));
        let all = some.map(|(n, phrase)| written(phrase, n)).collect();
        pieces.push(Pieces { surface: Surface::Post, all });
    }
    pieces.retain(|pieces| !pieces.all.is_empty());
    pieces
});

/// With signs and digits for letters.
pub fn disguised(piece: &str) -> String {
    piece.replace('a', "@").replace('e', "3").replace('i', "1").replace('o', "0").replace('s', "$")
}

/// With a capital at each word.
pub fn capitalised(piece: &str) -> String {
    let mut begins = true;
    let capital = |c: char| {
        let written = if begins { c.to_ascii_uppercase() } else { c };
        begins = !c.is_alphanumeric() && c != '\'';
        written
    };
    piece.chars().map(capital).collect()
}

fn unmarked(example: &str) -> String {
    example.replace(['«', '»'], "")
}

/// One of the ways to write a phrase; `which` chooses among them.
fn written(phrase: &Phrase, which: usize) -> String {
    match phrase {
        Phrase::Letter(byte) => char::from(*byte).to_string(),
        Phrase::Gap => " ".to_owned(),
        Phrase::AnyWord => "word ".to_owned(),
        Phrase::Number => "12".to_owned(),
        Phrase::Pause | Phrase::Colon => ": ".to_owned(),
        Phrase::Unequal => " ≠ ".to_owned(),
        Phrase::List(list) => {
            let phrases = &SOURCES.words[list];
            written(&phrases[which % phrases.len()], which / 3)
        }
        Phrase::Sequence(parts) => parts.iter().enumerate().map(|(n, part)| written(part, which + n)).collect(),
        Phrase::Choice(choices) => written(&choices[which % choices.len()], which / 2),
        Phrase::Repeat(part, from, to) => {
            let times = if which % 2 == 0 { *to } else { *from };
            (0..times).map(|n| written(part, which + n) + " ").collect()
        }
    }
}
