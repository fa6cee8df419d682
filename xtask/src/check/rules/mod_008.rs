//! MOD-008: a module's error codes have their sentences.

use super::{Finding, Rule, Tree, pattern};
use crate::check::{
    rust::{closing, strings},
    tree::{File, line_of},
};

pub const RULE: Rule = Rule {
    numbers: &["MOD-008"],
    reason: "a code without a sentence reaches people as “please check your input”, which helps nobody",
    mend: "give the code a sentence in the module's src/error.rs, in all four languages",
    find,
};

/// The sentences that every form knows.
const STANDARD: &str = "framework/ui/src/texts.rs";
/// What no page sends: only machines that speak to us, or people who forge requests, ever read these.
const FOR_MACHINES: [&str; 7] = [
    "amount_too_small",
    "key_missing",
    "key_used_for_another_request",
    "malformed_request",
    "nothing_to_refund",
    "payment_mismatch",
    "unknown_setting",
];

fn find(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    for module in tree.modules() {
        let own = module.get("src/error.rs").into_iter().chain(module.below("src/error"));
        let known: Vec<&str> =
            own.chain(tree.get(STANDARD)).flat_map(|file| strings(&file.text)).map(|(_, text)| text).collect();
        for file in module.sources().filter(|file| !file.is_test()) {
            for (position, code) in codes(file) {
                if !known.contains(&code) && !FOR_MACHINES.contains(&code) {
                    let message = format!("“{code}” has no sentence");
                    found.push(Finding::warning("MOD-008", &file.path, line_of(&file.text, position), message));
                }
            }
        }
    }
    found
}

/// The codes that a file gives to errors: a call's only argument, or its last.
fn codes(file: &File) -> Vec<(usize, &str)> {
    let call = pattern(r"\b(AppError::(?:invalid|conflict|field)|FieldError::new|\.and_field)\(");
    let last = pattern(r#"(^|,)\s*"(\w+)"\s*,?\s*$"#);
    let mut found = Vec::new();
    for place in call.find_iter(file.code()) {
        let Some(end) = closing(file.code(), place.end() - 1) else { continue };
        let arguments = &file.uncommented()[place.end()..end];
        let Some(code) = last.captures(arguments) else { continue };
        // The name of a field stands first and is no code.
        let is_alone = code.get(1).is_some_and(|before| before.as_str().is_empty());
        let names_a_field = !place.as_str().contains("invalid") && !place.as_str().contains("conflict");
        if let Some(code) = code.get(2).filter(|_| !(is_alone && names_a_field)) {
            found.push((place.start(), code.as_str()));
        }
    }
    found
}
