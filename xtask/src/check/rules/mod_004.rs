//! MOD-004: a module depends on no other module.

use super::{Finding, Rule, Tree, pattern};
use crate::check::tree::line_of;

pub const RULE: Rule = Rule {
    numbers: &["MOD-004"],
    reason: "a module that needs another's code cannot be switched off, moved or removed without it",
    mend: "use a port, an event or a slot of modules/contracts, or write a glue module",
    find,
};

/// The only module that others name.
const SHARED: &str = "orion-contracts";

fn find(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    let modules = tree.modules();
    for module in &modules {
        let own = format!("orion-{}", module.name.replace('_', "-"));
        let others: Vec<String> = modules
            .iter()
            .map(|other| format!("orion-{}", other.name.replace('_', "-")))
            .filter(|other| *other != own && other != SHARED)
            .collect();
        let known = tree.crates().iter().find(|known| known.folder == module.folder());
        for dependency in
            known.into_iter().flat_map(|known| &known.dependencies).filter(|known| others.contains(&known.name))
        {
            let line = module
                .get("Cargo.toml")
                .map_or(0, |file| line_of(&file.text, file.text.find(&dependency.name).unwrap_or(0)));
            found.push(Finding::error(
                "MOD-004",
                module.path("Cargo.toml"),
                line,
                format!("depends on {}", dependency.name),
            ));
        }
        for other in &others {
            let named = pattern(&format!(r"\b{}::", other.replace('-', "_")));
            for file in module.sources() {
                for place in named.find_iter(file.code()) {
                    let line = line_of(file.code(), place.start());
                    found.push(Finding::error("MOD-004", &file.path, line, format!("names {other}")));
                }
            }
        }
    }
    found
}
