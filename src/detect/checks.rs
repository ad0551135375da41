//! Checks on postcodes and addresses of mail.

use super::candidate::Candidate;
use super::one_of::{OneOf, one_of};
use crate::finding::Severity;

/// What a check decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// No finding.
    Not,
    /// A finding as grave as its rule.
    Found,
    /// A finding that is as grave as this.
    As(Severity),
    /// A finding that covers these folded bytes instead of the match.
    Covering(usize, usize),
    /// A finding that covers these folded bytes and is as grave as this.
    CoveringAs(usize, usize, Severity),
}

/// The letters that a postcode can begin with.
const AREAS: &str = " ab al b ba bb bd bh bl bn br bs bt ca cb cf ch cm co cr ct cv cw da dd de dg dh dl dn dt dy e ec \
eh en ex fk fy g gl gu gy ha hd hg hp hr hs hu hx ig im ip iv ka kt kw ky l la ld le ll ln ls lu m me mk ml n ne ng nn \
np nr nw ol ox pa pe ph pl po pr rg rh rm s sa se sg sk sl sm sn so sp sr ss st sw sy ta td tf tn tq tr ts tw ub w wa \
wc wd wf wn wr ws wv yo ze bx gir je ";

fn is_area(letters: &[u8]) -> bool {
    let area = [b" ", letters, b" "].concat();
    AREAS.as_bytes().windows(area.len()).any(|w| w == area)
}

/// A postcode with an o for a nought or an l for a one, or in more than two parts. Its own letters must be capitals, in a
/// text that is not all capitals, for "go 1ad" and "AT 10 ILL" are none; in small letters it must be said to be one.
pub fn misread_postcode(found: &Candidate<'_>) -> Verdict {
    let cased: Vec<u8> = found.cased().iter().copied().filter(u8::is_ascii_alphanumeric).collect();
    let mut read = cased.clone();
    // The figures are the first of the inward code, and one or two behind the letters of the area.
    let inward = cased.len() - 3;
    let area = if cased[1].is_ascii_digit() || matches!(cased[1], b'O' | b'I') && inward == 2 { 1 } else { 2 };
    for at in (area..inward).chain([inward]) {
        read[at] = match read[at] {
            b'O' | b'o' => b'0',
            b'I' | b'l' => b'1',
            other => other,
        };
    }
    let digits = read.iter().filter(|b| b.is_ascii_digit()).count();
    let shaped = read[area].is_ascii_digit() && read[inward].is_ascii_digit() && digits >= 2;
    let capitals = !read.iter().any(u8::is_ascii_lowercase) && super::capitals::tell(found.context);
    let labelled = matches!(found.word_before(), b"postcode" | b"pc" | b"p/c");
    if shaped && (capitals || labelled) && is_area(&read[..area].to_ascii_lowercase()) {
        Verdict::Found
    } else {
        Verdict::Not
    }
}

/// An existing area; written small and with a gap, it must not read as an ordinal or a measure ("w1 2nd", "m1 4gb").
pub fn postcode(found: &Candidate<'_>) -> Verdict {
    let compact = found.compact();
    let letters = compact.iter().take_while(|b| b.is_ascii_lowercase()).count();
    // A nought is written for the letter in "P01 1AF" and "S015 …".
    let with_o = letters == 1 && compact[1] == b'0' && is_area(&[compact[0], b'o']);
    if !(is_area(&compact[..letters]) || with_o && found.in_capitals()) {
        return Verdict::Not;
    }
    let unit = &compact[compact.len() - 2..];
    let measure = [b"st", b"nd", b"rd", b"th", b"ft", b"gb", b"tb", b"hr"];
    if !found.in_capitals() && measure.iter().any(|m| m.as_slice() == unit) {
        return Verdict::Not;
    }
    Verdict::Found
}

/// Inboxes that belong to an office rather than to a person.
const SHARED_INBOXES: OneOf = one_of(
    "info enquiries enquiry contact contactus communications comms press pressoffice media pals hello help \
    helpdesk support noreply no-reply office careers recruitment feedback complaints admin foi",
);

/// An address of a person. Whose inbox an office shares is public; it is worth a thought where it is not the NHS's own.
pub fn email(found: &Candidate<'_>) -> Verdict {
    let local = found.lower().split(|&b| b == b'@' || b == b' ').next().unwrap_or_default();
    if !SHARED_INBOXES.holds(local) {
        Verdict::Found
    } else if found.lower().ends_with(b".nhs.uk") {
        Verdict::Not
    } else {
        Verdict::As(Severity::Advice)
    }
}
