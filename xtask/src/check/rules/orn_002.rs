//! ORN-002: a module has one `cfg`, in its `lib.rs`.

use super::{Finding, Rule, Tree, pattern};
use crate::check::tree::line_of;

pub const RULE: Rule = Rule {
    numbers: &["ORN-002"],
    reason: "server and browser are told apart in one place, so that both always see the same program",
    mend: "move server code below src/server/; the body of a #[server] function is there already",
    find,
};

const GATE: &str = "#[cfg(not(target_family = \"wasm\"))]";

fn find(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    let any = pattern(r"#!?\[cfg(_attr)?\(|\bcfg!\(");
    for module in tree.modules() {
        let lib = module.path("src/lib.rs");
        for file in module.sources() {
            let mut gates = 0;
            for place in any.find_iter(file.code()) {
                let source = &file.text[place.start()..];
                let is_gate = file.path == lib
                    && source.strip_prefix(GATE).is_some_and(|rest| rest.trim_start().starts_with("pub mod server;"));
                if is_gate && gates == 0 {
                    gates += 1;
                    continue;
                }
                let message = "a cfg besides the one of “pub mod server;”";
                found.push(Finding::error("ORN-002", &file.path, line_of(file.code(), place.start()), message));
            }
        }
    }
    found
}
