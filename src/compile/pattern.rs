//! Patterns: from a regular expression to a small table, and banks of them behind masks.

use std::collections::{BTreeMap, BTreeSet};

use regex_automata::Anchored;
use regex_automata::dfa::{Automaton, StartKind, dense};
use regex_automata::nfa::thompson;
use regex_automata::util::primitives::StateID;
use regex_automata::util::start;
use regex_automata::util::syntax;

use crate::blob::Writer;
use crate::matching::{DIGIT_CLASSES, FAR_DIGITS, MASK_DEPTH, MATCHED, digit_class};

/// A pattern as the table that `matching::Dfa` reads.
pub struct Automata {
    classes: [u8; 256],
    /// Classes and one for the end of the text.
    stride: usize,
    /// Whether each state says that the pattern matched before the byte that led to it.
    matches: Vec<bool>,
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
        let rows = numbered_rows(dfa, begin, &examples);
        let matches: Vec<bool> = rows.ids.iter().map(|&id| dfa.is_match_state(id)).collect();
        if matches[1] {
            return Err("it matches the empty text".into());
        }
        if matches.len() > usize::from(MATCHED) {
            return Err(format!("it needs {} states; write it with fewer or shorter repetitions", matches.len()));
        }
        Ok(Self { classes, stride: examples.len() + 1, matches, next: rows.next })
    }

    /// How many bytes its table takes.
    pub fn size(&self) -> usize {
        self.classes.len() + self.next.len() * 2
    }

    fn step(&self, state: u16, class: usize) -> u16 {
        self.next[usize::from(state) * self.stride + class]
    }

    /// For each depth, the classes that a match may have there; `None` from where it may already be over.
    fn prefixes(&self) -> [Option<BTreeSet<usize>>; MASK_DEPTH] {
        let mut states = BTreeSet::from([1u16]);
        let mut over = false;
        std::array::from_fn(|_| {
            over |= states.iter().any(|&s| self.matches[usize::from(s)]);
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

    /// For each class of where the first digit is, whether a match may have it there.
    fn first_digits(&self) -> [bool; DIGIT_CLASSES] {
        let digit =
            |class: usize| (0..256).any(|b| usize::from(self.classes[b]) == class && (b as u8).is_ascii_digit());
        let plain =
            |class: usize| (0..256).any(|b| usize::from(self.classes[b]) == class && !(b as u8).is_ascii_digit());
        let classes = 0..self.stride - 1;
        let digits: Vec<usize> = classes.clone().filter(|&c| digit(c)).collect();
        let others: Vec<usize> = classes.filter(|&c| plain(c)).collect();
        let mut states = BTreeSet::from([1u16]);
        let mut first = [false; DIGIT_CLASSES];
        let mut over = false;
        for distance in 0..FAR_DIGITS[FAR_DIGITS.len() - 1] {
            over |= states.iter().any(|&s| self.matches[usize::from(s)]);
            let lead = |classes: &[usize]| -> BTreeSet<u16> {
                let all = classes.iter().flat_map(|&class| states.iter().map(move |&s| self.step(s, class)));
                all.filter(|&s| s != 0).collect()
            };
            // Behind its end a match does not care.
            first[digit_class(distance)] |= over || !lead(&digits).is_empty();
            states = lead(&others);
        }
        // Beyond that, and at the end of the text, a match may be over or have its digit wherever it goes on so far.
        first[DIGIT_CLASSES - 1] = over || !states.is_empty() || states.iter().any(|&s| self.matches[usize::from(s)]);
        first
    }

    /// Writes each state as the step that most of its classes take and the classes that take another.
    ///
    /// Nearly all states of a pattern of words go one way for one or two letters and fail for the rest. A step to the
    /// state that comes next in number is 1, whichever it is, which is what a packer likes best.
    pub fn write(&self, writer: &mut Writer) {
        writer.slice(&self.classes);
        writer.number(self.stride as u64);
        let matches: Vec<u64> = (0..self.matches.len()).filter(|&s| self.matches[s]).map(|s| s as u64).collect();
        writer.list(&matches, |w, &state| w.number(state));
        writer.number(self.matches.len() as u64);
        let mut seen = 1;
        for (state, row) in self.next.chunks_exact(self.stride).enumerate().skip(1) {
            let usual = usual(row);
            writer.number(step_code(state, usual, &mut seen));
            let others: Vec<_> = row.iter().enumerate().filter(|&(_, &next)| next != usual).collect();
            let mut last = 0;
            writer.list(&others, |w, &(class, &next)| {
                w.number((class - last) as u64);
                w.number(step_code(state, next, &mut seen));
                last = class;
            });
        }
    }
}

/// The step that most classes take; of several the one that comes first.
fn usual<T: Copy + PartialEq>(row: &[T]) -> T {
    let count = |step: &T| row.iter().filter(|&s| s == step).count();
    let first = |step: &T| row.iter().position(|s| s == step);
    *row.iter().max_by_key(|s| (count(s), std::cmp::Reverse(first(s)))).expect("a row has at least one class")
}

/// 0 for the dead state, 1 for the first state that no step has led to yet, else how far away the state is.
fn step_code(state: usize, next: u16, seen: &mut u16) -> u64 {
    let to = usize::from(next);
    if next == 0 {
        0
    } else if next == *seen + 1 {
        *seen += 1;
        1
    } else if to >= state {
        (to - state) as u64 * 2 + 2
    } else {
        (state - to) as u64 * 2 + 1
    }
}

/// The states in the order in which the steps, as they are written, first lead to them.
struct Rows {
    ids: Vec<StateID>,
    next: Vec<u16>,
}

fn numbered_rows(dfa: &dense::DFA<Vec<u32>>, begin: StateID, examples: &[u8]) -> Rows {
    let dead = dfa.next_state(begin, b'\n');
    debug_assert!(dfa.is_dead_state(dead), "no pattern begins with a line break");
    let mut numbers = BTreeMap::from([(dead, 0u16), (begin, 1)]);
    let mut ids = vec![dead, begin];
    let mut next = vec![0; examples.len() + 1];
    let mut at = 1;
    while at < ids.len() {
        let id = ids[at];
        at += 1;
        let row: Vec<StateID> =
            examples.iter().map(|&b| dfa.next_state(id, b)).chain([dfa.next_eoi_state(id)]).collect();
        let usual = usual(&row);
        for &step in [usual].iter().chain(row.iter().filter(|&&s| s != usual)) {
            numbers.entry(step).or_insert_with(|| {
                ids.push(step);
                (ids.len() - 1) as u16
            });
        }
        next.extend(row.iter().map(|step| numbers[step]));
    }
    Rows { ids, next }
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
    let masks: Vec<u8> = (0..MASK_DEPTH).flat_map(|d| columns.iter().flat_map(move |c| c[d].to_le_bytes())).collect();
    writer.slice(&masks);
    let mut digits = [0u64; DIGIT_CLASSES];
    for (n, (_, automata)) in patterns.iter().enumerate() {
        for (class, may) in automata.first_digits().into_iter().enumerate() {
            digits[class] |= u64::from(may) << n;
        }
    }
    writer.slice(&digits.iter().flat_map(|mask| mask.to_le_bytes()).collect::<Vec<_>>());
    writer.list(patterns, |w, (rule, _)| w.number(u64::from(*rule)));
    writer.list(patterns, |w, (_, automata)| automata.write(w));
}
