//! Identifiers: a pattern finds the shape, a check decides.

use super::checks::{self, Verdict};
use super::{Context, Hit, dates, handover, incident, jigsaw, names, numbers, places};
use crate::catalogue::{Category, Check};
use crate::matching::Match;
use crate::text::is_word;

/// Adds the identifiers.
pub fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    for m in context.matches.iter().filter(|m| context.category(m) == Category::Identifier) {
        let found = Candidate::new(context, m);
        let verdict = match context.catalogue.rules[usize::from(m.rule)].check {
            Check::NhsNumber => numbers::nhs_number(&found),
            Check::Phone => numbers::phone(&found),
            Check::NiNumber => numbers::ni_number(&found),
            Check::Postcode => checks::postcode(&found),
            Check::Vehicle => checks::vehicle(&found),
            Check::BesideVehicle => checks::beside_vehicle(&found),
            Check::Dateless => checks::dateless(&found),
            Check::Email => checks::email(&found),
            Check::DateOfBirth => dates::date_of_birth(&found),
            Check::Address => places::address(&found),
            Check::NamedHouse => places::named_house(&found),
            Check::AgeWithSex => handover::age_with_sex(&found),
            Check::LocalCode => handover::local_code(&found),
            Check::CallSign => handover::call_sign(&found),
            Check::InIncident => incident::in_incident(&found),
            Check::OfAPatient => incident::of_a_patient(&found),
            Check::Shown => incident::shown(&found),
            Check::IncidentPicture => incident::picture(&found),
            Check::Location => incident::location(&found),
            Check::TitledName => names::titled(&found),
            Check::FullName | Check::Jigsaw | Check::OwnCode => Verdict::Not,
            Check::None | Check::AddressLines | Check::Site | Check::Page | Check::DisclaimerMissing => Verdict::Found,
        };
        match verdict {
            Verdict::Not => {}
            Verdict::Found => hits.push(Hit::of(m)),
            Verdict::Covering(start, end) => hits.push(Hit { start, end, ..Hit::of(m) }),
            Verdict::As(severity) => hits.push(Hit { severity: Some(severity), ..Hit::of(m) }),
        }
    }
    places::lines_before_postcodes(context, hits);
    names::detect(context, hits);
    jigsaw::detect(context, hits);
}

/// A match and what stands around it.
pub struct Candidate<'c> {
    /// Where it was found.
    pub context: &'c Context<'c>,
    /// First folded byte.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

impl<'c> Candidate<'c> {
    fn new(context: &'c Context<'c>, m: &Match) -> Self {
        Self { context, start: m.start as usize, end: m.end as usize }
    }

    /// The match in lower case.
    pub fn lower(&self) -> &'c [u8] {
        &self.context.folded.lower[self.start..self.end]
    }

    /// The match as it was written.
    pub fn cased(&self) -> &'c [u8] {
        &self.context.folded.cased[self.start..self.end]
    }

    /// Its letters and digits, lower case.
    pub fn compact(&self) -> Vec<u8> {
        self.lower().iter().copied().filter(u8::is_ascii_alphanumeric).collect()
    }

    /// The values of its digits.
    pub fn digits(&self) -> Vec<u8> {
        self.lower().iter().filter(|b| b.is_ascii_digit()).map(|b| b - b'0').collect()
    }

    /// The lengths of its groups of digits.
    pub fn groups(&self) -> Vec<usize> {
        self.lower().split(|b| !b.is_ascii_digit()).map(<[u8]>::len).filter(|&n| n > 0).collect()
    }

    /// Whether all its letters are capitals.
    pub fn in_capitals(&self) -> bool {
        !self.cased().iter().any(u8::is_ascii_lowercase)
    }

    /// Whether the text is nothing but this value: then no other meaning stands beside it.
    pub fn alone(&self) -> bool {
        let text = &self.context.folded.lower;
        !text[..self.start].iter().chain(&text[self.end..]).any(|&b| is_word(b))
    }

    /// The word before it, lower case; empty at the start of a line or sentence.
    pub fn word_before(&self) -> &'c [u8] {
        let text = &self.context.folded.lower[..self.start];
        let text = text.strip_suffix(b" ").unwrap_or(text);
        let start = text.iter().rposition(|&b| !is_word(b)).map_or(0, |i| i + 1);
        &text[start..]
    }

    /// The word after it, lower case; empty at the end of a line or sentence.
    pub fn word_after(&self) -> &'c [u8] {
        let text = &self.context.folded.lower[self.end..];
        let text = text.strip_prefix(b" ").unwrap_or(text);
        &text[..text.iter().position(|&b| !is_word(b)).unwrap_or(text.len())]
    }

    /// The byte before it.
    pub fn before(&self, back: usize) -> Option<u8> {
        self.start.checked_sub(back).map(|i| self.context.folded.lower[i])
    }

    /// The byte after it.
    pub fn after(&self, on: usize) -> Option<u8> {
        self.context.folded.lower.get(self.end + on).copied()
    }
}
