//! All phrases of all rules as one automaton over words.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::paths::{Paths, Place, Step, Ways};
use crate::blob::Writer;
use crate::matching::{SEVERAL, phrase_key};
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
    colon: u16,
    unequal: u16,
}

impl State {
    /// The steps that are no listed word, in the order in which they are written.
    fn special(&self) -> [u16; 5] {
        [self.any_word, self.number, self.pause, self.colon, self.unequal]
    }

    /// Whether a phrase may go on from it.
    fn goes_on(&self) -> bool {
        !self.words.is_empty() || self.special() != [0; 5]
    }
}

/// The automaton: no circles, since every repetition has a bound; equal states are one.
///
/// The phrases of one rule are one deterministic automaton. Those of several are not merged: an adjective that ten rules
/// list would need a state of its own, with all the words of the ten behind it.
#[derive(Default)]
pub struct Automaton {
    /// The states that each first word leads to.
    beginnings: BTreeMap<Vec<u8>, BTreeSet<u16>>,
    states: Vec<State>,
    /// Sets of rules.
    sets: Vec<BTreeSet<u16>>,
}

/// How many numberings of the states are tried.
const MOST_SPARE: usize = 16;

impl Automaton {
    /// Builds it from each rule's phrases, which begin at the places given.
    pub fn new(paths: &Paths, rules: &[Vec<Place>]) -> Result<Self, String> {
        // Of some ten thousand keys two are now and then the same; states with other numbers have others.
        let mut built = Self::with_spare_states(0, paths, rules)?;
        for spare in 1..MOST_SPARE {
            if built.check_keys().is_ok() {
                break;
            }
            built = Self::with_spare_states(spare, paths, rules)?;
        }
        Ok(built)
    }

    fn with_spare_states(spare: usize, paths: &Paths, rules: &[Vec<Place>]) -> Result<Self, String> {
        let states = vec![State::default(); 1 + spare];
        let automaton = Self { states, sets: vec![BTreeSet::new()], ..Self::default() };
        let mut builder =
            Builder { paths, ways: HashMap::new(), built: HashMap::new(), equal: HashMap::new(), automaton };
        for begins in rules {
            builder.begin(begins)?;
        }
        Ok(builder.automaton)
    }

    /// Writes it, its words being `vocabulary`; see [`Phrases::read`](crate::matching::Phrases::read).
    pub fn write(&self, writer: &mut Writer, vocabulary: &[&[u8]]) -> Result<(), String> {
        writer.list(&self.sets, write_set);
        writer.list(&self.states, |w, state| {
            w.number(u64::from(state.over) << 1 | u64::from(state.goes_on()));
            let special = state.special();
            if state.goes_on() {
                w.number(u64::from(special != [0; 5]));
                if special != [0; 5] {
                    for to in special {
                        w.number(u64::from(to));
                    }
                }
            }
        });
        write_vocabulary(writer, vocabulary);
        let several: BTreeSet<_> = self.beginnings.values().filter(|states| states.len() > 1).collect();
        let several: Vec<_> = several.into_iter().collect();
        writer.list(&several, |w, states| write_set(w, states));
        let next = |states: &BTreeSet<u16>| match several.binary_search(&states) {
            Ok(set) => SEVERAL | set as u16,
            Err(_) => *states.first().expect("a first word leads somewhere"),
        };
        let beginnings = self.beginnings.iter().map(|(word, states)| (word.clone(), next(states))).collect();
        let mut steps = Steps::default();
        steps.add(0, &beginnings, vocabulary);
        for (from, state) in self.states.iter().enumerate().filter(|(_, state)| state.goes_on()) {
            steps.add(from as u16, &state.words, vocabulary);
        }
        writer.slice(&steps.groups.bytes);
        writer.slice(&steps.targets.bytes);
        writer.slice(&steps.words.bytes);
        self.check_keys()
    }

    /// Every word.
    pub fn words(&self) -> BTreeSet<&[u8]> {
        let words = self.states.iter().flat_map(|state| state.words.keys()).chain(self.beginnings.keys());
        words.map(Vec::as_slice).collect()
    }

    /// Two steps may not share a key.
    fn check_keys(&self) -> Result<(), String> {
        let states = self.states.iter().enumerate();
        let steps = states.flat_map(|(n, state)| state.words.keys().map(move |word| (n as u16, word)));
        let beginnings = self.beginnings.keys().map(|word| (0, word));
        let mut keys: HashMap<u32, &[u8]> = HashMap::new();
        for (from, word) in steps.chain(beginnings) {
            let key = phrase_key(from, hash_word(word));
            let other = keys.insert(key, word);
            if key == 0 || other.is_some() {
                let quoted = |w: &[u8]| String::from_utf8_lossy(w).into_owned();
                return Err(format!("\"{}\" and \"{}\" have the same key", quoted(word), quoted(other.unwrap_or(b""))));
            }
        }
        Ok(())
    }
}

fn write_set(writer: &mut Writer, set: &BTreeSet<u16>) {
    let numbers: Vec<u16> = set.iter().copied().collect();
    writer.list(&numbers, |w, &n| w.number(u64::from(n)));
}

/// Each word as how much of the one before it begins it, and the rest.
fn write_vocabulary(writer: &mut Writer, words: &[&[u8]]) {
    let mut last: &[u8] = b"";
    writer.list(words, |w, word| {
        let shared = last.iter().zip(word.iter()).take_while(|(a, b)| a == b).count();
        w.number(shared as u64);
        w.slice(&word[shared..]);
        last = word;
    });
}

/// The steps of all states, each as the groups of words that lead to the same state: nearly all words of a state lead to
/// the same few. What is alike lies together, which a packer likes best.
#[derive(Default)]
struct Steps {
    /// For each state how many groups there are, and how many words each has.
    groups: Writer,
    /// For each group how far from its own number the state is that it leads to.
    targets: Writer,
    /// For each group its words, each as its distance from the one before it.
    words: Writer,
}

impl Steps {
    fn add(&mut self, from: u16, steps: &BTreeMap<Vec<u8>, u16>, vocabulary: &[&[u8]]) {
        let mut groups: BTreeMap<u16, Vec<usize>> = BTreeMap::new();
        for (word, to) in steps {
            let number = vocabulary.binary_search(&word.as_slice()).expect("the vocabulary has every word");
            groups.entry(*to).or_default().push(number);
        }
        self.groups.number(groups.len() as u64);
        for (to, words) in groups {
            self.groups.number(words.len() as u64);
            // Most lead back to a state that was there before; those of first words lead on.
            self.targets.number(u64::from(if from == 0 { to } else { from.wrapping_sub(to) }));
            let mut last = 0;
            for word in words {
                self.words.number((word - last) as u64);
                last = word;
            }
        }
    }
}

/// The places that each step leads to.
type Targets = BTreeMap<Step, Vec<Place>>;

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
    /// Adds a rule whose phrases begin at `begins`.
    fn begin(&mut self, begins: &[Place]) -> Result<(), String> {
        let (over, targets) = self.targets(begins)?;
        if !over.is_empty() {
            return Err("a phrase has no word".into());
        }
        for (step, places) in targets {
            let Step::Word(word) = step else {
                return Err(
                    "a phrase begins with a sign for any word, a number or a pause; begin it with a word".into()
                );
            };
            let to = self.state(places)?;
            self.automaton.beginnings.entry(word).or_default().insert(to);
        }
        Ok(())
    }

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
                Step::Colon => state.colon = to,
                Step::Unequal => state.unequal = to,
            }
        }
        let any_word = state.any_word;
        state.words.retain(|word, &mut to| to != any_word || word.iter().all(u8::is_ascii_digit));
        let number = self.number(state)?;
        self.built.insert(places, number);
        Ok(number)
    }

    /// The number of a state, that of an equal one if there is one.
    fn number(&mut self, state: State) -> Result<u16, String> {
        if let Some(&number) = self.equal.get(&state) {
            return Ok(number);
        }
        let number = self.automaton.states.len() as u16;
        if number == SEVERAL {
            return Err(format!("the phrases need more than {SEVERAL} states; repeat less"));
        }
        self.automaton.states.push(state.clone());
        self.equal.insert(state, number);
        Ok(number)
    }

    /// Where each step leads from any of `places`; a word goes wherever "any word" and, made of digits, "a number" go.
    fn targets(&mut self, places: &[Place]) -> Result<(BTreeSet<u16>, Targets), String> {
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
        let (any_word, number, pause) = (of(&Step::AnyWord), of(&Step::Number), of(&Step::Pause));
        // A colon is a pause too.
        if !pause.is_empty() {
            targets.entry(Step::Colon).or_default().extend(&pause);
        }
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
