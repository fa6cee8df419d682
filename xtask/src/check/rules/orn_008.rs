//! ORN-008: the map in ARCHITECTURE.md names every crate, and no other.

use super::{Finding, Rule, Tree, pattern};

pub const RULE: Rule = Rule {
    numbers: &["ORN-008"],
    reason: "a map that is out of date leads astray",
    mend: "add or remove the crate's row in the map: | `folder` | `crate` | what it is |",
    find,
};

const MAP: &str = "ARCHITECTURE.md";

fn find(tree: &Tree) -> Vec<Finding> {
    let Some(map) = tree.get(MAP) else {
        return if tree.crates().is_empty() {
            Vec::new()
        } else {
            vec![Finding::error("ORN-008", MAP, 0, "is missing")]
        };
    };
    let row = pattern(r"^\|\s*`([^`]+)`\s*\|\s*`(orion-[\w-]+)`\s*\|");
    let named: Vec<(usize, String, String)> = map
        .text
        .lines()
        .enumerate()
        .filter_map(|(index, line)| {
            let found = row.captures(line)?;
            Some((index + 1, found[1].trim_end_matches('/').to_owned(), found[2].to_owned()))
        })
        .collect();
    let mut found = Vec::new();
    for one in tree.crates() {
        if !named.iter().any(|(_, folder, name)| *folder == one.folder && *name == one.name) {
            found.push(Finding::error("ORN-008", MAP, 0, format!("does not name {} in `{}`", one.name, one.folder)));
        }
    }
    for (line, folder, name) in &named {
        if !tree.crates().iter().any(|one| *folder == one.folder && *name == one.name) {
            found.push(Finding::error(
                "ORN-008",
                MAP,
                *line,
                format!("names {name} in `{folder}`, which does not exist"),
            ));
        }
    }
    found
}
