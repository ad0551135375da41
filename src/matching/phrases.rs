//! Word lists and phrases: one automaton over words, its steps kept in a hash table.

use crate::blob::Reader;
use crate::text::{Word, Words, hash_word, is_number};

/// All phrases of all rules.
///
/// A step is found by a 32-bit key of the state and the word's hash, and told from others that have the same by eight bits
/// more: with sixty thousand of them one in twenty million steps is taken that nobody wrote.
#[derive(Debug)]
pub struct Phrases {
    /// The steps of the first words; behind [`SEVERAL`] is the number of a set of states.
    beginnings: Links,
    /// The sets of states that a first word leads to, where they are several.
    several: Vec<Several>,
    /// A bit for each of them, by the upper half of its key: nearly every word of a text ends its search here.
    begins: Bits,
    /// The steps of all other words, and a bit for each.
    links: Links,
    linked: Bits,
    /// What [`check`] says of the step at each place of `links`.
    checks: Vec<u8>,
    states: Vec<State>,
    /// The rules whose phrase is over, for each set number.
    sets: Vec<Vec<u16>>,
}

/// The states that a first word leads to.
#[derive(Debug)]
struct Several {
    /// Those where a phrase is over come first.
    states: Vec<u16>,
    /// How many they are.
    over: usize,
    onward: Onward,
}

/// A bit for each word that leads on, or all of them where any word does: most words do not, and need not be looked for
/// in ten states.
#[derive(Debug, Clone, Copy, Default)]
struct Onward {
    words: [u64; 8],
    /// Whether a number, or what stands behind a pause, may lead on too.
    signs: bool,
}

impl Onward {
    const ANY: Self = Self { words: [u64::MAX; 8], signs: true };

    fn add(&mut self, word: u32) {
        self.words[(word >> 29) as usize] |= 1 << (word >> 23 & 0x3F);
    }

    fn may(&self, word: u32) -> bool {
        self.words[(word >> 29) as usize] >> (word >> 23 & 0x3F) & 1 == 1
    }

    fn join(self, other: &Self) -> Self {
        Self { words: std::array::from_fn(|n| self.words[n] | other.words[n]), signs: self.signs | other.signs }
    }
}

#[derive(Debug, Clone, Copy, Default)]
struct State {
    /// Number of the set of rules whose phrases are over; 0 is the empty one.
    over: u16,
    goes_on: bool,
    /// Where each step that is no listed word leads; 0 is nowhere.
    any_word: u16,
    number: u16,
    pause: u16,
    colon: u16,
    unequal: u16,
}

/// A phrase that was found, before anyone asks whether it means what it says.
#[derive(Debug, Clone, Copy)]
pub struct Phrase<'t> {
    /// The rules that list it.
    pub rules: &'t [u16],
    /// First folded byte.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}

/// The bit of a first word's step that says that it leads to several states.
pub const SEVERAL: u16 = 1 << 15;

/// The key of the step by a word from a state; 0 is the start.
pub fn phrase_key(state: u16, word: u32) -> u32 {
    let mut key = word ^ u32::from(state).wrapping_mul(0x9E37_79B1);
    key ^= key >> 15;
    key.wrapping_mul(0x2C1B_3C6D)
}

/// Eight bits of a step that its key does not know.
fn check(state: u16, word: u32) -> u8 {
    (word.wrapping_add(u32::from(state).wrapping_mul(0x85EB_CA6B)).wrapping_mul(0xC2B2_AE35) >> 24) as u8
}

/// Steps by their keys: open addressing, a power of two; a key of 0 is an empty place.
#[derive(Debug)]
pub(super) struct Links {
    keys: Vec<u32>,
    next: Vec<u16>,
}

impl Links {
    /// Room for `steps`, each a key and where it leads.
    pub(super) fn new(steps: &[(u32, u16)]) -> Self {
        let room = (steps.len() * 2).next_power_of_two().max(2);
        let mut links = Self { keys: vec![0; room], next: vec![0; room] };
        for &(key, next) in steps {
            let at = links.place(key);
            (links.keys[at], links.next[at]) = (key, next);
        }
        links
    }

    /// Where `key` is, or would be.
    fn place(&self, key: u32) -> usize {
        let mask = self.keys.len() - 1;
        let mut at = key as usize & mask;
        while self.keys[at] != 0 && self.keys[at] != key {
            at = (at + 1) & mask;
        }
        at
    }

    /// The state that `key` leads to; 0 is nowhere.
    pub(super) fn get(&self, key: u32) -> u16 {
        self.next[self.place(key)]
    }
}

impl State {
    fn read(reader: &mut Reader<'_>) -> Self {
        let head = reader.number();
        let mut state = Self { over: (head >> 1) as u16, goes_on: head & 1 == 1, ..Self::default() };
        if state.goes_on && reader.byte() == 1 {
            let mut next = || reader.number() as u16;
            (state.any_word, state.number, state.pause) = (next(), next(), next());
            (state.colon, state.unequal) = (next(), next());
        }
        state
    }
}

impl Phrases {
    /// Reads what `compile::phrases` wrote; answers every listed word too.
    ///
    /// # Panics
    /// When the bytes are no automaton.
    pub fn read(reader: &mut Reader<'_>) -> (Self, Vocabulary) {
        let sets = reader.list(|r| r.list(|r| r.number() as u16));
        let states = reader.list(State::read);
        let vocabulary = Vocabulary::read(reader);
        let several = reader.list(|r| r.list(|r| r.number() as u16));
        let (groups, targets, words) = (reader.slice(), reader.slice(), reader.slice());
        let (groups, targets, words) = (Reader::new(groups), Reader::new(targets), Reader::new(words));
        let mut reader = Steps { groups, targets, words, vocabulary: &vocabulary.hashes };
        let (mut steps, mut checks) = (Vec::new(), Vec::new());
        reader.read(0, &mut steps, &mut checks);
        let beginnings = Links::new(&steps);
        let begins = Bits::new(&steps);
        steps.clear();
        checks.clear();
        let mut onward = vec![Onward::default(); states.len()];
        for (number, state) in states.iter().enumerate().filter(|(_, state)| state.goes_on) {
            onward[number] = reader.read(number as u16, &mut steps, &mut checks);
            if state.any_word != 0 {
                onward[number] = Onward::ANY;
            }
            onward[number].signs |= [state.number, state.pause, state.colon, state.unequal] != [0; 4];
        }
        let several = several.into_iter().map(|mut set| {
            let onward = set.iter().fold(Onward::default(), |all, &state| all.join(&onward[usize::from(state)]));
            let is_over = |state: u16| states[usize::from(state)].over != 0;
            let mut over = 0;
            for at in 0..set.len() {
                if is_over(set[at]) {
                    set.swap(at, over);
                    over += 1;
                }
            }
            Several { states: set, over, onward }
        });
        let several = several.collect();
        let (links, linked) = (Links::new(&steps), Bits::new(&steps));
        let mut in_place = vec![0; links.keys.len()];
        for (&(key, _), &check) in steps.iter().zip(&checks) {
            in_place[links.place(key)] = check;
        }
        (Self { beginnings, several, begins, links, linked, checks: in_place, states, sets }, vocabulary)
    }

    /// Calls `found` with every listed phrase of the text, however its words are disguised.
    pub fn scan(&self, text: &[u8], words: &Words, found: impl FnMut(Phrase<'_>)) {
        let mut walk = Walk { phrases: self, text, words, start: 0, steps: 0, found };
        let mut others = words.alternates.iter().peekable();
        for (number, word) in words.all.iter().enumerate() {
            walk.begin(word.hash, number, word.start, word.end);
            while let Some(other) = others.next_if(|other| other.first as usize == number) {
                walk.begin(other.hash, other.last as usize, other.start, other.end);
            }
        }
    }
}

/// Every listed word, in order.
#[derive(Debug, Default)]
pub struct Vocabulary {
    /// The hash of each.
    pub hashes: Vec<u32>,
    text: Vec<u8>,
    ends: Vec<u32>,
}

impl Vocabulary {
    /// Reads the words, each of which is written as the beginning of the one before it and a rest.
    fn read(reader: &mut Reader<'_>) -> Self {
        let mut vocabulary = Self::default();
        let mut word = Vec::new();
        for _ in 0..reader.number() {
            word.truncate(reader.number());
            word.extend_from_slice(reader.slice());
            vocabulary.hashes.push(hash_word(&word));
            vocabulary.text.extend_from_slice(&word);
            vocabulary.ends.push(vocabulary.text.len() as u32);
        }
        vocabulary
    }

    /// The word with that number.
    pub fn word(&self, number: usize) -> &[u8] {
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[start as usize..self.ends[number] as usize]
    }
}

/// The steps of all states, which `compile::phrases` wrote in three columns.
struct Steps<'r> {
    groups: Reader<'r>,
    targets: Reader<'r>,
    words: Reader<'r>,
    vocabulary: &'r [u32],
}

impl Steps<'_> {
    /// The steps from state `from`: groups of words that lead to the same state. Answers the words.
    fn read(&mut self, from: u16, steps: &mut Vec<(u32, u16)>, checks: &mut Vec<u8>) -> Onward {
        let mut onward = Onward::default();
        for _ in 0..self.groups.number() {
            let target = self.targets.number() as u16;
            let to = if from == 0 { target } else { from.wrapping_sub(target) };
            let mut word = 0;
            for _ in 0..self.groups.number() {
                word += self.words.number();
                steps.push((phrase_key(from, self.vocabulary[word]), to));
                checks.push(check(from, self.vocabulary[word]));
                onward.add(self.vocabulary[word]);
            }
        }
        onward
    }
}

/// A bit for each of some keys, and for one in nine other keys or fewer: what has none need not be looked for.
#[derive(Debug)]
pub(super) struct Bits {
    bits: Vec<u64>,
    /// How far the upper bits of a key are shifted to be the number of its bit.
    shift: u32,
}

impl Bits {
    pub(super) fn new(steps: &[(u32, u16)]) -> Self {
        let room = (steps.len() * 8).next_power_of_two().max(64);
        let mut bits = Self { bits: vec![0; room / 64], shift: 32 - room.ilog2() };
        for &(key, _) in steps {
            let bit = key >> bits.shift;
            bits.bits[bit as usize / 64] |= 1 << (bit % 64);
        }
        bits
    }

    pub(super) fn may_hold(&self, key: u32) -> bool {
        let bit = key >> self.shift;
        self.bits[bit as usize / 64] >> (bit % 64) & 1 == 1
    }
}

/// How many steps are taken from one word of the text, at most: what keeps the work linear, whatever is disguised.
/// No phrase comes near it.
const MOST_STEPS: u32 = 160;

/// The search for phrases that begin at one word.
struct Walk<'t, F> {
    phrases: &'t Phrases,
    text: &'t [u8],
    words: &'t Words,
    start: u32,
    steps: u32,
    found: F,
}

impl<F: FnMut(Phrase<'_>)> Walk<'_, F> {
    #[inline]
    fn begin(&mut self, hash: u32, last: usize, start: u32, end: u32) {
        let key = phrase_key(0, hash);
        if !self.phrases.begins.may_hold(key) {
            return;
        }
        let phrases = self.phrases;
        let to = phrases.beginnings.get(key);
        if to != 0 {
            (self.start, self.steps) = (start, MOST_STEPS);
            if to & SEVERAL == 0 {
                self.arrive(to, last, end);
            } else {
                self.arrive_at_several(&phrases.several[usize::from(to & !SEVERAL)], last, end);
            }
        }
    }

    /// In any of some states behind the word `last`, which ends at `end`.
    fn arrive_at_several(&mut self, several: &Several, last: usize, end: u32) {
        for &state in &several.states[..several.over] {
            self.over(state, end);
        }
        let next = self.words.all.get(last + 1).filter(|next| {
            let (blank, at) = (end as usize, next.start as usize);
            let plain = at == blank + 1 && self.text[blank] == b' ' && !self.text[at].is_ascii_digit();
            let onward = &several.onward;
            onward.may(next.hash) || onward.signs && !plain || self.words.is_disguised(last as u32 + 1)
        });
        let Some(next) = next else { return };
        let gap = self.gap(end, next);
        for &state in &several.states {
            self.go_on(state, &gap, last);
        }
    }

    /// In `state` behind the word `last`, which ends at `end`.
    fn arrive(&mut self, state: u16, last: usize, end: u32) {
        self.over(state, end);
        if self.phrases.states[usize::from(state)].goes_on
            && let Some(next) = self.words.all.get(last + 1)
        {
            let gap = self.gap(end, next);
            self.go_on(state, &gap, last);
        }
    }

    /// Tells of the phrases that are over in `state`.
    fn over(&mut self, state: u16, end: u32) {
        let over = self.phrases.states[usize::from(state)].over;
        if over != 0 {
            (self.found)(Phrase { rules: &self.phrases.sets[usize::from(over)], start: self.start, end });
        }
    }

    /// What stands between `end` and the word `next`.
    fn gap(&self, end: u32, next: &Word) -> Between {
        between(&self.text[end as usize..next.start.max(end) as usize])
    }

    /// From `state` over the gap behind the word `last`.
    fn go_on(&mut self, state: u16, gap: &Between, last: usize) {
        let at = &self.phrases.states[usize::from(state)];
        let onward = match gap {
            Between::Words => state,
            Between::Pause => at.pause,
            Between::Colon => at.colon,
            Between::Unequal => at.unequal,
            Between::Phrases => 0,
        };
        if onward != 0 && at.goes_on {
            self.follow(onward, last + 1);
        }
    }

    /// Where the word leads from `state`; 0 is nowhere.
    fn listed(&self, state: u16, hash: u32) -> u16 {
        let (phrases, key) = (self.phrases, phrase_key(state, hash));
        if !phrases.linked.may_hold(key) {
            return 0;
        }
        let at = phrases.links.place(key);
        if phrases.checks[at] == check(state, hash) { phrases.links.next[at] } else { 0 }
    }

    /// From `state` over the word `number`.
    fn follow(&mut self, state: u16, number: usize) {
        if self.steps == 0 {
            return;
        }
        self.steps -= 1;
        let word = self.words.all[number];
        let from = self.phrases.states[usize::from(state)];
        let listed = self.listed(state, word.hash);
        if listed != 0 {
            self.arrive(listed, number, word.end);
        } else if from.number != 0 && is_number(&self.text[word.start as usize..word.end as usize]) {
            let last = self.number_end(number);
            self.arrive(from.number, last, self.words.all[last].end);
        } else if from.any_word != 0 {
            self.arrive(from.any_word, number, word.end);
        }
        let words = self.words;
        for other in words.alternates_of(number as u32) {
            let listed = self.listed(state, other.hash);
            if listed != 0 {
                self.arrive(listed, other.last as usize, other.end);
            }
        }
    }

    /// The last word of the number that begins with word `number`: "3,000" is two words.
    fn number_end(&self, number: usize) -> usize {
        let thousands = self.words.all[number..].windows(2).take_while(|pair| {
            let (end, next) = (pair[0].end as usize, pair[1].start as usize);
            pair[1].end - pair[1].start == 3
                && matches!(&self.text[end..next], b"," | b".")
                && self.text[next..next + 3].iter().all(u8::is_ascii_digit)
        });
        number + thousands.take(4).count()
    }
}

/// What stands between two words.
enum Between {
    /// Nothing that parts them: they may be words of one phrase.
    Words,
    /// A comma, dash or the like.
    Pause,
    /// A colon or an arrow.
    Colon,
    /// A sign for "is not".
    Unequal,
    /// The end of a sentence.
    Phrases,
}

fn between(gap: &[u8]) -> Between {
    match gap {
        // "d.o.b" is one phrase; "born. Today" is two sentences.
        b" " | b"" | b"." => return Between::Words,
        _ if gap.len() > 4 => return Between::Phrases,
        _ => {}
    }
    let joint = |b: &u8| matches!(b, b' ' | b'-' | b'\'' | b'/' | b'_' | b'\t' | b'"' | b'&');
    if gap.len() <= 3 && gap.iter().all(joint) {
        Between::Words
    } else if gap == b"#" || gap.ends_with(b"# ") || gap.windows(2).any(|w| w == b"!=" || w == b"<>") {
        Between::Unequal
    } else if !gap.iter().all(|b| joint(b) || b",:;=*~+|>()\n".contains(b)) {
        Between::Phrases
    } else if gap.iter().any(|b| matches!(b, b':' | b'>')) {
        Between::Colon
    } else {
        Between::Pause
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_that_share_a_key_are_told_apart() {
        let when = hash_word(b"when");
        let spread = |state: u16| u32::from(state).wrapping_mul(0x9E37_79B1);
        let alike = (2..2_000u16).filter(|&state| {
            let other = when ^ spread(1) ^ spread(state);
            assert_eq!(phrase_key(1, when), phrase_key(state, other));
            check(1, when) == check(state, other)
        });
        let alike = alike.count();
        assert!(alike < 20, "{alike} of 1,998");
    }
}
