//! MOD-013: what a module reads of its settings is declared.

use super::{Finding, Rule, Tree, pattern};
use crate::check::tree::line_of;

pub const RULE: Rule = Rule {
    numbers: &["MOD-013"],
    reason: "settings that are not registered have no page, no default and no check, and reading them fails",
    mend: "give server::register() the schema: settings: Some(YourSettings::schema()), and let MODULE be the module's code",
    find,
};

fn find(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    let declared = pattern(r#"\bimpl\s+Settings\s+for\s+(\w+)\s*\{[^}]*?const\s+MODULE[^=]*=\s*"([^"]*)""#);
    let read = pattern(r"\bsettings::<\s*(?:\w+::)*(\w+)\s*>\(");
    for module in tree.modules() {
        let registered = |name: &str| {
            let entry = pattern(&format!(r"settings:\s*Some\(\s*(?:\w+::)*{name}::schema\(\)"));
            module.server_sources().any(|file| entry.is_match(file.code()))
        };
        let mut own = Vec::new();
        for file in module.server_sources() {
            for place in declared.captures_iter(file.uncommented()) {
                let line = place.get(0).map_or(0, |whole| line_of(&file.text, whole.start()));
                if place[2] != module.code() {
                    let message = format!("{} says it is “{}”'s", &place[1], &place[2]);
                    found.push(Finding::error("MOD-013", &file.path, line, message));
                }
                if !registered(&place[1]) {
                    let message = format!("{} is not registered", &place[1]);
                    found.push(Finding::error("MOD-013", &file.path, line, message));
                }
                own.push(place[1].to_owned());
            }
        }
        for file in module.server_sources() {
            for place in read.captures_iter(file.code()).filter(|place| !own.contains(&place[1].to_owned())) {
                let line = place.get(0).map_or(0, |whole| line_of(&file.text, whole.start()));
                let message = format!("reads {}, which the module does not declare", &place[1]);
                found.push(Finding::error("MOD-013", &file.path, line, message));
            }
        }
    }
    found
}
