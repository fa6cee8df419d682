//! Imports that the command line can start: a module says what it can read.

use std::{
    fmt,
    path::{Component, Path, PathBuf},
};

use futures::future::BoxFuture;

use crate::{Ctx, error::Result, module_server::DemoFiles};

/// Something a module can read into the store of a context.
#[derive(Clone, Copy)]
pub struct Importer {
    /// What it reads, such as `products`.
    pub name: &'static str,
    /// Reads a file. `Invalid` when it is no such file; what is wrong with parts of it is in the summary.
    pub run: fn(Ctx, ImportFile, Progress) -> BoxFuture<'static, Result<ImportSummary>>,
}

/// Told now and then how many things are done, and how many there are.
pub type Progress = fn(u32, u32);

/// What is to be read.
#[derive(Clone)]
pub struct ImportFile {
    /// The file's content.
    pub bytes: Vec<u8>,
    /// What it is called.
    pub name: String,
    /// Where the files are that it names by relative paths.
    pub folder: Option<ImportFolder>,
}

/// Where files are that an imported file names.
#[derive(Clone)]
pub enum ImportFolder {
    /// A folder of this machine.
    Disk(PathBuf),
    /// A folder of the demo.
    Demo(DemoFiles, String),
}

impl ImportFolder {
    /// A file below the folder; `None` when there is none, or the path leads out of it.
    pub async fn read(&self, path: &str) -> Option<Vec<u8>> {
        let is_below =
            Path::new(path).components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
        if !is_below {
            return None;
        }
        match self {
            Self::Disk(folder) => tokio::fs::read(folder.join(path)).await.ok(),
            Self::Demo(files, folder) => (files.0)(&format!("{folder}/{path}")).map(<[u8]>::to_vec),
        }
    }
}

/// What became of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportSummary {
    /// Things that were new.
    pub created: u32,
    /// Things that were different.
    pub updated: u32,
    /// Things that were the same.
    pub unchanged: u32,
    /// What could not be read, in the order of the file; nothing was written of the things these rows belong to.
    pub failed: Vec<ImportFailure>,
}

/// What was wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportFailure {
    /// As a spreadsheet counts: the header is 1.
    pub row: u32,
    /// The column; empty when it is about the row as a whole.
    pub column: String,
    /// A sentence in the context's language.
    pub message: String,
}

/// For the command line.
impl fmt::Display for ImportFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "row {}", self.row)?;
        if !self.column.is_empty() {
            write!(f, ", {}", self.column)?;
        }
        write!(f, ": {}", self.message)
    }
}
