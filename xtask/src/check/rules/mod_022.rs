//! MOD-022: a module with pages in the back office has permissions.

use super::{Finding, Rule, Tree, pattern};

pub const RULE: Rule = Rule {
    numbers: &["MOD-022"],
    reason: "without a permission, everybody who may sign in may do it",
    mend: "declare permissions in src/permissions.rs and name them in the definition",
    find,
};

fn find(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    for module in tree.modules() {
        let Some(file) = module.get("src/lib.rs") else { continue };
        let has_pages = module.has_folder("src/pages/store") || module.has_folder("src/pages/admin");
        let is_internal = file.code().contains("Tier::Internal");
        if has_pages && !is_internal && !pattern(r"\bpermissions\s*(:\s*[^:]|,)").is_match(file.code()) {
            found.push(Finding::warning("MOD-022", &file.path, 0, "has pages in the back office and no permission"));
        }
    }
    found
}
