//! Patterns: from a regular expression to a small table, and banks of them behind masks.

use std::collections::{BTreeMap, BTreeSet};

use regex_automata::Anchored;
use regex_automata::dfa::{Automaton, StartKind, dense};
use regex_automata::nfa::thompson;
use regex_automata::util::primitives::StateID;
use regex_automata::util::start;
use regex_automata::util::syntax;

use crate::blob::Writer;
use crate::matching::MASK_DEPTH;

/// A pattern as the table that `matching::Dfa` reads.
pub struct Automata {
    classes: [u8; 256],
    /// Classes and one for the end of the text.
    stride: usize,
    first_match: usize,
    /// `stride` next states for each state; state 0 is dead, 1 the start.
    next: Vec<u16>,
}

/// What is compiled for `pattern`: it ends where a word does.
pub fn bounded(pattern: &str) -> String {
    format!(r"(?s-u:(?:{pattern})\b)")
}

impl Automata {
    /// Compiles a pattern over folded text.
    pub fn new(pattern: &str) -> Result<Self, String> {
        let dfa = dense::Builder::new()
            .syntax(syntax::Config::new().unicode(false).utf8(false))
            .thompson(thompson::Config::new().utf8(false))
            .configure(
                dense::Config::new()
                    .start_kind(StartKind::Anchored)
                    .minimize(true)
                    .accelerate(false)
                    .dfa_size_limit(Some(16 << 20))
                    .determinize_size_limit(Some(64 << 20)),
            )
            .build(&bounded(pattern))
            .map_err(|error| describe(&error))?;
        Self::from_dense(&dfa)
    }

    fn from_dense(dfa: &dense::DFA<Vec<u32>>) -> Result<Self, String> {
        let (classes, examples) = byte_classes(dfa);
        // Matches begin at the start of a word, where what comes before is always a non-word byte or nothing.
        let config = start::Config::new().anchored(Anchored::Yes);
        let begin = dfa.start_state(&config).map_err(|error| error.to_string())?;
        let states = reachable(dfa, begin, &examples);
        let is_match = |id: &StateID| dfa.is_match_state(*id);
        let (matching, plain): (Vec<_>, Vec<_>) = states.into_iter().partition(|id| is_match(id));
        if is_match(&begin) {
            return Err("it matches the empty text".into());
        }
        let mut order = vec![begin];
        order.extend(plain.into_iter().filter(|&id| id != begin));
        let first_match = order.len() + 1;
        order.extend(matching);
        if order.len() > 20_000 {
            return Err(format!("it needs {} states; write it with fewer or shorter repetitions", order.len()));
        }
        let number: BTreeMap<StateID, u16> = order.iter().enumerate().map(|(n, &id)| (id, n as u16 + 1)).collect();
        let numbered = |id: StateID| number.get(&id).copied().unwrap_or(0);
        let stride = examples.len() + 1;
        let mut next = vec![0; stride];
        for &id in &order {
            next.extend(examples.iter().map(|&byte| numbered(dfa.next_state(id, byte))));
            next.push(numbered(dfa.next_eoi_state(id)));
        }
        Ok(Self { classes, stride, first_match, next })
    }

    fn step(&self, state: u16, class: usize) -> u16 {
        self.next[usize::from(state) * self.stride + class]
    }

    /// For each depth, the classes that a match may have there; `None` from where it may already be over.
    fn prefixes(&self) -> [Option<BTreeSet<usize>>; MASK_DEPTH] {
        let mut states = BTreeSet::from([1u16]);
        let mut over = false;
        std::array::from_fn(|_| {
            over |= states.iter().any(|&s| usize::from(s) >= self.first_match);
            if over {
                return None;
            }
            let live = |class: usize| states.iter().any(|&s| self.step(s, class) != 0);
            let classes: BTreeSet<usize> = (0..self.stride).filter(|&c| live(c)).collect();
            let all = (0..self.stride - 1).flat_map(|c| states.iter().map(move |&s| self.step(s, c)));
            states = all.filter(|&s| s != 0).collect();
            Some(classes)
        })
    }

    fn write(&self, writer: &mut Writer) {
        writer.slice(&self.classes);
        writer.number(self.stride as u64);
        writer.number(self.first_match as u64);
        let next: Vec<u8> = self.next.iter().flat_map(|n| n.to_le_bytes()).collect();
        writer.slice(&next);
    }
}

/// The automaton's own byte classes, and one byte of each.
fn byte_classes(dfa: &dense::DFA<Vec<u32>>) -> ([u8; 256], Vec<u8>) {
    let classes = dfa.byte_classes();
    let mut examples = Vec::new();
    let mut numbers: BTreeMap<u8, u8> = BTreeMap::new();
    let table = std::array::from_fn(|byte| {
        let class = classes.get(byte as u8);
        *numbers.entry(class).or_insert_with(|| {
            examples.push(byte as u8);
            examples.len() as u8 - 1
        })
    });
    (table, examples)
}

/// Every state that can be reached, but the dead one.
fn reachable(dfa: &dense::DFA<Vec<u32>>, begin: StateID, examples: &[u8]) -> Vec<StateID> {
    let mut seen = BTreeSet::from([begin]);
    let mut todo = vec![begin];
    while let Some(id) = todo.pop() {
        let next = examples.iter().map(|&b| dfa.next_state(id, b)).chain([dfa.next_eoi_state(id)]);
        for id in next {
            if !dfa.is_dead_state(id) && seen.insert(id) {
                todo.push(id);
            }
        }
    }
    seen.into_iter().collect()
}

fn describe(error: &dense::BuildError) -> String {
    use std::error::Error;
    let mut message = error.to_string();
    let mut source = error.source();
    while let Some(inner) = source {
        message = inner.to_string();
        source = inner.source();
    }
    format!("the pattern does not compile: {message}")
}

/// Writes up to sixty-four patterns and the masks in front of them.
pub fn write_bank(writer: &mut Writer, patterns: &[(u16, Automata)]) {
    // A byte's column says, for each pattern and depth, whether the pattern can go on with it; bytes with equal
    // columns are one class. The 257th column is the end of the text.
    let prefixes: Vec<_> = patterns.iter().map(|(_, a)| a.prefixes()).collect();
    let column = |byte: usize| -> [u64; MASK_DEPTH] {
        std::array::from_fn(|depth| {
            let mut mask = 0;
            for (n, (_, automata)) in patterns.iter().enumerate() {
                let class = automata.classes.get(byte).map_or(automata.stride - 1, |&c| usize::from(c));
                if prefixes[n][depth].as_ref().is_none_or(|classes| classes.contains(&class)) {
                    mask |= 1 << n;
                }
            }
            mask
        })
    };
    let mut columns: Vec<[u64; MASK_DEPTH]> = Vec::new();
    let classes: Vec<u8> = (0..256)
        .map(|byte| {
            let column = column(byte);
            columns.iter().position(|c| *c == column).unwrap_or_else(|| {
                columns.push(column);
                columns.len() - 1
            }) as u8
        })
        .collect();
    // The end of the text is a class of its own; where a pattern needs more bytes, its mask says no.
    columns.push(column(256));
    writer.slice(&classes);
    writer.number(columns.len() as u64);
    let masks: Vec<u8> = (0..MASK_DEPTH).flat_map(|d| columns.iter().flat_map(move |c| c[d].to_le_bytes())).collect();
    writer.slice(&masks);
    writer.list(patterns, |w, (rule, _)| w.number(u64::from(*rule)));
    writer.list(patterns, |w, (_, automata)| automata.write(w));
}
