//! What a scan answers.

use serde::Serialize;

/// A stretch of a text in UTF-16 code units, `end` exclusive: the offsets of JavaScript.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Span {
    /// The first code unit.
    pub start: u32,
    /// One past the last code unit.
    pub end: u32,
}

/// How grave a finding is; the order is from mild to grave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Think again.
    Advice,
    /// Probably a breach.
    Caution,
    /// A breach as it stands.
    Serious,
}

impl Severity {
    /// All of them, by number.
    pub const ALL: [Self; 3] = [Self::Advice, Self::Caution, Self::Serious];

    /// Its name: `advice`, `caution` or `serious`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Advice => "advice",
            Self::Caution => "caution",
            Self::Serious => "serious",
        }
    }

    /// The severity of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.name() == name)
    }
}

/// Where a text would appear.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Surface {
    /// A post of one's own.
    Post,
    /// A comment on, or an answer to, someone's post.
    Reply,
    /// A direct or group message.
    Message,
    /// The text about oneself on a profile.
    Bio,
    /// A user or display name.
    Handle,
}

impl Surface {
    /// All of them, by number.
    pub const ALL: [Self; 5] = [Self::Post, Self::Reply, Self::Message, Self::Bio, Self::Handle];

    /// Its name: `post`, `reply`, `message`, `bio` or `handle`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Post => "post",
            Self::Reply => "reply",
            Self::Message => "message",
            Self::Bio => "bio",
            Self::Handle => "handle",
        }
    }

    /// The surface of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.name() == name)
    }

    /// Its bit in a rule's set of surfaces.
    pub(crate) const fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// A stretch of text that the policy would not want posted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Finding {
    /// Number of the rule that found it; [`Scanner::rule`](crate::Scanner::rule) knows more.
    pub rule: u16,
    /// How grave it is under the policy that was asked for.
    pub severity: Severity,
    /// Where it is.
    pub span: Span,
}

/// The findings of one text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Scan {
    /// Sorted by start, then by end.
    pub findings: Vec<Finding>,
    /// True when the text was longer than [`MAX_UNITS`](crate::text::MAX_UNITS) and only its beginning was scanned.
    pub truncated: bool,
}
