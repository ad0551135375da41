//! The door to JavaScript.
//!
//! A scan is asked for on every pause in typing, so it passes bytes in and numbers out through linear memory; what is
//! asked once (policies, settings, explanations) goes through `serde-wasm-bindgen`.

use std::borrow::Cow;
use std::cell::RefCell;

use js_sys::{Date, Error, JsString, Reflect};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::finding::{Finding, Severity, Span, Surface};
use crate::policy::Policy;
use crate::scanner::{Options, Scanner};

/// What lives between two calls.
#[derive(Default)]
struct Instance {
    /// UTF-8, written by JavaScript.
    input: Vec<u8>,
    /// Numbers, read by JavaScript.
    output: Vec<u32>,
    policy: Chosen,
}

/// Whose policy is in force.
#[derive(Default)]
enum Chosen {
    /// The strictest common reading.
    #[default]
    All,
    /// One that the scanner was built with.
    BuiltIn(&'static Policy<'static>),
    /// One that a Trust wrote itself.
    Own(Box<Policy<'static>>),
}

impl Instance {
    /// The text that JavaScript has written; a lone half of a pair of code units is read as a replacement character.
    fn text(&self, bytes: usize) -> Cow<'_, str> {
        let bytes = &self.input[..bytes.min(self.input.len())];
        str::from_utf8(bytes).map_or_else(|_| String::from_utf8_lossy(bytes), Cow::Borrowed)
    }

    /// An unknown surface is taken for a post.
    fn options(&self, surface: usize) -> Options<'_> {
        let policy = match &self.policy {
            Chosen::All => None,
            Chosen::BuiltIn(policy) => Some(*policy),
            Chosen::Own(policy) => Some(&**policy),
        };
        Options { surface: Surface::ALL.get(surface).copied().unwrap_or(Surface::Post), policy }
    }
}

thread_local! {
    static INSTANCE: RefCell<Instance> = RefCell::default();
}

/// Says why on the console when the scanner stops by a defect; a trap alone would say only "unreachable".
#[wasm_bindgen(start)]
pub fn start() {
    std::panic::set_hook(Box::new(|info| {
        // The place, never the message: a message could quote the text.
        let place = info.location().map_or_else(String::new, ToString::to_string);
        web_sys::console::error_1(&JsString::from(format!("the scanner stopped at {place}")));
    }));
}

/// Makes room for `bytes` bytes of UTF-8 and answers where it is in memory.
#[wasm_bindgen]
pub fn reserve(bytes: usize) -> *const u8 {
    INSTANCE.with_borrow_mut(|instance| {
        if instance.input.len() < bytes {
            instance.input.resize(bytes, 0);
        }
        instance.input.as_ptr()
    })
}

/// Scans the first `bytes` bytes of the room and answers where the numbers are.
///
/// They are: how many findings, flags (1: only the first 50,000 code units were scanned), then for each finding
/// `rule | severity << 16`, start and end in UTF-16 code units. An unknown surface is taken for a post.
#[wasm_bindgen]
pub fn scan(bytes: usize, surface: usize) -> *const u32 {
    INSTANCE.with_borrow_mut(|instance| {
        let scan = Scanner::built_in().scan(&instance.text(bytes), instance.options(surface));
        instance.output.clear();
        instance.output.extend([scan.findings.len() as u32, u32::from(scan.truncated)]);
        for found in &scan.findings {
            let head = u32::from(found.rule) | (found.severity as u32) << 16;
            instance.output.extend([head, found.span.start, found.span.end]);
        }
        instance.output.as_ptr()
    })
}

/// Has the next call run in a fresh instance: after a trap nobody vouches for this one's memory.
#[wasm_bindgen]
pub fn reset() {
    wasm_bindgen::handler::schedule_reinit();
}

/// Explains a finding of the text in the first `bytes` bytes of the room, under the policy in force: its rule and its
/// place, in UTF-16 code units.
///
/// # Errors
/// When the text has no such finding.
#[wasm_bindgen]
pub fn explain(bytes: usize, surface: usize, rule: u16, start: u32, end: u32) -> Result<JsValue, JsValue> {
    let today = String::from(Date::new_0().to_iso_string());
    let explanation = INSTANCE.with_borrow(|instance| {
        let text = instance.text(bytes);
        let finding = Finding { rule, severity: Severity::Advice, span: Span { start, end } };
        Scanner::built_in().explain(&text, instance.options(surface), &finding, &today)
    });
    match explanation {
        Some(explanation) => to_js(&explanation),
        None => Err(error(&format!("rule {rule} finds nothing at {start} to {end}"))),
    }
}

/// A policy as one chooses it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PolicyName<'a> {
    id: &'a str,
    name: &'a str,
    short: &'a str,
    title: &'a str,
    version: &'a str,
    approved: &'a str,
    review_due: Option<&'a str>,
}

/// The policies that can be chosen.
///
/// # Errors
/// Never; the signature is that of values that cross to JavaScript.
#[wasm_bindgen]
pub fn policies() -> Result<JsValue, JsValue> {
    let names: Vec<_> = Scanner::built_in().policies().iter().map(name_of).collect();
    to_js(&names)
}

fn name_of<'p>(policy: &'p Policy<'_>) -> PolicyName<'p> {
    PolicyName {
        id: &policy.id,
        name: &policy.name,
        short: &policy.short,
        title: &policy.title,
        version: &policy.version,
        approved: &policy.approved,
        review_due: policy.review_due.as_deref(),
    }
}

/// Reads a policy that a Trust wrote itself, without putting it in force, and answers how it is called.
///
/// # Errors
/// The first line that cannot be used, and why.
#[wasm_bindgen]
pub fn read_policy(file: &str) -> Result<JsValue, JsValue> {
    let policy = Scanner::built_in().read_policy(file).map_err(|problem| error(&problem.to_string()))?;
    to_js(&name_of(&policy))
}

/// Sets the policy in force: `{policy: id}`, or null for the strictest common reading, or `{file: text}` for one that a
/// Trust wrote itself.
///
/// # Errors
/// When the settings are of another form, no policy has that id, or the file cannot be used; the one in force stays.
#[wasm_bindgen]
pub fn configure(settings: &JsValue) -> Result<(), JsValue> {
    let get = |key: &str| Reflect::get(settings, &key.into()).map_err(|_| error("settings: not an object"));
    let scanner = Scanner::built_in();
    let chosen = if let Some(file) = get("file")?.as_string() {
        let policy = scanner.read_policy(&file).map_err(|problem| error(&problem.to_string()))?;
        Chosen::Own(Box::new(policy))
    } else {
        let policy = get("policy")?;
        match policy.as_string() {
            Some(id) => Chosen::BuiltIn(scanner.policy(&id).ok_or_else(|| error(&unknown_policy(&id)))?),
            None if policy.is_null() => Chosen::All,
            None => return Err(error("settings: \"policy\" must be a policy's id or null")),
        }
    };
    INSTANCE.with_borrow_mut(|instance| instance.policy = chosen);
    Ok(())
}

fn unknown_policy(id: &str) -> String {
    let known: Vec<_> = Scanner::built_in().policies().iter().map(|p| p.id.as_ref()).collect();
    format!("there is no policy \"{id}\"; there are {}", known.join(", "))
}

fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).map_err(|e| error(&e.to_string()))
}

fn error(message: &str) -> JsValue {
    Error::new(message).into()
}
