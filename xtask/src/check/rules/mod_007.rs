//! MOD-005, 007: what a module declares is what its folders hold.

use super::{FRONTENDS, Finding, Rule, Tree, pattern};
use crate::check::{
    modules::Module,
    rust, sql,
    tree::{File, line_of},
};

pub const RULE: Rule = Rule {
    numbers: &["MOD-007", "MOD-005"],
    reason: "code, schema, frontends and styles are found by name; two names for one thing are found by nobody",
    mend: "give folder, code and schema one name, and keep pages/<frontend> and style/<frontend>.css for the frontends it serves",
    find,
};

fn find(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    for module in tree.modules() {
        codes(&module, &mut found);
        frontends(&module, &mut found);
        styles(&module, &mut found);
        schema(&module, &mut found);
    }
    found
}

fn codes(module: &Module<'_>, found: &mut Vec<Finding>) {
    let declared = pattern(r#"Module(?:Definition|Server)::new\(\s*"([^"]*)""#);
    for file in module.sources() {
        for place in declared.captures_iter(file.uncommented()) {
            if place[1] != module.code() {
                let line = place.get(0).map_or(0, |whole| line_of(file.uncommented(), whole.start()));
                let message = format!("the code is “{}”, and the folder says “{}”", &place[1], module.code());
                found.push(Finding::error("MOD-007", &file.path, line, message));
            }
        }
    }
}

fn frontends(module: &Module<'_>, found: &mut Vec<Finding>) {
    let Some((file, start, body)) = module.shared_sources().find_map(routes) else { return };
    let declared: Vec<String> = arms(body);
    // Pages that several frontends share stand in no frontend's folder.
    let pages = module.path("src/pages/");
    let has_shared = module.below("src/pages").any(|page| {
        let is_direct = page.path.strip_prefix(&pages).is_some_and(|name| !name.contains('/'));
        is_direct && page.code().contains("#[component")
    });
    for frontend in FRONTENDS {
        let folder = format!("src/pages/{frontend}");
        let has_pages = module.has_folder(&folder) || module.get(&format!("{folder}.rs")).is_some();
        match (declared.iter().any(|declared| declared == frontend), has_pages) {
            (true, false) if !has_shared => {
                let message = format!("declares routes for {frontend}, but {folder} is not there");
                found.push(Finding::error("MOD-005", &file.path, line_of(file.code(), start), message));
            }
            (false, true) => {
                let message = format!("holds pages for {frontend}, for which no routes are declared");
                found.push(Finding::error("MOD-007", module.path(&folder), 0, message));
            }
            _ => {}
        }
    }
}

/// The function that lists the routes: its file, where it begins, its body.
fn routes(file: &File) -> Option<(&File, usize, &str)> {
    let code = file.code();
    let start = pattern(r"\bfn\s+routes\s*\(\s*\w+\s*:\s*Frontend").find(code)?.start();
    let open = start + code[start..].find('{')?;
    Some((file, start, &code[open..rust::closing(code, open)?]))
}

/// The frontends whose arm makes pages.
fn arms(body: &str) -> Vec<String> {
    let heads: Vec<_> =
        pattern(r"((?:Frontend::\w+\s*\|?\s*)+)=>").captures_iter(body).filter_map(|head| head.get(1)).collect();
    let names = pattern(r"Frontend::(\w+)");
    let mut declared = Vec::new();
    for (index, head) in heads.iter().enumerate() {
        let end = heads.get(index + 1).map_or(body.len(), regex_lite::Match::start);
        if pattern(r"\bpage\s*\(").is_match(&body[head.end()..end]) {
            declared.extend(names.captures_iter(head.as_str()).map(|name| name[1].to_lowercase()));
        }
    }
    declared
}

fn styles(module: &Module<'_>, found: &mut Vec<Finding>) {
    for file in module.below("style") {
        let name = file.path.rsplit('/').next().unwrap_or_default();
        let frontend = name.trim_end_matches(".css");
        let embedded = format!("style/{name}");
        if !FRONTENDS.contains(&frontend) {
            found.push(Finding::error("MOD-007", &file.path, 0, "is named after no frontend"));
        } else if !module.sources().any(|source| source.uncommented().contains(&embedded)) {
            found.push(Finding::error("MOD-007", &file.path, 0, "is not embedded by the definition"));
        }
    }
}

fn schema(module: &Module<'_>, found: &mut Vec<Finding>) {
    let create = pattern(r"(?i)\bcreate\s+schema\s+(?:if\s+not\s+exists\s+)?(\w+)");
    for file in module.migrations() {
        let text = sql::blank(&file.text, true);
        for place in create.captures_iter(&text).filter(|place| place[1] != *module.name) {
            let line = place.get(0).map_or(0, |whole| line_of(&text, whole.start()));
            found.push(Finding::error("MOD-007", &file.path, line, format!("makes the schema “{}”", &place[1])));
        }
    }
}
