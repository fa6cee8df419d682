//! MOD-009: every folder in `modules/` declares a module, and the application lists it.

use super::{Finding, Rule, Tree, pattern};
use crate::check::tree::line_of;

pub const RULE: Rule = Rule {
    numbers: &["MOD-009"],
    reason: "a module that is not in the list is not there, and nobody notices",
    mend: "declare definition() and server::register(), and add the crate to app/src/modules.rs",
    find,
};

const LIST: &str = "app/src/modules.rs";

fn find(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    let modules = tree.modules();
    let list = tree.get(LIST);
    for module in modules.iter().filter(|module| !module.is_contracts()) {
        if !module.get("src/lib.rs").is_some_and(|file| file.code().contains("pub fn definition() -> ModuleDefinition"))
        {
            found.push(Finding::error("MOD-009", module.path("src/lib.rs"), 0, "does not declare definition()"));
        }
        if !module.server_sources().any(|file| file.code().contains("pub fn register() -> ModuleServer")) {
            found.push(Finding::error("MOD-009", module.path("src/server.rs"), 0, "does not declare register()"));
        }
        let listed = pattern(&format!(r"\borion_{}\b", module.name));
        if list.is_some_and(|list| !listed.is_match(list.code())) {
            found.push(Finding::error("MOD-009", LIST, 0, format!("does not list orion_{}", module.name)));
        }
    }
    if let Some(list) = list {
        for place in pattern(r"\borion_(\w+)\s*,").captures_iter(list.code()) {
            if !modules.iter().any(|module| module.name == place[1]) {
                let line = place.get(0).map_or(0, |whole| line_of(list.code(), whole.start()));
                found.push(Finding::error(
                    "MOD-009",
                    LIST,
                    line,
                    format!("lists orion_{}, which has no folder", &place[1]),
                ));
            }
        }
    }
    found
}
