//! MOD-021: an optional module that shows up in the back office has a feature that tiers can include.

use super::{Finding, Rule, Tree, pattern};
use crate::check::tree::line_of;

pub const RULE: Rule = Rule {
    numbers: &["MOD-021"],
    reason: "what merchants see, operators must be able to sell",
    mend: "declare a feature in the definition; core and internal modules need none",
    find,
};

fn find(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    for module in tree.modules() {
        let Some(file) = module.get("src/lib.rs") else { continue };
        let code = file.code();
        let is_optional = code.contains("Tier::Optional");
        let Some(entry) = pattern(r"\bmenu:\s*").find(code).filter(|_| is_optional) else { continue };
        let in_store = pattern(r"frontend:\s*Frontend::Store\b").is_match(code) || !code.contains("MenuItem");
        if in_store && !pattern(r"\bfeatures\s*(:|,)").is_match(code) {
            let line = line_of(code, entry.start());
            found.push(Finding::warning("MOD-021", &file.path, line, "has menu entries and no feature"));
        }
    }
    found
}
