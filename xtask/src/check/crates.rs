//! The workspace's crates as cargo sees them.

use std::path::Path;

use cargo_metadata::{DependencyKind, MetadataCommand};

/// A crate and what it names in its `Cargo.toml`.
pub struct Crate {
    /// Such as `orion-cart`.
    pub name: String,
    /// From the workspace's root, such as `modules/cart`.
    pub folder: String,
    /// In no order.
    pub dependencies: Vec<Dependency>,
}

/// A dependency.
pub struct Dependency {
    /// The package's name.
    pub name: String,
    /// Whether it stands in the table that leaves WASM out.
    pub is_native: bool,
    /// Whether only tests have it.
    pub is_dev: bool,
}

/// Asks cargo; a fixture without a workspace has no crates.
pub fn read(root: &Path) -> Vec<Crate> {
    let manifest = root.join("Cargo.toml");
    if !manifest.exists() {
        return Vec::new();
    }
    let metadata = match MetadataCommand::new().manifest_path(manifest).no_deps().exec() {
        Ok(metadata) => metadata,
        Err(error) => {
            eprintln!("{error}");
            return Vec::new();
        }
    };
    let relative = |path: &str| Path::new(path).strip_prefix(root).map(|path| path.to_string_lossy().into_owned());
    metadata
        .packages
        .iter()
        .filter_map(|package| {
            let folder = relative(package.manifest_path.parent()?.as_str()).ok()?;
            let dependencies = package.dependencies.iter().map(|dependency| Dependency {
                name: dependency.name.clone(),
                is_native: dependency
                    .target
                    .as_ref()
                    .is_some_and(|target| target.to_string().contains("not(target_family = \"wasm\")")),
                is_dev: dependency.kind == DependencyKind::Development,
            });
            Some(Crate { name: package.name.to_string(), folder, dependencies: dependencies.collect() })
        })
        .collect()
}
