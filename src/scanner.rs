//! The one entrance: a text in, findings out.

use once_cell::sync::OnceCell;
use once_cell::unsync;

use crate::blob::Reader;
use crate::catalogue::{Catalogue, Check, Emits, Rule};
use crate::detect::{self, Companions, Context, Hit};
use crate::finding::{Finding, Scan, Severity, Span, Surface};
use crate::matching::{Around, Bank, Disguises, Listing, Listings, Match, Phrases};
use crate::policy::{self, Explanation, Piece, Policy, Replacement};
use crate::policy_file::{self, PolicyError};
use crate::text::{Reading, Web, WebPart};

/// Everything that `rules/` and `policies/` were compiled to, ready to scan.
///
/// ```
/// use forepost::{Options, Scanner, Surface};
/// let scanner = Scanner::built_in();
/// let scan = scanner.scan("Parked outside LN1 3AB", Options { surface: Surface::Post, policy: None });
/// let found = scan.findings[0];
/// assert_eq!((found.span.start, found.span.end), (15, 22)); // UTF-16 code units
/// assert_eq!(scanner.kind_of(found.rule), "identifier/postcode");
/// ```
#[derive(Debug)]
pub struct Scanner<'a> {
    catalogue: Catalogue<'a>,
    policies: Vec<Policy<'a>>,
    banks: Vec<Bank<'a>>,
    around: Vec<Around<'a>>,
    phrases: Phrases,
    disguises: Disguises,
    listings: Listings,
    companions: Companions,
}

/// What a scan is asked with.
#[derive(Debug, Clone, Copy)]
pub struct Options<'p> {
    /// Where the text would appear.
    pub surface: Surface,
    /// The policy in force; without one the strictest common reading applies.
    pub policy: Option<&'p Policy<'p>>,
}

impl Scanner<'static> {
    /// The scanner with the rules and policies that it was built with.
    pub fn built_in() -> &'static Self {
        static BUILT_IN: OnceCell<Scanner<'static>> = OnceCell::new();
        BUILT_IN.get_or_init(|| Scanner::read(crate::TABLES))
    }
}

impl<'a> Scanner<'a> {
    /// Reads compiled tables.
    pub fn read(tables: &'a [u8]) -> Self {
        let mut reader = Reader::new(tables);
        let catalogue = Catalogue::read(&mut reader);
        let policies = reader.list(Policy::read);
        let banks = reader.list(Bank::read);
        let around = reader.list(Around::read);
        let (phrases, vocabulary) = Phrases::read(&mut reader);
        let disguises = Disguises::read(&mut reader, &vocabulary);
        let listings = Listings::read(&mut reader);
        let companions = Companions::read(&mut reader);
        Self { catalogue, policies, banks, around, phrases, disguises, listings, companions }
    }

    /// Finds what the policy would not want posted.
    ///
    /// The time is linear in the length of the text, whatever it holds.
    pub fn scan(&self, text: &str, options: Options<'_>) -> Scan {
        self.detect(text, options, |context, hits| {
            let findings = hits.iter().map(|hit| Finding {
                rule: hit.rule,
                severity: self.severity(hit, options.policy),
                span: context.folded.span(hit.start, hit.end),
            });
            Scan { findings: findings.collect(), truncated: context.folded.truncated }
        })
    }

    /// Reads a text, and its words for what they are in truth.
    pub fn read_text(&self, text: &str) -> Reading {
        let mut reading = Reading::new(text);
        self.disguises.reveal(&mut reading);
        reading
    }

    /// Reads the text, runs the detectors and hands on what they read and found.
    fn detect<T>(&self, text: &str, options: Options<'_>, then: impl FnOnce(&Context<'_>, &[Hit]) -> T) -> T {
        let reading = self.read_text(text);
        let matches = self.matches(&reading, options.surface);
        let (capitals_tell, points) = (unsync::OnceCell::new(), unsync::OnceCell::new());
        let (quotation, pieces) = (unsync::OnceCell::new(), unsync::OnceCell::new());
        let context = Context {
            capitals_tell: &capitals_tell,
            points: &points,
            quotation: &quotation,
            pieces: &pieces,
            catalogue: &self.catalogue,
            text,
            folded: &reading.folded,
            words: &reading.words,
            web: &reading.web,
            policies: &self.policies,
            listings: &self.listings,
            companions: &self.companions,
            matches: &matches,
            present: detect::Tags::of(&self.catalogue, &matches),
            options,
        };
        let mut hits = detect::run(&context);
        detect::settle(&self.catalogue, &mut hits);
        then(&context, &hits)
    }

    /// Where a rule that gives evidence matches; what its examples are held against.
    pub fn evidence(&self, text: &str, surface: Surface, rule: u16) -> Vec<Span> {
        let reading = self.read_text(text);
        if let Emits::Tag(tag) = self.catalogue.rules[usize::from(rule)].emits
            && let Some(listing) = self.listings.of(tag)
        {
            return looked_up(&reading, listing);
        }
        if self.catalogue.rules[usize::from(rule)].check == Check::Weighed {
            let (words, lower) = (&reading.words, &reading.folded.lower);
            let pieces = self.companions.pieces(words, lower);
            let places = self.companions.told(&pieces, |of| of == rule);
            let place = |(first, last): (usize, usize)| (words.all[first].start as usize, words.all[last].end as usize);
            return places.map(place).map(|(start, end)| reading.folded.span(start, end)).collect();
        }
        let matches = self.matches(&reading, surface);
        let of_rule: Vec<_> = matches.iter().filter(|m| m.rule == rule).collect();
        // "NHS no" is one piece, though "NHS" is listed too.
        let within = |a: &Match, b: &Match| a != b && b.start <= a.start && a.end <= b.end;
        let whole = of_rule.iter().filter(|a| !of_rule.iter().any(|b| within(a, b)));
        whole.map(|m| reading.folded.span(m.start as usize, m.end as usize)).collect()
    }

    /// Every match of a pattern, before any check; the parity test holds it against `regex`.
    pub fn pattern_matches(&self, reading: &Reading) -> Vec<Match> {
        let mut matches = Vec::new();
        for bank in &self.banks {
            bank.scan(&reading.folded.lower, &reading.words, |m| matches.push(m));
        }
        for pattern in &self.around {
            pattern.scan(&reading.folded.lower, &reading.words, |m| matches.push(m));
        }
        Match::sort(&mut matches);
        matches
    }

    /// Every rule that matches, before any check, in order.
    fn matches(&self, reading: &Reading, surface: Surface) -> Vec<Match> {
        let Reading { folded, words, web } = reading;
        let mut matches = Vec::new();
        let mut keep = |m: Match| {
            let rule = &self.catalogue.rules[usize::from(m.rule)];
            let looked_past = !rule.in_url && self.is_web(web, &m, surface);
            if rule.applies_to(surface) && !looked_past {
                matches.push(m);
            }
        };
        for bank in &self.banks {
            bank.scan(&folded.lower, words, &mut keep);
        }
        for pattern in &self.around {
            pattern.scan(&folded.lower, words, &mut keep);
        }
        self.phrases.scan(&folded.lower, words, |phrase| {
            for &rule in phrase.rules {
                keep(Match { rule, start: phrase.start, end: phrase.end });
            }
        });
        Match::sort(&mut matches);
        // "The vicar's" is read as "vicars" and as "vicar".
        matches.dedup();
        matches
    }

    /// Whether the letters of a match mean an address, not what they say. A hashtag's words do say something.
    fn is_web(&self, web: &Web, m: &Match, surface: Surface) -> bool {
        match web.touching(m.start as usize, m.end as usize) {
            None => false,
            // "@sshole": the sign of the handle is a letter of the word.
            Some(WebPart::Handle) if web.part_at(m.start as usize).is_some_and(|part| part.0 == m.start as usize) => {
                false
            }
            Some(WebPart::Link) => true,
            Some(WebPart::Handle) => surface != Surface::Handle,
            Some(WebPart::Hashtag) => self.catalogue.rules[usize::from(m.rule)].check != Check::None,
        }
    }

    fn severity(&self, hit: &Hit, policy: Option<&Policy<'_>>) -> Severity {
        let rule = &self.catalogue.rules[usize::from(hit.rule)];
        let Emits::Kind(kind) = rule.emits else { unreachable!("evidence is no finding") };
        let by_policy = || policy.and_then(|p| p.severity_of(kind));
        hit.severity.or(rule.severity).or_else(by_policy).unwrap_or(self.catalogue.kinds[usize::from(kind)].severity)
    }

    /// The rule with the number that findings carry.
    pub fn rule(&self, number: u16) -> &Rule<'a> {
        &self.catalogue.rules[usize::from(number)]
    }

    /// All rules, by number.
    pub fn rules(&self) -> &[Rule<'a>] {
        &self.catalogue.rules
    }

    /// The name of the kind that a rule finds.
    pub fn kind_of(&self, rule: u16) -> &'a str {
        match self.rule(rule).emits {
            Emits::Kind(kind) => self.catalogue.kinds[usize::from(kind)].name,
            Emits::Tag(_) => "",
        }
    }

    /// The kinds that a rule may be of.
    pub fn catalogue(&self) -> &Catalogue<'a> {
        &self.catalogue
    }

    /// The policies, in the order of their files.
    pub fn policies(&self) -> &[Policy<'a>] {
        &self.policies
    }

    /// The policy with that id.
    pub fn policy(&self, id: &str) -> Option<&Policy<'a>> {
        self.policies.iter().find(|p| p.id == id)
    }

    /// Reads a policy that a Trust wrote itself; `docs/policy-template.txt` shows how.
    ///
    /// ```
    /// use forepost::{Options, Scanner, Surface};
    /// let scanner = Scanner::built_in();
    /// let file = "id: us\nname: Our Trust\nshort: Us\nask: the press office\nphrase: Operation Kestrel is conduct/internal";
    /// let policy = scanner.read_policy(file).unwrap();
    /// let options = Options { surface: Surface::Post, policy: Some(&policy) };
    /// assert_eq!(scanner.scan("operation kestrel is on", options).findings[0].span.end, 17);
    /// assert_eq!(scanner.read_policy("id: us\nnam: x").unwrap_err().line, 2);
    /// ```
    ///
    /// # Errors
    /// The first line that cannot be used, and why.
    pub fn read_policy(&self, file: &str) -> Result<Policy<'static>, PolicyError> {
        policy_file::read(file, &self.catalogue)
    }

    /// What to say about a finding of `text`, with what could stand in its place and the details that add up; `None` when
    /// a scan of the text with these options does not find it. `today` (`YYYY-MM-DD`) tells whether a policy is past its
    /// review.
    ///
    /// ```
    /// use forepost::{Options, Scanner, Surface};
    /// let scanner = Scanner::built_in();
    /// let options = Options { surface: Surface::Post, policy: None };
    /// let text = "Called to an 84 year old on the stairs";
    /// let found = scanner.scan(text, options).findings[0];
    /// let explanation = scanner.explain(text, options, &found, "2026-01-01").unwrap();
    /// assert_eq!(explanation.title, "A patient's age");
    /// assert_eq!(explanation.replacements[0].text, "an older person");
    /// assert_eq!(explanation.replacements[0].start, 10); // the article goes too
    /// ```
    pub fn explain(&self, text: &str, options: Options<'_>, finding: &Finding, today: &str) -> Option<Explanation> {
        self.detect(text, options, |context, hits| {
            let span = |start, end| context.folded.span(start, end);
            let is_it = |hit: &&Hit| hit.rule == finding.rule && span(hit.start, hit.end) == finding.span;
            let hit = hits.iter().find(is_it)?;
            let Emits::Kind(kind) = self.rule(hit.rule).emits else { return None };
            let mut explanation = self.explain_as(kind, Some(hit.rule), options.policy, today);
            explanation.severity = self.severity(hit, options.policy);
            for offer in detect::offers(context, hit) {
                let Span { start, end } = if offer.start == offer.end {
                    // What is added stands behind the character in front of it.
                    let at = offer.start.checked_sub(1).map_or(0, |last| span(last, offer.start).end);
                    Span { start: at, end: at }
                } else {
                    span(offer.start, offer.end)
                };
                explanation.replacements.push(Replacement { text: offer.text, start, end });
            }
            if self.rule(hit.rule).check == Check::Jigsaw {
                for piece in detect::pieces(context, hits) {
                    let Span { start, end } = span(piece.start, piece.end);
                    explanation.pieces.push(Piece { tells: piece.tells, start, end });
                }
            }
            Some(explanation)
        })
    }

    /// What to say about findings of a kind.
    pub fn explain_kind(&self, kind: &str, policy: Option<&Policy<'_>>, today: &str) -> Option<Explanation> {
        let kind = self.catalogue.kind_number(kind)? as u8;
        Some(self.explain_as(kind, None, policy, today))
    }

    fn explain_as(&self, kind: u8, rule: Option<u16>, policy: Option<&Policy<'_>>, today: &str) -> Explanation {
        match policy {
            Some(policy) => policy::explain(&self.catalogue, kind, rule, &[policy], today),
            None => policy::explain(&self.catalogue, kind, rule, &self.policies.iter().collect::<Vec<_>>(), today),
        }
    }
}

/// The runs of up to three words that a list holds, the longest where one begins.
fn looked_up(reading: &Reading, listing: &Listing) -> Vec<Span> {
    let words = &reading.words.all;
    let mut spans = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let run = (at..words.len().min(at + 3))
            .rev()
            .find(|&last| listing.holds(&reading.folded.lower[words[at].start as usize..words[last].end as usize]));
        if let Some(last) = run {
            spans.push(reading.folded.span(words[at].start as usize, words[last].end as usize));
        }
        at = run.unwrap_or(at) + 1;
    }
    spans
}
