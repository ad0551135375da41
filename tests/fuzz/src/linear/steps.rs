//! Counting steps: each branch that the compiled scanner takes is one.
//!
//! The compiler puts a call at every edge of the control flow, as it does for fuzzers: in the scanner and in what it
//! takes in from elsewhere, sorting and searching included. So no loop can be forgotten, and none that is written
//! tomorrow either. Only what happens inside `memcpy` and its kin is not seen.

use std::hint::black_box;
use std::sync::{Mutex, MutexGuard, PoisonError};

use forepost::{Options, Scanner, Surface};

/// The steps of this process so far. Nothing but a plain number will do: a call here would itself be counted.
static mut STEPS: u64 = 0;

/// What the compiled code calls at each edge.
#[unsafe(no_mangle)]
extern "C" fn __sanitizer_cov_trace_pc_guard(_edge: *mut u32) {
    // SAFETY: only the thread that holds the turn does anything; what the others do to get to it is a step or two.
    unsafe { STEPS += 1 }
}

/// What it calls at the start, to have the edges numbered; they need no numbers.
#[unsafe(no_mangle)]
extern "C" fn __sanitizer_cov_trace_pc_guard_init(_from: *mut u32, _to: *mut u32) {}

static TURN: Mutex<()> = Mutex::new(());

/// The right to count. Tests run side by side and there is one number, so each takes its turn before it does anything
/// else.
pub struct Turn {
    _held: MutexGuard<'static, ()>,
}

impl Turn {
    /// Waits for it.
    pub fn take() -> Self {
        // A test that failed has left nothing half done.
        let turn = Self { _held: TURN.lock().unwrap_or_else(PoisonError::into_inner) };
        let counted = turn.count(|| (0..black_box(100)).map(black_box).sum::<u64>());
        assert!(counted >= 100, "nothing is counted here; `node tests/run.mjs linear` builds it so that it is");
        // The first scan reads the tables.
        turn.scan("", Surface::Post);
        turn
    }

    /// How many steps `work` takes.
    pub fn count<T>(&self, work: impl FnOnce() -> T) -> u64 {
        // SAFETY: no other thread counts as long as the turn is held.
        let before = unsafe { STEPS };
        black_box(work());
        // SAFETY: as above.
        unsafe { STEPS - before }
    }

    /// How many steps a scan of `text` takes.
    pub fn scan(&self, text: &str, surface: Surface) -> u64 {
        let scanner = Scanner::built_in();
        self.count(|| scanner.scan(text, Options { surface, policy: None }))
    }
}
