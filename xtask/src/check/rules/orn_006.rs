//! ORN-006: files are short, and named after what they hold.

use super::{Finding, Rule, Tree};

pub const RULE: Rule = Rule {
    numbers: &["ORN-006"],
    reason: "a file is one verb or one question; drawers without a name fill up",
    mend: "split the file by what it does, and name the parts after that",
    find,
};

const LONG: usize = 300;
const TOO_LONG: usize = 500;
const DRAWERS: [&str; 8] = ["utils", "util", "helpers", "helper", "common", "misc", "shared", "stuff"];

fn find(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    for file in tree.files().filter(|file| ["rs", "sql", "css", "ts"].iter().any(|kind| file.is(kind))) {
        let lines = file.text.lines().count();
        if lines > TOO_LONG {
            found.push(Finding::error("ORN-006", &file.path, 0, format!("has {lines} lines; {TOO_LONG} are the most")));
        } else if lines > LONG {
            found.push(Finding::warning("ORN-006", &file.path, 0, format!("has {lines} lines; {LONG} are enough")));
        }
        let mut names = file.path.split('/').map(|part| part.split('.').next().unwrap_or_default());
        if let Some(drawer) = names.find(|name| DRAWERS.contains(name)) {
            found.push(Finding::error(
                "ORN-006",
                &file.path,
                0,
                format!("“{drawer}” says nothing about what is in it"),
            ));
        }
    }
    found
}
