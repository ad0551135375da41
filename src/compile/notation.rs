//! The notation of word lists and phrases: how people put a thing, word by word.
//!
//! | written | means |
//! |---|---|
//! | `slag`, `don't` | a word, in any case and however disguised; apostrophes do not count |
//! | blank, `-`, `/` | between two words; blanks at a bracket or bar do not count |
//! | `(silly\|daft) cow` | alternatives; they may be whole words or parts of one: `gyps(y\|ies)` |
//! | `idiots?`, `(old)? cow`, `slag[s\|gy]` | may be left out |
//! | `_`, `_{0,3}` | any one word; up to three |
//! | `\d` | a number |
//! | `,` | a comma, colon, dash or the like may stand here |
//! | `;` | one must stand here |
//! | `:` | a colon or an arrow must stand here |
//! | `≠` | a sign for "is not" must stand here |
//! | `@words/women` | one of the phrases of that list |

use std::iter::Peekable;
use std::path::PathBuf;
use std::str::Chars;

use serde::Deserialize;

use crate::text::{is_word, look};

/// A phrase, or a part of one.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub enum Phrase {
    /// A letter or digit of a word, folded.
    Letter(u8),
    /// Between two words; nothing where no word has begun.
    Gap,
    /// Any one word.
    AnyWord,
    /// A number.
    Number,
    /// A comma, colon, dash or the like.
    Pause,
    /// A colon or an arrow.
    Colon,
    /// A sign for "is not".
    Unequal,
    /// One of the phrases of a list.
    List(PathBuf),
    /// One behind the other.
    Sequence(Vec<Phrase>),
    /// One of them.
    Choice(Vec<Phrase>),
    /// From the first to the second number of times.
    Repeat(Box<Phrase>, usize, usize),
}

/// More than this often is a slip of the pen.
const MOST_OFTEN: usize = 12;

impl Phrase {
    /// Reads a phrase.
    ///
    /// # Errors
    /// What is wrong with it, and where.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut parser = Parser { rest: text.chars().peekable() };
        let phrase = parser.choice()?;
        match parser.rest.next() {
            None => Ok(phrase),
            Some(c) => Err(format!("\"{text}\" has a \"{c}\" without a beginning")),
        }
    }

    /// The lists that it takes phrases from.
    pub fn lists(&self) -> Vec<&PathBuf> {
        match self {
            Self::List(list) => vec![list],
            Self::Sequence(parts) | Self::Choice(parts) => parts.iter().flat_map(Self::lists).collect(),
            Self::Repeat(part, ..) => part.lists(),
            _ => Vec::new(),
        }
    }
}

impl TryFrom<String> for Phrase {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::parse(&text)
    }
}

struct Parser<'t> {
    rest: Peekable<Chars<'t>>,
}

impl Parser<'_> {
    fn choice(&mut self) -> Result<Phrase, String> {
        let mut choices = vec![self.sequence()?];
        while self.rest.next_if_eq(&'|').is_some() {
            choices.push(self.sequence()?);
        }
        Ok(if choices.len() == 1 { choices.remove(0) } else { Phrase::Choice(choices) })
    }

    fn sequence(&mut self) -> Result<Phrase, String> {
        let mut parts = Vec::new();
        while let Some(&c) = self.rest.peek() {
            if matches!(c, '|' | ')' | ']') {
                break;
            }
            self.rest.next();
            if c == '\'' || c == '’' {
                continue;
            }
            let part = self.part(c)?;
            parts.push(self.repeated(part)?);
        }
        Ok(Phrase::Sequence(parts))
    }

    fn part(&mut self, c: char) -> Result<Phrase, String> {
        Ok(match c {
            '(' => {
                let inside = self.choice()?;
                self.close(')')?;
                inside
            }
            '[' => {
                let inside = self.choice()?;
                self.close(']')?;
                Phrase::Repeat(Box::new(inside), 0, 1)
            }
            '_' => Phrase::AnyWord,
            '\\' => match self.rest.next() {
                Some('d') => Phrase::Number,
                _ => return Err("a \"\\\" stands only in \"\\d\", a number".into()),
            },
            ',' => Phrase::Repeat(Box::new(Phrase::Pause), 0, 1),
            ';' => Phrase::Pause,
            ':' => Phrase::Colon,
            '≠' => Phrase::Unequal,
            '@' => Phrase::List(self.list_name()),
            '?' | '{' => return Err(format!("a \"{c}\" has nothing in front of it")),
            c => match look(c.to_lowercase().next().unwrap_or(c)) {
                Some(byte) if is_word(byte) => Phrase::Letter(byte.to_ascii_lowercase()),
                _ => Phrase::Gap,
            },
        })
    }

    fn close(&mut self, bracket: char) -> Result<(), String> {
        if self.rest.next_if_eq(&bracket).is_some() {
            return Ok(());
        }
        let left: String = self.rest.clone().take(12).collect();
        Err(format!("a bracket has no end: \"{bracket}\" is missing before \"{left}\""))
    }

    fn list_name(&mut self) -> PathBuf {
        let mut name = String::new();
        while let Some(c) = self.rest.next_if(|&c| c.is_ascii_alphanumeric() || matches!(c, '/' | '-')) {
            name.push(c);
        }
        PathBuf::from(name + ".txt")
    }

    fn repeated(&mut self, part: Phrase) -> Result<Phrase, String> {
        if self.rest.next_if_eq(&'?').is_some() {
            return Ok(Phrase::Repeat(Box::new(part), 0, 1));
        }
        if self.rest.next_if_eq(&'{').is_none() {
            return Ok(part);
        }
        let mut bounds = String::new();
        while let Some(c) = self.rest.next_if(|&c| c != '}') {
            bounds.push(c);
        }
        self.rest.next();
        let (from, to) = bounds.split_once(',').unwrap_or((&bounds, &bounds));
        match (from.parse::<usize>(), to.parse::<usize>()) {
            (Ok(from), Ok(to)) if from <= to && to <= MOST_OFTEN => {
                // Each time is a word of its own.
                let word = Phrase::Sequence(vec![Phrase::Gap, part, Phrase::Gap]);
                Ok(Phrase::Repeat(Box::new(word), from, to))
            }
            _ => Err(format!("\"{{{bounds}}}\" is not \"{{from,to}}\" with numbers up to {MOST_OFTEN}")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_is_said() {
        for (text, message) in [
            ("slag[s", "a bracket has no end: \"]\" is missing before \"\""),
            ("slag]s", "\"slag]s\" has a \"]\" without a beginning"),
            ("(a|b", "a bracket has no end: \")\" is missing before \"\""),
            ("?x", "a \"?\" has nothing in front of it"),
            ("_{0,99}", "\"{0,99}\" is not \"{from,to}\" with numbers up to 12"),
            ("\\w", "a \"\\\" stands only in \"\\d\", a number"),
        ] {
            assert_eq!(Phrase::parse(text).unwrap_err(), message);
        }
    }

    #[test]
    fn lists_are_named() {
        let phrase = Phrase::parse("(@words/women|@words/men) are").unwrap();
        assert_eq!(phrase.lists(), [&PathBuf::from("words/women.txt"), &PathBuf::from("words/men.txt")]);
    }
}
