//! Whose rules apply: the policies, and what they say of a kind.

use std::borrow::Cow;

use serde::Serialize;

use crate::blob::Reader;
use crate::catalogue::Catalogue;
use crate::finding::Severity;
use crate::matching::sort_as_numbers;

/// An employer's social media policy.
#[derive(Debug, Clone)]
pub struct Policy<'a> {
    /// Short lower-case name, such as `emas`.
    pub id: Cow<'a, str>,
    /// The employer.
    pub name: Cow<'a, str>,
    /// The employer as people call it, such as `EMAS`.
    pub short: Cow<'a, str>,
    /// What the document is called.
    pub title: Cow<'a, str>,
    /// The document's version.
    pub version: Cow<'a, str>,
    /// When it was approved, `YYYY-MM-DD`, or as much of that as the document says.
    pub approved: Cow<'a, str>,
    /// When the document says that it should be reviewed, `YYYY-MM`.
    pub review_due: Option<Cow<'a, str>>,
    /// Whom to ask.
    pub ask: Cow<'a, str>,
    /// The words that it wants in a profile.
    pub disclaimer: Option<Cow<'a, str>>,
    /// What those words must say.
    pub demands: Demands,
    /// How the employer is called, in full and for short, in lower case.
    pub names: Vec<Cow<'a, str>>,
    /// Where its people work: names of stations, in lower case.
    pub stations: Vec<Cow<'a, str>>,
    /// Official accounts and campaign tags, with their `@` or `#`, in lower case: passing these on is welcome.
    pub welcome: Vec<Cow<'a, str>>,
    /// The shapes of codes that only this service has: `#` is a digit, `@` a letter, a blank a gap or nothing.
    pub codes: Vec<Cow<'a, str>>,
    /// Words that are marked as they stand, in lower case, each with the number of the kind that they are.
    pub phrases: Vec<(u8, Cow<'a, str>)>,
    /// What it says, in the document's order.
    pub clauses: Vec<Clause<'a>>,
}

/// What a policy wants a profile's words to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Demands(pub u8);

impl Demands {
    /// The policy's own words and no others.
    pub const EXACT: Self = Self(1);
    /// That the views are the person's own.
    pub const OWN: Self = Self(2);
    /// That they are not the employer's.
    pub const NOT_THE_EMPLOYERS: Self = Self(4);
    /// That they are the person's alone.
    pub const ONLY: Self = Self(8);

    /// Their names in policy files.
    pub const NAMES: [(&'static str, Self); 4] =
        [("exact", Self::EXACT), ("own", Self::OWN), ("not-employer", Self::NOT_THE_EMPLOYERS), ("only", Self::ONLY)];

    /// Whether all of `other` is demanded.
    pub fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }
}

/// One clause of a policy.
#[derive(Debug, Clone)]
pub struct Clause<'a> {
    /// Its number in the document.
    pub number: Cow<'a, str>,
    /// What it says, in our own words.
    pub summary: Cow<'a, str>,
    /// The numbers of the kinds that it speaks of.
    pub kinds: Vec<u8>,
    /// How grave a breach of it is, when that differs from the kind.
    pub severity: Option<Severity>,
}

impl<'a> Policy<'a> {
    /// Reads a policy as `compile::tables` wrote it.
    pub fn read(r: &mut Reader<'a>) -> Self {
        let optional = |text: &'a str| (!text.is_empty()).then_some(Cow::Borrowed(text));
        Self {
            id: r.text().into(),
            name: r.text().into(),
            short: r.text().into(),
            title: r.text().into(),
            version: r.text().into(),
            approved: r.text().into(),
            review_due: optional(r.text()),
            ask: r.text().into(),
            disclaimer: optional(r.text()),
            demands: Demands(r.byte()),
            names: r.list(|r| r.text().into()),
            stations: r.list(|r| r.text().into()),
            welcome: r.list(|r| r.text().into()),
            codes: r.list(|r| r.text().into()),
            phrases: Vec::new(),
            clauses: r.list(|r| Clause {
                number: r.text().into(),
                summary: r.text().into(),
                kinds: r.list(Reader::byte),
                severity: Severity::ALL.get(usize::from(r.byte())).copied(),
            }),
        }
    }

    /// The clauses that speak of a kind.
    pub fn clauses_of(&self, kind: u8) -> impl Iterator<Item = &Clause<'a>> {
        self.clauses.iter().filter(move |c| c.kinds.contains(&kind))
    }

    /// How grave this policy takes a kind to be, where it says so itself.
    pub fn severity_of(&self, kind: u8) -> Option<Severity> {
        self.clauses_of(kind).filter_map(|c| c.severity).max()
    }

    /// A sentence that says so, when the policy's own date of review has passed.
    ///
    /// `today` is `YYYY-MM` or longer; dates in this form compare as text.
    pub fn outdated(&self, today: &str) -> Option<String> {
        let due = self.review_due.as_deref()?;
        (due < today.get(..7)?)
            .then(|| format!("This version was due for review in {}; ask whether a newer one is in force.", month(due)))
    }
}

/// `2024-06` as `June 2024`.
fn month(date: &str) -> String {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let (year, month) = date.split_once('-').unwrap_or((date, ""));
    match month.get(..2).and_then(|m| m.parse::<usize>().ok()).and_then(|m| NAMES.get(m.wrapping_sub(1))) {
        Some(name) => format!("{name} {year}"),
        None => year.to_owned(),
    }
}

/// What is said to a person about a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Explanation {
    /// The rule's id.
    pub rule: String,
    /// The kind's name.
    pub kind: String,
    /// How grave it is under the policy in force.
    pub severity: Severity,
    /// What was found.
    pub title: String,
    /// What a reader could work out, or feel.
    pub why: String,
    /// What to do instead.
    pub instead: String,
    /// What the policy says; without one, the clause of each policy that is most to the point.
    pub clauses: Vec<Cited>,
    /// Whom to ask; `None` when no one policy is in force.
    pub ask: Option<String>,
    /// Set when the policy is past its own date of review.
    pub outdated: Option<String>,
    /// What could stand in its place and keep the sentence whole.
    pub replacements: Vec<Replacement>,
    /// Of details that add up: what they are, the one to leave out first at the front.
    pub pieces: Vec<Piece>,
}

/// A text that could stand where something is now, or be added where nothing is: then both offsets are the same. Offsets
/// are UTF-16 code units.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Replacement {
    /// What to write; empty where it can simply be left out.
    pub text: String,
    /// The first code unit that goes; it may lie before the finding, as an article does.
    pub start: u32,
    /// One past the last code unit that goes.
    pub end: u32,
}

/// One of several details that together could tell who it was. Offsets are UTF-16 code units.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Piece {
    /// What it tells a reader, such as "where it was".
    pub tells: &'static str,
    /// The first code unit.
    pub start: u32,
    /// One past the last code unit.
    pub end: u32,
}

/// A clause with the policy that it is from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cited {
    /// The policy's short name.
    pub policy: String,
    /// The clause's number in the document.
    pub number: String,
    /// What it says, in our own words.
    pub summary: String,
}

/// Explains a kind under the policies given: the one in force, or all of them when none is.
pub(crate) fn explain(
    catalogue: &Catalogue<'_>,
    kind: u8,
    rule: Option<u16>,
    policies: &[&Policy<'_>],
    today: &str,
) -> Explanation {
    let about = &catalogue.kinds[usize::from(kind)];
    let rule = rule.map(|n| &catalogue.rules[usize::from(n)]);
    let cited = |policy: &Policy<'_>, clause: &Clause<'_>| Cited {
        policy: policy.short.to_string(),
        number: clause.number.to_string(),
        summary: clause.summary.to_string(),
    };
    let cite = |policy: &Policy<'_>| policy.clauses_of(kind).map(|c| cited(policy, c)).collect::<Vec<_>>();
    let only = if let [only] = policies { Some(only) } else { None };
    let clauses = match policies {
        [only] => cite(only),
        // Of several policies the clause that speaks of the fewest kinds says it most to the point; all of them would
        // be a wall of text. The policy that goes into most detail speaks first.
        several => {
            let mut several = several.to_vec();
            let order = |p: &&Policy<'_>| {
                let place = policies.iter().position(|other| other.id == p.id).unwrap_or_default();
                u64::from(u32::MAX - p.clauses.len() as u32) << 8 | place as u64
            };
            sort_as_numbers(&mut several, order, |n| policies[n as usize & 0xFF]);
            let to_the_point = |p: &&Policy<'_>| {
                let clause = p.clauses_of(kind).min_by_key(|c| c.kinds.len())?;
                Some(cited(p, clause))
            };
            several.iter().filter_map(to_the_point).collect()
        }
    };
    let own = rule.and_then(|r| r.severity);
    Explanation {
        rule: rule.map_or_else(String::new, |r| r.id.to_owned()),
        kind: about.name.to_owned(),
        severity: own.or_else(|| policies.iter().filter_map(|p| p.severity_of(kind)).max()).unwrap_or(about.severity),
        title: about.title.to_owned(),
        why: about.why.to_owned(),
        instead: about.instead.to_owned(),
        clauses,
        ask: only.map(|p| p.ask.to_string()),
        outdated: only.and_then(|p| p.outdated(today)),
        replacements: Vec::new(),
        pieces: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_spoken() {
        assert_eq!(month("2024-06"), "June 2024");
        assert_eq!(month("2024"), "2024");
        assert_eq!(month("2024-13"), "2024");
    }
}
