//! From phrases to what may come next, word by word.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::notation::Phrase;

/// What leads from one place of a phrase to the next.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// This word.
    Word(Vec<u8>),
    /// Any word.
    AnyWord,
    /// A number.
    Number,
    /// A comma, colon, dash or the like.
    Pause,
    /// A colon or an arrow.
    Colon,
    /// A sign for "is not".
    Unequal,
}

/// A place in a phrase.
pub type Place = u32;

/// Where a phrase may go on to from a place, and the rules whose phrases are over there.
#[derive(Debug, Clone, Default)]
pub struct Ways {
    /// Steps and the places that they lead to.
    pub steps: BTreeSet<(Step, Place)>,
    /// The rules.
    pub over: BTreeSet<u16>,
}

/// All phrases as one graph of letters; its places between words are what the automaton is made of.
#[derive(Debug, Default)]
pub struct Paths {
    nodes: Vec<Node>,
}

#[derive(Debug, Default, Clone)]
struct Node {
    edges: Vec<(Edge, Place)>,
    over: Option<u16>,
}

#[derive(Debug, Clone)]
enum Edge {
    /// Nothing.
    Free,
    Letter(u8),
    Gap,
    Step(Step),
}

/// A word with more spellings than this, in one place of one phrase, is a slip of the pen.
const MOST_SPELLINGS: usize = 4_096;

impl Paths {
    /// Adds a rule's phrase; answers where it begins.
    pub fn add(&mut self, rule: u16, phrase: &Phrase, lists: &BTreeMap<PathBuf, Vec<Phrase>>) -> Place {
        let begin = self.place();
        let end = self.build(phrase, begin, lists);
        let over = self.place();
        self.nodes[over as usize].over = Some(rule);
        self.edge(end, Edge::Gap, over);
        begin
    }

    fn place(&mut self) -> Place {
        self.nodes.push(Node::default());
        (self.nodes.len() - 1) as Place
    }

    fn edge(&mut self, from: Place, edge: Edge, to: Place) {
        self.nodes[from as usize].edges.push((edge, to));
    }

    fn next(&mut self, from: Place, edge: Edge) -> Place {
        let to = self.place();
        self.edge(from, edge, to);
        to
    }

    fn build(&mut self, phrase: &Phrase, from: Place, lists: &BTreeMap<PathBuf, Vec<Phrase>>) -> Place {
        match phrase {
            Phrase::Letter(byte) => self.next(from, Edge::Letter(*byte)),
            Phrase::Gap => self.next(from, Edge::Gap),
            Phrase::AnyWord => self.whole(from, Step::AnyWord),
            Phrase::Number => self.whole(from, Step::Number),
            Phrase::Pause => self.whole(from, Step::Pause),
            Phrase::Colon => self.whole(from, Step::Colon),
            Phrase::Unequal => self.whole(from, Step::Unequal),
            Phrase::List(list) => {
                let begin = self.next(from, Edge::Gap);
                let end = self.choices(&lists[list], begin, lists);
                self.next(end, Edge::Gap)
            }
            Phrase::Sequence(parts) => parts.iter().fold(from, |at, part| self.build(part, at, lists)),
            Phrase::Choice(choices) => self.choices(choices, from, lists),
            Phrase::Repeat(part, least, most) => {
                let mut at = from;
                let end = self.place();
                for n in 0..*most {
                    if n >= *least {
                        self.edge(at, Edge::Free, end);
                    }
                    at = self.build(part, at, lists);
                }
                self.edge(at, Edge::Free, end);
                end
            }
        }
    }

    /// A step that is a word of its own.
    fn whole(&mut self, from: Place, step: Step) -> Place {
        let begin = self.next(from, Edge::Gap);
        let end = self.next(begin, Edge::Step(step));
        self.next(end, Edge::Gap)
    }

    fn choices(&mut self, choices: &[Phrase], from: Place, lists: &BTreeMap<PathBuf, Vec<Phrase>>) -> Place {
        let end = self.place();
        for choice in choices {
            let last = self.build(choice, from, lists);
            self.edge(last, Edge::Free, end);
        }
        end
    }

    /// The ways on from a place between two words.
    pub fn ways(&self, from: Place) -> Result<Ways, String> {
        let mut ways = Ways::default();
        let mut open = vec![(from, Vec::new())];
        let mut seen = BTreeSet::new();
        while let Some((place, word)) = open.pop() {
            if !seen.insert((place, word.clone())) {
                continue;
            }
            if seen.len() > MOST_SPELLINGS * 8 {
                return Err("a word has too many spellings; put a blank where one word ends".into());
            }
            let node = &self.nodes[place as usize];
            if word.is_empty() {
                ways.over.extend(node.over);
            }
            for (edge, to) in &node.edges {
                match edge {
                    Edge::Free => open.push((*to, word.clone())),
                    Edge::Letter(byte) => open.push((*to, [word.as_slice(), &[*byte]].concat())),
                    Edge::Gap if word.is_empty() => open.push((*to, word.clone())),
                    Edge::Gap => {
                        ways.steps.insert((Step::Word(word.clone()), *to));
                    }
                    Edge::Step(step) if word.is_empty() => {
                        ways.steps.insert((step.clone(), *to));
                    }
                    Edge::Step(_) => unreachable!("a gap lies in front of every step"),
                }
            }
        }
        Ok(ways)
    }
}

impl Paths {
    /// The words that are a phrase by themselves from a place.
    pub fn single_words(&self, from: Place) -> Result<Vec<Vec<u8>>, String> {
        let mut words = Vec::new();
        for (step, to) in self.ways(from)?.steps {
            if let Step::Word(word) = step
                && !self.ways(to)?.over.is_empty()
            {
                words.push(word);
            }
        }
        Ok(words)
    }
}

/// The phrases of a word list's text: one a line; a line that begins with `#` is a remark.
pub fn read_list(text: &str) -> Result<Vec<Phrase>, String> {
    let lines = text.lines().enumerate().map(|(n, line)| (n + 1, line.trim()));
    let phrases = lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    phrases.map(|(n, line)| Phrase::parse(line).map_err(|message| format!("line {n}: {message}"))).collect()
}
