//! A module's folder.

use std::collections::BTreeSet;

use super::tree::{File, Tree};

/// A folder in `modules/`.
pub struct Module<'t> {
    /// The folder's name, which is also the schema's.
    pub name: String,
    tree: &'t Tree,
}

/// Every folder in `modules/`.
pub fn all(tree: &Tree) -> Vec<Module<'_>> {
    let names: BTreeSet<&str> = tree
        .below("modules")
        .filter_map(|file| file.path.strip_prefix("modules/")?.split_once('/').map(|(name, _)| name))
        .collect();
    names.into_iter().map(|name| Module { name: name.to_owned(), tree }).collect()
}

impl<'t> Module<'t> {
    /// The module's code: words joined by "-".
    pub fn code(&self) -> String {
        self.name.replace('_', "-")
    }

    /// From the workspace's root.
    pub fn folder(&self) -> String {
        format!("modules/{}", self.name)
    }

    /// A path inside the module, from the workspace's root.
    pub fn path(&self, inside: &str) -> String {
        format!("modules/{}/{inside}", self.name)
    }

    /// A file of the module.
    pub fn get(&self, inside: &str) -> Option<&'t File> {
        self.tree.get(&self.path(inside))
    }

    /// Whether a folder of this name holds anything.
    pub fn has_folder(&self, inside: &str) -> bool {
        self.tree.below(&self.path(inside)).next().is_some()
    }

    /// The module's files below a folder.
    pub fn below(&self, inside: &str) -> impl Iterator<Item = &'t File> + use<'t> {
        let prefix = format!("{}/", self.path(inside));
        self.tree.files().filter(move |file| file.path.starts_with(&prefix))
    }

    /// The module's Rust.
    pub fn sources(&self) -> impl Iterator<Item = &'t File> + use<'t> {
        self.below("src").filter(|file| file.is("rs"))
    }

    /// The module's Rust that browsers run too.
    pub fn shared_sources(&self) -> impl Iterator<Item = &'t File> + use<'t> {
        let (file, folder) = (self.path("src/server.rs"), self.path("src/server/"));
        self.sources().filter(move |source| source.path != file && !source.path.starts_with(&folder))
    }

    /// The module's Rust that only the server runs.
    pub fn server_sources(&self) -> impl Iterator<Item = &'t File> + use<'t> {
        let (file, folder) = (self.path("src/server.rs"), self.path("src/server/"));
        self.sources().filter(move |source| source.path == file || source.path.starts_with(&folder))
    }

    /// The module's migrations, in order.
    pub fn migrations(&self) -> impl Iterator<Item = &'t File> + use<'t> {
        self.below("migrations").filter(|file| file.is("sql"))
    }

    /// Whether it is the one that only holds what the others share.
    pub fn is_contracts(&self) -> bool {
        self.name == "contracts"
    }
}
