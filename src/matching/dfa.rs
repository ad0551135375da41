//! One pattern as a table: a minimised, anchored DFA over byte classes.

use crate::blob::Reader;

/// State that nothing leads out of.
const DEAD: u16 = 0;

/// How many bytes a pattern looks at: what keeps the work linear where a rule repeats without bound, which takes fewer
/// states than any bound does.
pub const LONGEST: usize = 192;

/// The bit of a next state that says that the pattern has matched.
pub const MATCHED: u16 = 1 << 15;

/// A pattern's automaton. State 0 is dead, 1 is the start.
#[derive(Debug, Clone)]
pub struct Dfa<'a> {
    /// The class of each byte.
    classes: &'a [u8; 256],
    /// Classes and one more for the end of the text.
    stride: usize,
    /// `stride` next states for each state, with [`MATCHED`] on those which say that the pattern matched *before* the
    /// byte that led to them, so that a pattern may look at the byte behind its end (`\b`).
    next: Vec<u16>,
}

impl<'a> Dfa<'a> {
    /// Reads an automaton as `compile::pattern` wrote it: each state as its usual step and the exceptions.
    ///
    /// # Panics
    /// When the bytes are no automaton.
    pub fn read(reader: &mut Reader<'a>) -> Self {
        let classes = reader.slice().try_into().expect("a class for each byte");
        let stride = reader.number();
        let matching = reader.list(Reader::number);
        let states = reader.number();
        let mut matches = vec![false; states];
        for state in matching {
            matches[state] = true;
        }
        let mut next = vec![DEAD; states * stride];
        let mut seen = 1;
        for (state, row) in next.chunks_exact_mut(stride).enumerate().skip(1) {
            row.fill(step_from(state, reader.number(), &mut seen));
            let mut class = 0;
            for _ in 0..reader.number() {
                class += reader.number();
                row[class] = step_from(state, reader.number(), &mut seen);
            }
        }
        for step in next.iter_mut().filter(|step| matches[usize::from(**step)]) {
            *step |= MATCHED;
        }
        Self { classes, stride, next }
    }

    /// Where the match that begins at `start` ends; alternatives are tried in the order in which they are written, and
    /// what lies [`LONGEST`] bytes ahead is not seen.
    pub fn find(&self, text: &[u8], start: usize) -> Option<usize> {
        let text = &text[..text.len().min(start + LONGEST)];
        let mut state = 1;
        let mut end = None;
        for (n, &byte) in text[start..].iter().enumerate() {
            let step = self.step(state, usize::from(self.classes[usize::from(byte)]));
            if step & MATCHED != 0 {
                end = Some(start + n);
            }
            state = step & !MATCHED;
            if state == DEAD {
                return end;
            }
        }
        if self.step(state, self.stride - 1) & MATCHED != 0 { Some(text.len()) } else { end }
    }

    fn step(&self, state: u16, class: usize) -> u16 {
        self.next[usize::from(state) * self.stride + class]
    }
}

/// The state that a step code leads to: 0 is dead, 1 the first state not yet seen, even numbers go on, odd ones back.
fn step_from(state: usize, code: usize, seen: &mut u16) -> u16 {
    match code {
        0 => DEAD,
        1 => {
            *seen += 1;
            *seen
        }
        _ if code & 1 == 0 => (state + (code - 2) / 2) as u16,
        _ => (state - code / 2) as u16,
    }
}
