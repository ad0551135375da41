//! Web addresses, handles and hashtags in a text.
//!
//! Their letters and digits mean something else than they say: a link's `t.co/LN13AB` is no postcode, and a page id no
//! telephone number. Rules look past them unless they ask not to.

use super::is_word;

/// What a stretch of the web is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WebPart {
    /// `https://…`, `www.…` or `domain.example/…`
    Link,
    /// `@name`
    Handle,
    /// `#topic`
    Hashtag,
}

/// The links, handles and hashtags of a text, in order and without overlap.
#[derive(Debug, Default, Clone)]
pub struct Web {
    parts: Vec<(u32, u32, WebPart)>,
}

impl Web {
    /// Finds them in folded, lower-case text; `marks` are where one may begin, in order.
    pub fn new(lower: &[u8], marks: &[u32]) -> Self {
        let mut web = Self::default();
        let mut next = 0;
        for &mark in marks {
            let at = mark as usize;
            if at < next {
                continue;
            }
            next = match lower[at] {
                b'@' | b'#' => web.take_tag(lower, at),
                b'/' | b'w' => web.take_link(lower, at),
                _ => next,
            };
        }
        web
    }

    fn take_tag(&mut self, lower: &[u8], at: usize) -> usize {
        let length = lower[at + 1..].iter().take_while(|&&b| is_word(b) || b == b'_').count();
        if length == 0 || at > 0 && is_word(lower[at - 1]) {
            return at + 1;
        }
        let end = at + 1 + length;
        let part = if lower[at] == b'@' { WebPart::Handle } else { WebPart::Hashtag };
        self.parts.push((at as u32, end as u32, part));
        end
    }

    /// Takes the link around the slash or the `www.` at `at`, if it is one.
    fn take_link(&mut self, lower: &[u8], at: usize) -> usize {
        let from = self.parts.last().map_or(0, |p| p.1 as usize);
        // A text may be all slashes: what is around one is looked at only where it can belong to a link.
        if !is_sign_of_link(&lower[from..], at - from) {
            return at + 1;
        }
        // No domain name is longer than this; the limit keeps the work linear.
        let reach = at.saturating_sub(253).max(from);
        let start = (reach..at).rev().find(|&i| is_gap(lower[i])).map_or(reach, |i| i + 1);
        let end = at + lower[at..].iter().take_while(|&&b| !is_gap(b)).count();
        // A full stop or comma behind a link belongs to the sentence.
        let end = lower[at..end]
            .iter()
            .rposition(|&b| !matches!(b, b'.' | b',' | b'!' | b'?' | b';' | b':' | b'\''))
            .map_or(at, |i| at + i + 1);
        // "www." and nothing behind it is none.
        if lower[at] == b'w' && end - at < b"www.".len() {
            return at + 1;
        }
        self.parts.push((start as u32, end as u32, WebPart::Link));
        end
    }

    /// The part that `start..end` touches, if any.
    pub fn touching(&self, start: usize, end: usize) -> Option<WebPart> {
        let first = self.parts.partition_point(|p| p.1 as usize <= start);
        self.parts.get(first).filter(|p| (p.0 as usize) < end).map(|p| p.2)
    }

    /// The part that the byte at `at` belongs to, as `(start, end, what)`.
    pub fn part_at(&self, at: usize) -> Option<(usize, usize, WebPart)> {
        let first = self.parts.partition_point(|p| p.1 as usize <= at);
        self.parts.get(first).filter(|p| p.0 as usize <= at).map(|p| (p.0 as usize, p.1 as usize, p.2))
    }

    /// The parts, as `(start, end, what)` in folded positions.
    pub fn parts(&self) -> impl Iterator<Item = (usize, usize, WebPart)> {
        self.parts.iter().map(|p| (p.0 as usize, p.1 as usize, p.2))
    }
}

fn is_gap(byte: u8) -> bool {
    byte <= b' ' || matches!(byte, b'"' | b'<' | b'>' | b'(' | b')' | b'[' | b']' | b'|')
}

/// Whether a link goes over the slash or `www` at `at`: there is a scheme, `www.`, or a dotted name before the slash.
fn is_sign_of_link(text: &[u8], at: usize) -> bool {
    let (before, behind) = text.split_at(at);
    if behind.starts_with(b"www.") || before.ends_with(b":") && behind.starts_with(b"//") {
        return true;
    }
    let top = before.iter().rev().take(19).take_while(|b| b.is_ascii_lowercase()).count();
    let mut rest = before[..at - top].iter().rev();
    (2..=18).contains(&top) && rest.next() == Some(&b'.') && rest.next().is_some_and(u8::is_ascii_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Words;

    fn web(text: &str) -> Web {
        Web::new(text.as_bytes(), &Words::new(text.as_bytes()).marks)
    }

    fn parts(text: &str) -> Vec<(&str, WebPart)> {
        web(text).parts().map(|(s, e, p)| (&text[s..e], p)).collect()
    }

    #[test]
    fn finds_links_handles_and_hashtags() {
        use WebPart::{Handle, Hashtag, Link};
        assert_eq!(
            parts("see https://t.co/ln13ab (or www.example.org) and bit.ly/2ab by @a_b #on_call"),
            [
                ("https://t.co/ln13ab", Link),
                ("www.example.org", Link),
                ("bit.ly/2ab", Link),
                ("@a_b", Handle),
                ("#on_call", Hashtag)
            ]
        );
    }

    #[test]
    fn dates_fractions_and_addresses_of_mail_are_none() {
        assert_eq!(parts("12/3/41 and/or a.b@example.org 24/7 p/c w/e"), []);
    }

    #[test]
    fn touching_tells_the_part() {
        let web = web("x @name y");
        assert_eq!(web.touching(0, 2), None);
        assert_eq!(web.touching(4, 5), Some(WebPart::Handle));
        assert_eq!(web.touching(7, 9), None);
    }
}
