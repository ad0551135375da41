//! From matches to findings: one file a detector.
//!
//! What few texts ask for stands out of line (`inline(never)`): a browser compiles a function when it is first called, and
//! everything that was inlined into it with it, which is most of what a first scan takes.

mod account;
mod candidate;
mod capitals;
mod checks;
mod codes;
mod condition;
mod conduct;
mod dates;
mod derogatory;
mod disclaimer;
mod handover;
mod identifier;
mod innocent;
mod jigsaw;
mod names;
mod naming;
mod numbers;
mod one_of;
mod person;
mod petition;
mod places;
mod plates;
mod record;
mod replace;
mod reword;
mod scene;
mod spelt;
mod spoken;
mod when;
mod whereabouts;
mod wording;
mod wounds;

use once_cell::unsync::OnceCell;
use scene::LateScene;

use crate::catalogue::{Catalogue, Category, Emits, Tag};
use crate::finding::Severity;
use crate::matching::{Listings, Match, sort_as_numbers};
use crate::policy::Policy;
use crate::scanner::Options;
use crate::text::{Folded, Web, Words};

pub(crate) use codes::shape_problem;
pub use conduct::{Companions, Piece};
#[cfg(not(target_arch = "wasm32"))]
pub use conduct::{RUN_BITS, TELLING_BITS};
pub use jigsaw::pieces;
pub use replace::offers;

/// What the detectors read.
#[derive(Debug, Clone, Copy)]
pub struct Context<'c> {
    /// What rules and kinds say of themselves.
    pub catalogue: &'c Catalogue<'c>,
    /// The text as it was written.
    pub text: &'c str,
    /// The folded text.
    pub folded: &'c Folded,
    /// Its words.
    pub words: &'c Words,
    /// Its links, handles and hashtags.
    pub web: &'c Web,
    /// What may be looked up.
    pub listings: &'c Listings,
    /// What rules ask about around their matches.
    pub companions: &'c Companions,
    /// The policies that there are.
    pub policies: &'c [Policy<'c>],
    /// Every rule that matched, sorted by start.
    pub matches: &'c [Match],
    /// What they are evidence for: most questions are for something that the text does not hold.
    pub present: Tags,
    /// What the scan was asked with.
    pub options: Options<'c>,
    /// Whether capitals tell names from words; see [`capitals::tell`]. Asked by few texts, so worked out late.
    pub capitals_tell: &'c OnceCell<bool>,
    /// Whether a camera or a finger stands in the text; see [`record`]. Worked out late too.
    pub points: &'c OnceCell<bool>,
    /// The quotation marks of the text, worked out when a bad word is found.
    pub quotation: &'c OnceCell<Vec<derogatory::Sign>>,
    /// What the rules that weigh words are told; see [`Context::pieces`].
    pub pieces: &'c OnceCell<Vec<Piece>>,
}

/// A set of tags, a bit for each.
#[derive(Debug, Clone, Copy, Default)]
pub struct Tags([u64; Tag::ALL.len().div_ceil(64)]);

impl Tags {
    /// What these matches are evidence for.
    pub fn of(catalogue: &Catalogue<'_>, matches: &[Match]) -> Self {
        let mut tags = Self::default();
        for m in matches {
            if let Emits::Tag(tag) = catalogue.rules[usize::from(m.rule)].emits {
                tags.0[tag as usize / 64] |= 1 << (tag as usize % 64);
            }
        }
        tags
    }

    fn has(self, tag: Tag) -> bool {
        self.0[tag as usize / 64] >> (tag as usize % 64) & 1 == 1
    }
}

/// A finding in folded positions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// Number of the rule.
    pub rule: u16,
    /// First folded byte.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// Set when the context makes it more or less grave than the rule is.
    pub severity: Option<Severity>,
}

impl Hit {
    fn of(m: &Match) -> Self {
        Self { rule: m.rule, start: m.start as usize, end: m.end as usize, severity: None }
    }

    /// Sorts hits by start, end, rule and severity.
    fn sort(hits: &mut [Self]) {
        let severity = |h: &Self| h.severity.map_or(0, |s| s as u64 + 1);
        let number = |h: &Self| (h.start as u64) << 34 | (h.end as u64) << 18 | u64::from(h.rule) << 2 | severity(h);
        let of = |n: u64| Self {
            start: (n >> 34) as usize,
            end: (n >> 18) as usize & 0xFFFF,
            rule: (n >> 2) as u16,
            severity: Severity::ALL.get((n as usize & 3).wrapping_sub(1)).copied(),
        };
        sort_as_numbers(hits, number, of);
    }

    fn overlaps(&self, other: &Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

impl Context<'_> {
    /// The policy in force, or all of them where none is.
    fn in_force(&self) -> &[Policy<'_>] {
        self.options.policy.map_or(self.policies, std::slice::from_ref)
    }

    /// Where a sign that folding makes a placeholder of stands first, in folded positions.
    fn place_of(&self, sign: char) -> Option<(usize, usize)> {
        let unit = self.text.split_once(sign)?.0.encode_utf16().count() as u32;
        let bytes = 0..self.folded.lower.len();
        bytes.map(|at| (at, at + 1)).find(|&(at, end)| self.folded.span(at, end).start == unit)
    }

    /// What a match's rule emits.
    fn emits(&self, m: &Match) -> Emits {
        self.catalogue.rules[usize::from(m.rule)].emits
    }

    /// Whose detector looks at a match.
    fn category(&self, m: &Match) -> Category {
        self.catalogue.rules[usize::from(m.rule)].category
    }

    /// The pieces of evidence for `tag`.
    fn evidence(&self, tag: Tag) -> impl Iterator<Item = &Match> {
        let matches = if self.present.has(tag) { self.matches } else { &[] };
        matches.iter().filter(move |m| self.emits(m) == Emits::Tag(tag))
    }

    /// The matches that lie at most `reach` folded bytes before or after `start..end`.
    fn within(&self, start: usize, end: usize, reach: usize) -> impl Iterator<Item = &Match> {
        self.inside(start.saturating_sub(reach), end + reach)
    }

    /// The matches that lie in `from..to`.
    fn inside(&self, from: usize, to: usize) -> impl Iterator<Item = &Match> {
        self.beginning_in(from, to).iter().filter(move |m| m.end as usize <= to)
    }

    /// The matches that begin in `from..to`.
    #[inline(never)]
    fn beginning_in(&self, from: usize, to: usize) -> &[Match] {
        let first = self.matches.partition_point(|m| (m.start as usize) < from);
        let rest = &self.matches[first..];
        &rest[..rest.iter().position(|m| m.start as usize >= to).unwrap_or(rest.len())]
    }

    /// What a match is evidence for.
    fn tag(&self, m: &Match) -> Option<Tag> {
        match self.emits(m) {
            Emits::Tag(tag) => Some(tag),
            Emits::Kind(_) => None,
        }
    }

    /// Whether a match is evidence for `tag`.
    /// Every run of words that a rule weighs.
    fn pieces(&self) -> &[Piece] {
        self.pieces.get_or_init(|| self.companions.pieces(self.words, &self.folded.lower))
    }

    fn is_tag(&self, m: &Match, tag: Tag) -> bool {
        self.emits(m) == Emits::Tag(tag)
    }

    /// Whether evidence for `tag` lies at most `reach` folded bytes before or after `start..end`.
    #[inline(never)]
    fn near(&self, tag: Tag, start: usize, end: usize, reach: usize) -> bool {
        self.present.has(tag) && self.within(start, end, reach).any(|m| self.emits(m) == Emits::Tag(tag))
    }

    /// Whether a list of `tag` holds these words, in lower case. Lists answer "yes" wrongly once in a thousand words.
    #[inline(never)]
    fn is_listed(&self, tag: Tag, words: &[u8]) -> bool {
        self.listings.holds(tag, words)
    }
}

/// Runs every detector.
pub fn run(context: &Context<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    let late = LateScene::new();
    identifier::detect(context, &late, &mut hits);
    derogatory::detect(context, &mut hits);
    disclaimer::detect(context, &mut hits);
    codes::detect(context, &mut hits);
    codes::phrases(context, &mut hits);
    petition::detect(context, &mut hits);
    conduct::detect(context, &late, &mut hits);
    hits
}

/// Sorts the hits and leaves, of overlapping ones of a category, the more telling.
///
/// Of the same kind that is the longer one. Of different kinds, a number is only one thing, so identifiers go by
/// [`rank`]; a swear word within an insult is part of it; everything else may be two things at once.
pub fn settle(catalogue: &Catalogue<'_>, hits: &mut Vec<Hit>) {
    let kind = |hit: &Hit| match catalogue.rules[usize::from(hit.rule)].emits {
        Emits::Kind(kind) => catalogue.kinds[usize::from(kind)].name,
        Emits::Tag(_) => "",
    };
    let gives_way = |a: &Hit, b: &Hit| {
        let (of_a, of_b) = (kind(a), kind(b));
        if of_a == of_b {
            // Of two of the same length the one that comes first stays.
            return (b.end - b.start, a.start, a.rule) > (a.end - a.start, b.start, b.rule);
        }
        match (rank(of_a), rank(of_b)) {
            (Some(a), Some(b)) => a > b,
            // What a whole sentence only seems to say takes nothing from what one of its words does.
            _ => of_a == "derogatory/vulgar" && of_b.starts_with("derogatory/") && b.severity != Some(Severity::Advice),
        }
    };
    // Found twice, a hit is as grave as its rule unless both say otherwise.
    Hit::sort(hits);
    hits.dedup_by_key(|h| (h.start, h.end, h.rule));
    let mut stays = vec![true; hits.len()];
    // The hits that the next one may overlap. One that covers the whole text stays among them, the others pass by.
    let mut open: Vec<usize> = Vec::new();
    for (i, hit) in hits.iter().enumerate() {
        open.retain(|&j| hits[j].overlaps(hit));
        for &j in &open {
            if gives_way(hit, &hits[j]) {
                stays[i] = false;
            } else if gives_way(&hits[j], hit) {
                stays[j] = false;
            }
        }
        open.push(i);
    }
    let mut stays = stays.into_iter();
    hits.retain(|_| stays.next().unwrap_or(true));
}

/// The order in which kinds of identifiers claim the same digits; `None` for kinds that stand beside others.
fn rank(kind: &str) -> Option<usize> {
    const ORDER: [&str; 8] = [
        "identifier/email",
        "identifier/ni-number",
        "identifier/phone",
        "identifier/nhs-number",
        "identifier/date-of-birth",
        "identifier/local-code",
        "identifier/postcode",
        "identifier/vehicle-registration",
    ];
    ORDER.iter().position(|&k| k == kind)
}
