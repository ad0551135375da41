//! All phrases of all rules as one automaton over words.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::paths::{Paths, Place, Step, Ways};
use crate::blob::Writer;
use crate::matching::phrase_key;
use crate::text::{hash_word, is_number};

/// A state: what is over there, and where each step leads.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
struct State {
    /// Number of the set of rules whose phrases are over; 0 is the empty set.
    over: u16,
    words: BTreeMap<Vec<u8>, u16>,
    any_word: u16,
    number: u16,
    pause: u16,
    unequal: u16,
}

impl State {
    /// Whether a phrase may go on from it.
    fn goes_on(&self) -> bool {
        !self.words.is_empty() || [self.any_word, self.number, self.pause, self.unequal] != [0; 4]
    }
}

/// The automaton: no circles, since every repetition has a bound; equal states are one.
#[derive(Default)]
pub struct Automaton {
    states: Vec<State>,
    sets: Vec<BTreeSet<u16>>,
}

impl Automaton {
    /// Builds it from phrases that begin at `begins`.
    pub fn new(paths: &Paths, begins: Vec<Place>) -> Result<Self, String> {
        let mut builder = Builder {
            paths,
            ways: HashMap::new(),
            built: HashMap::new(),
            equal: HashMap::new(),
            automaton: Self { states: vec![State::default()], sets: vec![BTreeSet::new()] },
        };
        let start = builder.state(begins)?;
        let start = &builder.automaton.states[usize::from(start)];
        if start.over > 0 {
            return Err("a phrase has no word".into());
        }
        if [start.any_word, start.number, start.pause, start.unequal] != [0; 4] {
            return Err("a phrase begins with a sign for any word, a number or a pause; begin it with a word".into());
        }
        Ok(builder.automaton)
    }

    /// Writes it; see [`Phrases::read`](crate::matching::Phrases::read).
    pub fn write(&self, writer: &mut Writer) -> Result<(), String> {
        writer.list(&self.sets, |w, set| {
            let rules: Vec<u16> = set.iter().copied().collect();
            w.list(&rules, |w, &rule| w.number(u64::from(rule)));
        });
        writer.list(&self.states, |w, state| {
            w.number(u64::from(state.over) << 1 | u64::from(state.goes_on()));
            let special = [state.any_word, state.number, state.pause, state.unequal];
            if state.goes_on() {
                w.number(u64::from(special != [0; 4]));
                if special != [0; 4] {
                    special.iter().for_each(|&to| w.number(u64::from(to)));
                }
            }
        });
        // The start is the last state: every other one is built on the way to it.
        let (start, others) = self.states.split_last().expect("there is a start");
        write_links(writer, &links(&[(0, start)])?);
        let others: Vec<_> = others.iter().enumerate().map(|(n, state)| (n as u16, state)).collect();
        write_links(writer, &links(&others)?);
        Ok(())
    }
}

type Links<'a> = BTreeMap<u32, (u16, &'a [u8])>;

/// Every step by a word, by its key. Two of them may not share one.
fn links<'a>(states: &[(u16, &'a State)]) -> Result<Links<'a>, String> {
    let mut links = Links::new();
    for &(number, state) in states {
        for (word, &to) in &state.words {
            let key = phrase_key(number, hash_word(word));
            let other = links.insert(key, (to, word.as_slice()));
            if key == 0 || other.is_some() {
                let quoted = |w: &[u8]| String::from_utf8_lossy(w).into_owned();
                let other = other.map_or_else(String::new, |(_, w)| quoted(w));
                return Err(format!("\"{}\" has the same key as \"{other}\"; leave one out", quoted(word)));
            }
        }
    }
    Ok(links)
}

fn write_links(writer: &mut Writer, links: &Links<'_>) {
    writer.number(links.len() as u64);
    let mut last = 0;
    for (key, (to, _)) in links {
        writer.number(u64::from(key - last));
        writer.number(u64::from(*to));
        last = *key;
    }
}

struct Builder<'p> {
    paths: &'p Paths,
    ways: HashMap<Place, Ways>,
    /// States by the places that they stand for.
    built: HashMap<Vec<Place>, u16>,
    /// States by what they are.
    equal: HashMap<State, u16>,
    automaton: Automaton,
}

impl Builder<'_> {
    fn state(&mut self, places: Vec<Place>) -> Result<u16, String> {
        if let Some(&state) = self.built.get(&places) {
            return Ok(state);
        }
        let (over, targets) = self.targets(&places)?;
        let mut state = State { over: self.set(over), ..State::default() };
        for (step, places) in targets {
            let to = self.state(places)?;
            match step {
                Step::Word(word) => {
                    state.words.insert(word, to);
                }
                Step::AnyWord => state.any_word = to,
                Step::Number => state.number = to,
                Step::Pause => state.pause = to,
                Step::Unequal => state.unequal = to,
            }
        }
        let any_word = state.any_word;
        state.words.retain(|word, &mut to| to != any_word || word.iter().all(u8::is_ascii_digit));
        let number = match self.equal.get(&state) {
            Some(&number) => number,
            None => {
                let number = u16::try_from(self.automaton.states.len())
                    .map_err(|_| "the phrases need more than 65,535 states; repeat less".to_owned())?;
                self.automaton.states.push(state.clone());
                self.equal.insert(state, number);
                number
            }
        };
        self.built.insert(places, number);
        Ok(number)
    }

    /// Where each step leads from any of `places`; a word goes wherever "any word" and, made of digits, "a number" go.
    fn targets(&mut self, places: &[Place]) -> Result<(BTreeSet<u16>, BTreeMap<Step, Vec<Place>>), String> {
        let mut over = BTreeSet::new();
        let mut targets: BTreeMap<Step, BTreeSet<Place>> = BTreeMap::new();
        for place in places {
            if !self.ways.contains_key(place) {
                self.ways.insert(*place, self.paths.ways(*place)?);
            }
            let ways = &self.ways[place];
            over.extend(&ways.over);
            for (step, to) in &ways.steps {
                targets.entry(step.clone()).or_default().insert(*to);
            }
        }
        let of = |step: &Step| targets.get(step).cloned().unwrap_or_default();
        let (any_word, number) = (of(&Step::AnyWord), of(&Step::Number));
        for (step, to) in &mut targets {
            match step {
                Step::Word(word) => {
                    to.extend(&any_word);
                    if is_number(word) {
                        to.extend(&number);
                    }
                }
                Step::Number => to.extend(&any_word),
                _ => {}
            }
        }
        Ok((over, targets.into_iter().map(|(step, to)| (step, to.into_iter().collect())).collect()))
    }

    fn set(&mut self, rules: BTreeSet<u16>) -> u16 {
        let sets = &mut self.automaton.sets;
        let at = sets.iter().position(|s| *s == rules).unwrap_or_else(|| {
            sets.push(rules);
            sets.len() - 1
        });
        at as u16
    }
}
