//! The workspace's files in memory.

use std::{
    cell::OnceCell,
    fs,
    path::{Path, PathBuf},
};

use anyhow::Result;
use walkdir::{DirEntry, WalkDir};

use super::{crates, crates::Crate, modules, modules::Module, rust};

const FOLDERS: [&str; 9] =
    ["app", "server", "frontend", "framework", "modules", "migrations", "style", "xtask", "end2end"];
const ROOT_FILES: [&str; 1] = ["ARCHITECTURE.md"];
const EXTENSIONS: [&str; 7] = ["rs", "sql", "css", "json", "toml", "md", "ts"];
/// Made by tools, or wrong on purpose.
const SKIPPED: [&str; 7] =
    ["node_modules", "target", "fixtures", "template", "demo", "test-results", "playwright-report"];

/// A checkout, or a fixture that looks like one.
pub struct Tree {
    root: PathBuf,
    files: Vec<File>,
    crates: OnceCell<Vec<Crate>>,
}

/// A text file.
pub struct File {
    /// From the root, with "/".
    pub path: String,
    /// Its content.
    pub text: String,
    code: OnceCell<String>,
    uncommented: OnceCell<String>,
}

impl Tree {
    /// Reads everything the rules look at.
    pub fn load(root: &Path) -> Result<Self> {
        let root = root.canonicalize()?;
        let mut files = Vec::new();
        for name in FOLDERS.iter().map(|name| root.join(name)).filter(|folder| folder.is_dir()) {
            for entry in WalkDir::new(name).sort_by_file_name().into_iter().filter_entry(is_ours) {
                let entry = entry?;
                let extension = entry.path().extension().and_then(|extension| extension.to_str()).unwrap_or_default();
                if entry.file_type().is_file() && EXTENSIONS.contains(&extension) {
                    files.push(File::read(&root, entry.path())?);
                }
            }
        }
        for name in ROOT_FILES.iter().map(|name| root.join(name)).filter(|file| file.exists()) {
            files.push(File::read(&root, &name)?);
        }
        Ok(Self { root, files, crates: OnceCell::new() })
    }

    /// All files.
    pub fn files(&self) -> impl Iterator<Item = &File> {
        self.files.iter()
    }

    /// The files below a folder.
    pub fn below(&self, folder: &str) -> impl Iterator<Item = &File> {
        let prefix = format!("{folder}/");
        self.files.iter().filter(move |file| file.path.starts_with(&prefix))
    }

    /// A file by its path.
    pub fn get(&self, path: &str) -> Option<&File> {
        self.files.iter().find(|file| file.path == path)
    }

    /// The folders in `modules/`.
    pub fn modules(&self) -> Vec<Module<'_>> {
        modules::all(self)
    }

    /// The workspace's crates, from cargo; none where there is no workspace.
    pub fn crates(&self) -> &[Crate] {
        self.crates.get_or_init(|| crates::read(&self.root))
    }
}

impl File {
    fn read(root: &Path, path: &Path) -> Result<Self> {
        let relative = path.strip_prefix(root)?.to_string_lossy().replace('\\', "/");
        let text = String::from_utf8_lossy(&fs::read(path)?).into_owned();
        Ok(Self { path: relative, text, code: OnceCell::new(), uncommented: OnceCell::new() })
    }

    /// Whether its name ends so.
    pub fn is(&self, extension: &str) -> bool {
        self.path.rsplit('.').next() == Some(extension)
    }

    /// Rust: the text without comments, the content of strings and unit tests, each line where it was.
    pub fn code(&self) -> &str {
        self.code.get_or_init(|| rust::without_tests(&rust::blank(&self.text, true)))
    }

    /// Rust: the text without comments, each line where it was.
    pub fn uncommented(&self) -> &str {
        self.uncommented.get_or_init(|| rust::blank(&self.text, false))
    }

    /// Whether it holds tests only.
    pub fn is_test(&self) -> bool {
        self.path.ends_with("/tests.rs") || self.path.contains("/tests/") || self.path.starts_with("framework/testing/")
    }
}

fn is_ours(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_str().unwrap_or_default();
    !(name.starts_with('.') || entry.file_type().is_dir() && SKIPPED.contains(&name))
}

/// The line of a position in a text, from 1.
pub fn line_of(text: &str, position: usize) -> usize {
    text.as_bytes()[..position.min(text.len())].iter().filter(|byte| **byte == b'\n').count() + 1
}
