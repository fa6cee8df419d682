//! ORN-001: the layers. Who may depend on whom.

use super::{Finding, Rule, Tree};
use crate::check::{
    crates::{Crate, Dependency},
    tree::line_of,
};

pub const RULE: Rule = Rule {
    numbers: &["ORN-001"],
    reason: "each layer can be read, tested and replaced knowing only those below it",
    mend: "move the code to the layer that may have the dependency; a new crate gets a row in xtask/src/check/rules/orn_001.rs",
    find,
};

/// A row of the table: for crates in these folders.
struct Layer {
    /// A folder, or all folders in one with "/*".
    folder: &'static str,
    /// Crates of the workspace it may name.
    may: &'static [&'static str],
    /// Of these, and of others' crates, those it may name for the server only.
    native_only: &'static [&'static str],
    /// Others' crates it must not name at all.
    never: &'static [&'static str],
}

const SERVER_CRATES: &[&str] = &["sqlx", "axum", "tokio", "leptos_axum", "tower-http"];
const NONE: &[&str] = &[];

const LAYERS: &[Layer] = &[
    Layer { folder: "framework/kernel", may: NONE, native_only: NONE, never: SERVER_CRATES },
    Layer { folder: "framework/i18n-build", may: NONE, native_only: NONE, never: SERVER_CRATES },
    Layer {
        folder: "framework/ui",
        may: &["orion-kernel", "orion-i18n-build"],
        native_only: NONE,
        never: SERVER_CRATES,
    },
    Layer { folder: "framework/runtime", may: &["orion-kernel"], native_only: NONE, never: NONE },
    Layer {
        folder: "framework/testing",
        may: &["orion-app", "orion-contracts", "orion-kernel", "orion-runtime", "orion-ui"],
        native_only: NONE,
        never: NONE,
    },
    Layer { folder: "modules/contracts", may: &["orion-kernel"], native_only: NONE, never: SERVER_CRATES },
    Layer {
        folder: "modules/*",
        may: &["orion-kernel", "orion-ui", "orion-contracts", "orion-i18n-build", "orion-runtime"],
        native_only: &["orion-runtime", "sqlx", "axum", "tokio", "leptos_axum", "tower-http"],
        never: NONE,
    },
    Layer {
        folder: "app",
        may: &["orion-kernel", "orion-ui", "orion-contracts", "orion-i18n-build", "orion-runtime", "modules/*"],
        native_only: &["orion-runtime", "axum", "tokio", "leptos_axum", "tower-http"],
        never: &["sqlx"],
    },
    Layer { folder: "server", may: &["orion-app", "orion-runtime", "orion-kernel"], native_only: NONE, never: NONE },
    Layer { folder: "frontend", may: &["orion-app"], native_only: NONE, never: SERVER_CRATES },
    Layer { folder: "xtask", may: NONE, native_only: NONE, never: NONE },
    Layer { folder: "xtask/measure", may: NONE, native_only: NONE, never: NONE },
];

/// Everybody's tests may have it.
const TESTING: &str = "orion-testing";

fn find(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    for one in tree.crates() {
        let manifest = format!("{}/Cargo.toml", one.folder);
        let Some(layer) = layer(&one.folder) else {
            found.push(Finding::error("ORN-001", manifest, 0, "is in no row of the table of layers"));
            continue;
        };
        for dependency in &one.dependencies {
            if let Some(message) = fault(tree, one, layer, dependency) {
                let line = tree.get(&manifest).map_or(0, |file| {
                    line_of(&file.text, file.text.find(&format!("\n{}", dependency.name)).map_or(0, |at| at + 1))
                });
                found.push(Finding::error("ORN-001", &manifest, line, message));
            }
        }
    }
    found
}

fn layer(folder: &str) -> Option<&'static Layer> {
    let exact = LAYERS.iter().find(|layer| layer.folder == folder);
    exact.or_else(|| LAYERS.iter().find(|layer| within(folder, layer.folder)))
}

fn within(folder: &str, row: &str) -> bool {
    let Some(parent) = row.strip_suffix("/*") else { return false };
    folder.strip_prefix(parent).and_then(|rest| rest.strip_prefix('/')).is_some_and(|name| !name.contains('/'))
}

fn fault(tree: &Tree, one: &Crate, layer: &Layer, dependency: &Dependency) -> Option<String> {
    let name = dependency.name.as_str();
    if name == TESTING {
        return (!dependency.is_dev).then(|| format!("depends on {TESTING} outside of its tests"));
    }
    if layer.never.contains(&name) && !dependency.is_dev {
        return Some(format!("must not depend on {name}"));
    }
    if let Some(own) = tree.crates().iter().find(|known| known.name == name) {
        let by_folder = layer.may.iter().any(|row| within(&own.folder, row));
        if !layer.may.contains(&name) && !by_folder {
            return Some(format!("{} may not depend on {name}", one.folder));
        }
    }
    let needs_gate = layer.native_only.contains(&name) && !dependency.is_native && !dependency.is_dev;
    needs_gate.then(|| format!("names {name} for the browser too"))
}
