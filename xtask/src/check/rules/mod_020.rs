//! MOD-020: what a module declares of itself is said in every language.

use super::{Finding, Rule, Tree, pattern};
use crate::check::tree::line_of;

pub const RULE: Rule = Rule {
    numbers: &["MOD-020"],
    reason: "names, features, permissions and menu entries are read by people in four languages",
    mend: "write the text into locales/ and name its key: |l| td_string!(of(l), module.name)",
    find,
};

fn find(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    // A text is a function of the language; one that answers with a string has no language.
    let fixed = pattern(r#"\|\s*\w+\s*\|\s*"[^"]*""#);
    for module in tree.modules() {
        for file in ["src/lib.rs", "src/permissions.rs"].into_iter().filter_map(|name| module.get(name)) {
            for place in fixed.find_iter(file.uncommented()) {
                let line = line_of(&file.text, place.start());
                found.push(Finding::error("MOD-020", &file.path, line, "is a text in one language only"));
            }
        }
    }
    found
}
