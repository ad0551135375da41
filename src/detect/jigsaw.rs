//! Jigsaw: details that identify no one alone, and someone together.

use super::{Context, Hit};
use crate::catalogue::{Check, Emits, Tag};

/// Kinds of which several together tell who it was.
const PIECES: [&str; 5] =
    ["identifier/age", "identifier/gender", "identifier/location", "identifier/time", "identifier/condition"];
/// How many different pieces of one incident make a picture.
const ENOUGH: usize = 3;

/// How far from a hint, or from a word of an incident, a telling detail counts.
const REACH: usize = 160;

/// Adds one finding for the whole text where its details add up, or where someone is hinted at by a telling detail.
pub fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    let Some(rule) = context.rule_of(Check::Jigsaw) else { return };
    let pieces = PIECES.iter().filter(|&&kind| hits.iter().any(|hit| context.kind_of(hit.rule) == kind)).count();
    let hinted = || most_telling(context, Tag::Hint) >= 1;
    let told = || match most_telling(context, Tag::Incident) {
        0 => false,
        1 => pieces >= 2,
        _ => true,
    };
    if pieces >= ENOUGH || hinted() || told() {
        hits.push(Hit { rule, start: 0, end: context.folded.lower.len(), severity: None });
    }
}

/// How many different telling details stand around any one piece of evidence for `tag`; two are enough to know.
fn most_telling(context: &Context<'_>, tag: Tag) -> usize {
    let mut most = 0;
    for m in context.evidence(tag) {
        let around =
            context.within(m.start as usize, m.end as usize, REACH).filter(|n| context.is_tag(n, Tag::Telling));
        let mut details = around.map(|n| &context.folded.lower[n.start as usize..n.end as usize]);
        if let Some(first) = details.next() {
            most = most.max(1 + usize::from(details.any(|detail| detail != first)));
        }
        if most == 2 {
            break;
        }
    }
    most
}

/// A detail that helps to tell who it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// What it tells, as a phrase that follows "it tells".
    pub tells: &'static str,
    /// First folded byte.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

/// What the kinds of details tell, from the one that narrows the circle most to the one that does least.
const TELLS: [(&str, &str); 5] = [
    ("identifier/location", "where it was"),
    ("identifier/time", "when it was"),
    ("identifier/condition", "what had happened"),
    ("identifier/age", "how old they are"),
    ("identifier/gender", "whether it was a man or a woman"),
];
/// More than this would be a list, not an explanation.
const MOST_SHOWN: usize = 6;

/// The details that add up, the most telling first; each stretch of the text once.
pub fn pieces(context: &Context<'_>, hits: &[Hit]) -> Vec<Piece> {
    let telling = context.evidence(Tag::Telling).map(|m| Piece {
        tells: "who they are",
        start: m.start as usize,
        end: m.end as usize,
    });
    let of_kind = |(kind, tells): (&'static str, &'static str)| {
        let found = hits.iter().filter(move |hit| context.kind_of(hit.rule) == kind);
        found.map(move |hit| Piece { tells, start: hit.start, end: hit.end })
    };
    let mut pieces: Vec<Piece> = Vec::new();
    for piece in telling.chain(TELLS.into_iter().flat_map(of_kind)) {
        let apart = pieces.iter().all(|p| piece.end <= p.start || p.end <= piece.start);
        if apart && pieces.len() < MOST_SHOWN {
            pieces.push(piece);
        }
    }
    pieces
}

impl Context<'_> {
    /// The name of the kind that a rule finds; empty for evidence.
    pub(super) fn kind_of(&self, rule: u16) -> &str {
        match self.catalogue.rules[usize::from(rule)].emits {
            Emits::Kind(kind) => self.catalogue.kinds[usize::from(kind)].name,
            Emits::Tag(_) => "",
        }
    }
}
