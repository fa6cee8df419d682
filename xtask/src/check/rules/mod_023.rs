//! MOD-023: pages are named in the module's lazy functions only.

use std::ops::Range;

use super::{Finding, Rule, Tree, pattern};
use crate::check::{
    rust,
    tree::{File, line_of},
};

pub const RULE: Rule = Rule {
    numbers: &["MOD-023"],
    reason: "a page that is named elsewhere moves into the part that every visitor downloads",
    mend: "show the page in the module's #[lazy] function; what pages and others share goes to src/components/",
    find,
};

fn find(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    let named = pattern(r"\bpages::(\w+)");
    for module in tree.modules() {
        let pages = module.path("src/pages");
        for file in module.shared_sources().filter(|file| !file.path.starts_with(&pages)) {
            let lazy = lazy_bodies(file);
            for place in named.captures_iter(file.code()) {
                let at = place.get(0).map_or(0, |whole| whole.start());
                if !lazy.iter().any(|body| body.contains(&at)) {
                    let line = line_of(file.code(), at);
                    found.push(Finding::error(
                        "MOD-023",
                        &file.path,
                        line,
                        format!("names {} outside of a lazy function", &place[0]),
                    ));
                }
            }
        }
    }
    found
}

fn lazy_bodies(file: &File) -> Vec<Range<usize>> {
    let code = file.code();
    pattern(r"#\[lazy[^\]]*\]")
        .find_iter(code)
        .filter_map(|attribute| {
            let open = attribute.end() + code[attribute.end()..].find('{')?;
            Some(open..rust::closing(code, open)?)
        })
        .collect()
}
