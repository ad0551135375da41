//! What a character looks like to a reader, as one ASCII byte.
//!
//! People hide words from filters by writing them in full-width, Cyrillic, mathematical or circled letters. A reader
//! still reads the word, so the scanner must too. Each function answers for one character on its own; what has no
//! ASCII look-alike becomes one of three placeholder bytes, so that rules can tell a letter from an emoji.

/// A letter with no ASCII look-alike, such as `ж` or `字`.
pub const LETTER: u8 = 0x80;
/// A symbol or emoji.
pub const SYMBOL: u8 = 0x81;

/// Base letters of U+00C0–U+024F, one byte a character; `?` has none.
const LATIN: &[u8; 400] = b"AAAAAAACEEEEIIIIDNOOOOO?OUUUUYPsaaaaaaaceeeeiiiidnooooo?ouuuuypy\
AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlL\
lLlNnNnNn?NnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs\
bB?????CcDD???E??FfG???IKkl?????Oo??Pp?????tTt?Uu??YyZz?????????\
????DDdLLlNNnAaIiOoUuUuUuUuUueAaAa??GgGgKkOoOo??jDDdGg??NnAa????\
AaAaEeEeIiIiOoOoRrRrUuUuSsTt??Hh??????AaEeOoOoOoOoYy???j??ACcL??\
???B????????????";

/// Base letters of U+1E00–U+1EFF.
const LATIN_EXTENDED: &[u8; 256] = b"AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMm\
MmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRrSsSsSsSsSsTtTtTtTtUuUuUuUuUuVvVv\
WwWwWwWwWwXxXxYyZzZzZzhtwyas??S?AaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEe\
EeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYy??????";

/// Greek and Cyrillic letters, small capitals and a few symbols that are drawn like an ASCII character.
/// Only true look-alikes: `в` is a small capital B to the eye, `ж` is nothing.
const DRAWN_ALIKE: &[(&str, &str)] = &[
    ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"),
    ("αεικνορτυχ", "aeiknoptux"),
    ("АВЕЅІЈКМНОРСТУХԌԚԜ", "ABESIJKMHOPCTYXGQW"),
    ("авеѕіјкмнорстухһԁԛԝ", "abesijkmhopctyxhdqw"),
    ("ёїѐѝ", "eiei"),
    ("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz"),
    ("ɑɡɩ", "agi"),
    ("ℓℎℹ", "lhi"),
    ("ª⁰¹²³⁴⁵⁶⁷⁸⁹ⁿⁱ", "a0123456789ni"),
    ("₀₁₂₃₄₅₆₇₈₉", "0123456789"),
    ("‘’‚‛ʼ′´ˈ", "''''''''"),
    ("“”„‟″«»", "\"\"\"\"\"\"\""),
    ("‐‑‒–—―−﹘﹣", "---------"),
    ("·∙•․‧ꞏ", "......"),
    ("⁄∕", "//"),
    ("≠", "#"),
];

/// What `c` looks like, as one byte: ASCII, [`LETTER`] or [`SYMBOL`]. `None` when `c` is not drawn at all.
pub fn look(c: char) -> Option<u8> {
    let cp = c as u32;
    Some(match cp {
        0..=0x7F => cp as u8,
        0xC0..=0x24F => known(LATIN[(cp - 0xC0) as usize], c),
        0x1E00..=0x1EFF => known(LATIN_EXTENDED[(cp - 0x1E00) as usize], c),
        // What word processors and telephones write for an apostrophe, a quotation mark and a dash.
        0x2018 | 0x2019 => b'\'',
        0x201C | 0x201D => b'"',
        0x2013 | 0x2014 => b'-',
        _ if is_invisible(cp) => return None,
        _ if is_space(cp) => b' ',
        0xFF01..=0xFF5E => (cp - 0xFF01 + 0x21) as u8,
        // Mathematical letters: thirteen alphabets of 26 capitals and 26 small letters, then five rows of digits.
        0x1D400..=0x1D6A3 => alphabet((cp - 0x1D400) % 52),
        0x1D7CE..=0x1D7FF => b'0' + ((cp - 0x1D7CE) % 10) as u8,
        0x24B6..=0x24E9 => alphabet(cp - 0x24B6),
        0x2460..=0x2468 => b'1' + (cp - 0x2460) as u8,
        0x24EA => b'0',
        0x1F130..=0x1F149 => alphabet(cp - 0x1F130),
        0x1F150..=0x1F169 => alphabet(cp - 0x1F150),
        0x1F170..=0x1F189 => alphabet(cp - 0x1F170),
        // Decimal digits of other scripts: Arabic, Persian, Devanagari, Bengali.
        0x660..=0x669 => b'0' + (cp - 0x660) as u8,
        0x6F0..=0x6F9 => b'0' + (cp - 0x6F0) as u8,
        0x966..=0x96F => b'0' + (cp - 0x966) as u8,
        0x9E6..=0x9EF => b'0' + (cp - 0x9E6) as u8,
        _ => drawn_alike(c).unwrap_or_else(|| other(c)),
    })
}

fn known(base: u8, c: char) -> u8 {
    if base == b'?' { other(c) } else { base }
}

/// By blocks: the tables of every letter there is would take more room than all of this, and a sign among letters is
/// a letter to no rule.
fn other(c: char) -> u8 {
    let symbol = matches!(c as u32,
        0x80..=0xBF | 0xD7 | 0xF7 | 0x2B0..=0x2FF | 0x2000..=0x2BFF | 0x2E00..=0x2E7F | 0x3000..=0x303F
        | 0xE000..=0xF8FF | 0xFE00..=0xFE6F | 0xFF00..=0xFF20 | 0xFFE0..=0xFFFF | 0x1D000..=0x1D3FF | 0x1F000..=0x1FAFF);
    if symbol && !matches!(c, 'ª' | 'µ' | 'º') { SYMBOL } else { LETTER }
}

fn alphabet(n: u32) -> u8 {
    if n < 26 { b'A' + n as u8 } else { b'a' + (n - 26) as u8 }
}

fn drawn_alike(c: char) -> Option<u8> {
    // The blocks that the table draws from; emoji and far scripts never reach the search.
    if !matches!(c as u32, 0xAA..=0xBB | 0x2C8..=0x5FF | 0x250..=0x2BF | 0x1D00..=0x1D7F | 0x2000..=0x22FF | 0xA700..=0xA7FF | 0xFE58..=0xFE63)
    {
        return None;
    }
    DRAWN_ALIKE.iter().find_map(|(from, to)| {
        let at = from.chars().position(|f| f == c)?;
        Some(to.as_bytes()[at])
    })
}

/// Characters that take no room on the screen: zero-width, joiners, bidirectional controls, soft hyphens, variation
/// selectors and combining marks (so that `e` + acute, and letters buried in stacked accents, read as the letter).
fn is_invisible(cp: u32) -> bool {
    matches!(cp,
        0xAD | 0x300..=0x36F | 0x61C | 0x115F | 0x1160 | 0x17B4 | 0x17B5 | 0x180B..=0x180F
        | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x206F
        | 0x20D0..=0x20FF | 0x3164 | 0xFE00..=0xFE0F | 0xFE20..=0xFE2F | 0xFEFF | 0xFFA0
        | 0xE0000..=0xE0FFF)
}

fn is_space(cp: u32) -> bool {
    matches!(cp, 0xA0 | 0x1680 | 0x2000..=0x200A | 0x202F | 0x205F | 0x3000) || matches!(cp, 0x2028 | 0x2029)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_pair_up() {
        for (from, to) in DRAWN_ALIKE {
            assert_eq!(from.chars().count(), to.len(), "{from} against {to}");
            for (c, &b) in from.chars().zip(to.as_bytes()) {
                assert_eq!(look(c), Some(b), "{c} (U+{:04X}) must reach its row", c as u32);
            }
        }
    }

    #[test]
    fn disguises_read_as_what_they_show() {
        let read = |s: &str| s.chars().filter_map(look).map(char::from).collect::<String>();
        assert_eq!(read("ｐａｔｉｅｎｔ ９４３"), "patient 943");
        assert_eq!(read("𝓅𝒶𝓉𝒾𝑒𝓃𝓉"), "patient");
        assert_eq!(read("раtіеnt"), "patient");
        assert_eq!(read("pa\u{200B}ti\u{AD}ent"), "patient");
        assert_eq!(read("Zoë’s café — naïve"), "Zoe's cafe - naive");
        assert_eq!(read("Ⓟⓐⓣⓘⓔⓝⓣ"), "Patient");
        assert_eq!(look('🚑'), Some(SYMBOL));
        assert_eq!(look('字'), Some(LETTER));
    }
}
