//! Checks on postcodes, plates and addresses of mail.

use super::identifier::Candidate;
use crate::catalogue::Tag;
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
}

/// The letters that a postcode can begin with.
const AREAS: &str = " ab al b ba bb bd bh bl bn br bs bt ca cb cf ch cm co cr ct cv cw da dd de dg dh dl dn dt dy e ec \
eh en ex fk fy g gl gu gy ha hd hg hp hr hs hu hx ig im ip iv ka kt kw ky l la ld le ll ln ls lu m me mk ml n ne ng nn \
np nr nw ol ox pa pe ph pl po pr rg rh rm s sa se sg sk sl sm sn so sp sr ss st sw sy ta td tf tn tq tr ts tw ub w wa \
wc wd wf wn wr ws wv yo ze bx gir je ";

/// An existing area; written small and with a gap, it must not read as an ordinal or a measure ("w1 2nd", "m1 4gb").
pub fn postcode(found: &Candidate<'_>) -> Verdict {
    let compact = found.compact();
    let letters = compact.iter().take_while(|b| b.is_ascii_lowercase()).count();
    let area = [b" ", &compact[..letters], b" "].concat();
    if !AREAS.as_bytes().windows(area.len()).any(|w| w == area) {
        return Verdict::Not;
    }
    let unit = &compact[compact.len() - 2..];
    let measure = [b"st", b"nd", b"rd", b"th", b"ft", b"gb", b"tb", b"hr"];
    if !found.in_capitals() && measure.iter().any(|m| m.as_slice() == unit) {
        return Verdict::Not;
    }
    Verdict::Found
}

/// How far away, in folded bytes, a vehicle word speaks for a plate.
const VEHICLE_REACH: usize = 40;

/// Two-letter words that a plate could begin with: in a post all in capitals "AT 50 MPH" is none.
const SHORT_WORDS: [&[u8; 2]; 12] =
    [b"am", b"as", b"at", b"be", b"by", b"do", b"go", b"he", b"me", b"my", b"up", b"we"];

/// Plates are written in capitals. In small letters one is told by a word for plates, or, written without a gap, by one
/// for vehicles: "la22 and" is a place and a word.
pub fn vehicle(found: &Candidate<'_>) -> Verdict {
    let lower = found.lower();
    let a_word = !lower[2].is_ascii_digit() && SHORT_WORDS.iter().any(|w| lower.starts_with(*w));
    let compact = lower.iter().all(u8::is_ascii_alphanumeric);
    let plain = found.in_capitals() && !a_word || compact && near(found, Tag::Vehicle, VEHICLE_REACH);
    if plain { Verdict::Found } else { told_by_words(found, VEHICLE_REACH) }
}

/// For formats that mean too much else, such as "A1 JOB".
pub fn beside_vehicle(found: &Candidate<'_>) -> Verdict {
    if found.in_capitals() && near(found, Tag::Vehicle, VEHICLE_REACH) {
        Verdict::Found
    } else {
        told_by_words(found, VEHICLE_REACH)
    }
}

/// How far away a word speaks for a mark that is only a few letters and a number.
const NEXT_TO: usize = 16;

/// Marks from before 1963 and of Northern Ireland: in capitals, right beside a word for a vehicle or a plate.
pub fn dateless(found: &Candidate<'_>) -> Verdict {
    match found.in_capitals() {
        true if near(found, Tag::Vehicle, NEXT_TO) => Verdict::Found,
        true => told_by_words(found, NEXT_TO),
        false => Verdict::Not,
    }
}

/// A plate when one is spoken of, or when nothing else is said.
fn told_by_words(found: &Candidate<'_>, reach: usize) -> Verdict {
    if near(found, Tag::Plate, reach) || found.alone() { Verdict::Found } else { Verdict::Not }
}

fn near(found: &Candidate<'_>, tag: Tag, reach: usize) -> bool {
    found.context.near(tag, found.start, found.end, reach)
}

/// Inboxes that belong to an office rather than to a person.
const SHARED_INBOXES: [&[u8]; 24] = [
    b"info",
    b"enquiries",
    b"enquiry",
    b"contact",
    b"contactus",
    b"communications",
    b"comms",
    b"press",
    b"pressoffice",
    b"media",
    b"pals",
    b"hello",
    b"help",
    b"helpdesk",
    b"support",
    b"noreply",
    b"no-reply",
    b"office",
    b"careers",
    b"recruitment",
    b"feedback",
    b"complaints",
    b"admin",
    b"foi",
];

/// An address of a person. Whose inbox an office shares is public; it is worth a thought where it is not the NHS's own.
pub fn email(found: &Candidate<'_>) -> Verdict {
    let local = found.lower().split(|&b| b == b'@' || b == b' ').next().unwrap_or_default();
    if !SHARED_INBOXES.contains(&local) {
        Verdict::Found
    } else if found.lower().ends_with(b".nhs.uk") {
        Verdict::Not
    } else {
        Verdict::As(Severity::Advice)
    }
}
