//! MOD-002, 003: a file holds code of its own.

use super::{Finding, Rule, Tree};

pub const RULE: Rule = Rule {
    numbers: &["MOD-002", "MOD-003"],
    reason: "a file that only passes names on is a detour for every reader",
    mend: "name the thing where it is, and remove the file",
    find,
};

fn find(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    for file in
        tree.modules().iter().flat_map(|module| module.sources()).filter(|file| !file.path.ends_with("/src/lib.rs"))
    {
        let folder = format!("{}/", file.path.trim_end_matches(".rs"));
        if tree.files().any(|other| other.path.starts_with(&folder)) {
            continue;
        }
        let statements = file.code().split(';').map(str::trim).filter(|statement| !statement.is_empty());
        if statements.clone().next().is_some()
            && statements.into_iter().all(|statement| statement.starts_with("pub use "))
        {
            found.push(Finding::warning("MOD-003", &file.path, 0, "only passes names on"));
        }
    }
    found
}
