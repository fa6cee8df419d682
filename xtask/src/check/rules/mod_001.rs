//! MOD-001: a module has the files that every module has.

use super::{Finding, Rule, Tree, pattern};

pub const RULE: Rule = Rule {
    numbers: &["MOD-001"],
    reason: "whoever knows one module finds their way in all of them",
    mend: "add the file; cargo xtask new-module shows what belongs into it",
    find,
};

const REQUIRED: [&str; 3] = ["Cargo.toml", "README.md", "src/lib.rs"];

fn find(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    for module in tree.modules() {
        let mut missing = |what: &str, why: &str| found.push(Finding::error("MOD-001", module.path(what), 0, why));
        for name in REQUIRED.iter().filter(|name| module.get(name).is_none()) {
            missing(name, "is missing");
        }
        let declares_texts = module.get("src/lib.rs").is_some_and(|file| file.code().contains("i18n!()"));
        if declares_texts && !module.has_folder("locales") {
            missing("locales", "is missing, although the module declares texts");
        }
        if !declares_texts && module.has_folder("locales") {
            missing("src/lib.rs", "does not declare the texts of locales/ with i18n!()");
        }
        let queries = pattern(&format!(r"(?i)\b(from|into|update)\s+{}\.\w", module.name));
        let has_tables = module.server_sources().any(|file| queries.is_match(file.uncommented()));
        if has_tables && !module.has_folder("migrations") {
            missing("migrations", "is missing, although the module reads tables of its own");
        }
    }
    found
}
