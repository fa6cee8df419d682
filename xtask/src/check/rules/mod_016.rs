//! MOD-016 to 019: a module's tables are read and written in that module.

use super::{Finding, Rule, Tree, pattern};
use crate::check::{
    rust,
    tree::{File, line_of},
};

pub const RULE: Rule = Rule {
    numbers: &["MOD-016", "MOD-017", "MOD-018", "MOD-019"],
    reason: "a table that others query cannot change its shape, and its rules hold only where its module's code runs",
    mend: "ask the module through a port, or let it tell you with an event",
    find,
};

/// Every statement may join these: they say whose rows they are.
const SHARED_TABLES: [&str; 3] = ["platforms", "merchants", "stores"];
const OUTSIDE: [&str; 3] = ["app", "server", "framework"];

fn find(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    let modules = tree.modules();
    let schemas: Vec<&str> = modules.iter().map(|module| module.name.as_str()).collect();
    for file in OUTSIDE.iter().flat_map(|folder| tree.below(folder)) {
        queries(file, None, &schemas, &mut found);
    }
    for module in &modules {
        for file in module.sources() {
            queries(file, Some(&module.name), &schemas, &mut found);
        }
    }
    found
}

fn queries(file: &File, own: Option<&str>, schemas: &[&str], found: &mut Vec<Finding>) {
    if !file.is("rs") || file.is_test() {
        return;
    }
    let table = pattern(r"(?i)\b(?:from|into|update|join|table|using)\s+(?:only\s+)?([a-z_]\w*)\.([a-z_]\w*)");
    let tested = file.code();
    for (start, text) in rust::strings(&file.text) {
        // A unit test's strings are blanked in the code along with their quotes.
        if tested.as_bytes().get(start.saturating_sub(1)) == Some(&b' ') {
            continue;
        }
        for place in table.captures_iter(text) {
            let (schema, name) = (&place[1], &place[2]);
            let is_shared = own.is_some() && schema == "tenancy" && SHARED_TABLES.contains(&name);
            if own != Some(schema) && schemas.contains(&schema) && !is_shared {
                let line = line_of(&file.text, start + place.get(0).map_or(0, |whole| whole.start()));
                found.push(Finding::error("MOD-016", &file.path, line, format!("queries {schema}.{name}")));
            }
        }
    }
}
