//! Words run together: "thoseimmigrants" is "those immigrants".

use super::words::Hash;

/// Longer runs are looked past; a limit keeps the work linear.
pub const LONGEST: usize = 28;

/// More words than this are not run together.
const MOST_PARTS: u8 = 6;

/// How a stretch from the front may be taken apart.
#[derive(Clone, Copy, Default)]
struct Way {
    /// Where its last part begins.
    from: u8,
    /// How many parts it has; 0 when there is no way.
    parts: u8,
    telling: u8,
}

/// Where each part of `text` ends, when the whole of it is made of two or more and one of them tells something; nothing
/// otherwise. `part` says of a stretch and its hash whether it is one, and whether it tells something.
pub fn run_together(text: &[u8], longest_part: usize, part: impl Fn(usize, usize, u32) -> Option<bool>) -> Vec<usize> {
    if text.len() > LONGEST {
        return Vec::new();
    }
    let mut ways = [Way::default(); LONGEST + 1];
    for from in 0..text.len() {
        let before = ways[from];
        if from > 0 && (before.parts == 0 || before.parts == MOST_PARTS) {
            continue;
        }
        let mut hash = Hash::default();
        for (to, &byte) in (from + 1..).zip(&text[from..text.len().min(from + longest_part)]) {
            hash.add(byte);
            let Some(telling) = part(from, to, hash.finish()) else { continue };
            let way = Way { from: from as u8, parts: before.parts + 1, telling: before.telling + u8::from(telling) };
            let known = ways[to];
            // The fewest parts are the likeliest, and of those the most telling.
            if known.parts == 0 || (way.parts, known.telling) < (known.parts, way.telling) {
                ways[to] = way;
            }
        }
    }
    let whole = ways[text.len()];
    if whole.parts < 2 || whole.telling == 0 {
        return Vec::new();
    }
    let mut ends = vec![0; usize::from(whole.parts)];
    let mut at = text.len();
    for end in ends.iter_mut().rev() {
        *end = at;
        at = usize::from(ways[at].from);
    }
    ends
}
