//! The work of a scan is linear in the length of the text, whatever it holds: in steps, not in seconds.

mod steps;
mod texts;

use forepost::Surface;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::TestRunner;
use steps::Turn;
use texts::{EXAMPLES, PIECES, RUNS, SEPARATORS, SIGNS, Shape, capitalised, disguised};

/// The least length at which steps are counted, in bytes. It is beyond whatever the scanner looks at around a place, so
/// that from there on only the text grows.
const LENGTH: usize = 2_000;

/// How often longer the texts are that are compared.
const TIMES: [usize; 3] = [1, 2, 4];

/// How often longer again they are where their work does not grow as it should. Of a text the scanner asks about the
/// first so many bad words only: one that crosses such a limit between two lengths is dearer or cheaper all at once,
/// and shows how its work grows only far beyond.
const BEYOND: usize = 16;

/// How often more steps the second doubling of a text adds than the first: 2 where the work is linear, 4 where it
/// is quadratic. A sort adds to the 2, most of all where one text happens to give it what is in order already and the
/// next does not; a search adds a little, and so does where the text happens to be cut.
const LINEAR: f64 = 2.6;

/// How often more steps for each byte than ordinary prose takes. The worst are names of rare illnesses one behind the
/// other, for each of which the sentence is looked through.
const MOST_EXPENSIVE: f64 = 300.0;

/// What ordinary prose is here.
const ORDINARY: &str = "Lovely evening with friends after a long week, the kettle was on and someone had left biscuits. We \
talked about the football, the garden and whose turn it is to wash the car. ";

/// The number of steps at each of [`TIMES`] a length, which must grow as they do.
fn check_growth(steps: [u64; 3]) -> Result<(), String> {
    let [first, second] = [steps[1].saturating_sub(steps[0]), steps[2].saturating_sub(steps[1])];
    let growth = second as f64 / first.max(1) as f64;
    if growth <= LINEAR { Ok(()) } else { Err(format!("{steps:?} steps, {growth:.2} times more and more")) }
}

/// Both that the work is linear and that no byte takes too much of it.
fn check(turn: &Turn, shape: &Shape, surface: Surface) -> Result<(), String> {
    let steps_from = |least| TIMES.map(|times| turn.scan(&shape.text(least, times), surface));
    let steps = steps_from(LENGTH);
    let told = |wrong| format!("{surface:?} {:?}: {wrong}", shape.stretches);
    check_growth(steps).or_else(|_| check_growth(steps_from(LENGTH * BEYOND))).map_err(told)?;
    let per_byte = |steps: u64, text: &str| steps as f64 / text.len() as f64;
    let prose = Shape::of(&[ORDINARY]).text(LENGTH, 1);
    let times = per_byte(steps[0], &shape.text(LENGTH, 1)) / per_byte(turn.scan(&prose, surface), &prose);
    if times <= MOST_EXPENSIVE { Ok(()) } else { Err(told(format!("{times:.0} times the work of ordinary prose"))) }
}

/// Checks all shapes before it says which are wrong.
fn check_all(turn: &Turn, shapes: impl Iterator<Item = (Shape, Surface)>) {
    let wrong: Vec<_> = shapes.filter_map(|(shape, surface)| check(turn, &shape, surface).err()).collect();
    assert!(wrong.is_empty(), "{} shapes, among them\n{}", wrong.len(), wrong[..wrong.len().min(20)].join("\n"));
}

#[test]
fn what_is_not_linear_is_noticed() {
    let turn = Turn::take();
    let steps = |walk: &dyn Fn(&[u8]) -> usize| {
        TIMES.map(|times| {
            let text = Shape::of(&["/", "a/b "]).text(LENGTH, times);
            turn.count(|| walk(text.as_bytes()))
        })
    };
    let once = |text: &[u8]| text.iter().filter(|&&b| b == b'/').count();
    assert_eq!(check_growth(steps(&once)), Ok(()));
    let sorted = |text: &[u8]| {
        let mut bytes: Vec<_> = text.iter().enumerate().map(|(n, &b)| (b, n * 7_919 % 8_191)).collect();
        bytes.sort_unstable();
        bytes[0].1
    };
    assert_eq!(check_growth(steps(&sorted)), Ok(()));
    // From each slash on to the next blank, as links were once looked for.
    let from_each = |text: &[u8]| {
        let slashes = (0..text.len()).filter(|&i| text[i] == b'/');
        slashes.map(|i| text[i..].iter().take_while(|&&b| b != b' ').count()).sum()
    };
    assert!(check_growth(steps(&from_each)).is_err());
    // Again from the beginning at one byte in fifty.
    let from_the_beginning = |text: &[u8]| (0..text.len()).step_by(50).map(|i| once(&text[..i])).sum();
    assert!(check_growth(steps(&from_the_beginning)).is_err());
}

#[test]
fn every_piece_again_and_again() {
    let turn = Turn::take();
    let pieces = PIECES.iter().flat_map(|pieces| pieces.all.iter().map(|piece| (piece, pieces.surface)));
    let shapes = |piece: &str| {
        let chained = Shape::of(&[&format!("{piece}-")]);
        let disguised = Shape::of(&[&(disguised(piece) + " ")]);
        // The prose makes sure that it is no headline, in which capitals would say nothing.
        let named = Shape::of(&[&(capitalised(piece) + " in "), ORDINARY]);
        [Shape::of(&[&format!("{piece} ")]), chained, disguised, named]
    };
    check_all(&turn, pieces.flat_map(|(piece, surface)| shapes(piece).map(|shape| (shape, surface))));
}

#[test]
fn every_rule_beside_a_long_run() {
    let turn = Turn::take();
    let pairs = RUNS.iter().flat_map(|run| EXAMPLES.iter().map(move |example| (run, format!("{example} "))));
    check_all(&turn, pairs.map(|(run, example)| (Shape::of(&[run, &example, ORDINARY]), Surface::Post)));
}

#[test]
fn every_two_signs() {
    let turn = Turn::take();
    let pairs = SIGNS.iter().flat_map(|a| SIGNS.iter().map(move |b| format!("{a}{b}")));
    check_all(&turn, pairs.map(|pair| (Shape::of(&[&pair]), Surface::Post)));
}

/// Up to three stretches of up to four pieces. PROPTEST_CASES sets how many there are.
#[test]
fn mixtures() {
    let turn = Turn::take();
    let piece = select(PIECES.iter().collect::<Vec<_>>()).prop_flat_map(|pieces| select(pieces.all.as_slice()));
    let separated = (piece, select(SEPARATORS)).prop_map(|(piece, separator)| piece + separator);
    let stretch = vec(separated, 1..=4).prop_map(|pieces| pieces.concat());
    let set = ProptestConfig::default();
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { set.cases } else { 1_000 };
    let done = TestRunner::new(ProptestConfig { cases, failure_persistence: None, ..set })
        .run(&(vec(stretch, 1..=3), select(&Surface::ALL[..])), |(stretches, surface)| {
            check(&turn, &Shape { stretches }, surface).map_err(TestCaseError::fail)
        });
    assert_eq!(done, Ok(()));
}
