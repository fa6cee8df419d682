//! Why there is no private PostgreSQL, in sentences for the operator.

use std::{
    io,
    path::{Path, PathBuf},
};

/// What keeps the private PostgreSQL from running, and what to do about it.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum EmbeddedError {
    /// Nothing to run.
    #[error(
        "No PostgreSQL 15 or newer was found on this machine. Install it (Debian, Ubuntu: apt install postgresql; \
         Fedora: dnf install postgresql-server; macOS: brew install postgresql), or set DATABASE_URL to a running server."
    )]
    NotInstalled,
    /// The data belongs to a version that went away.
    #[error(
        "The database in {} was made by PostgreSQL {needed}, which is not installed any more. Install PostgreSQL {needed} \
         again, or move the data to the newer one with pg_upgrade.", cluster.display()
    )]
    VersionGone {
        /// Where the data is.
        cluster: PathBuf,
        /// The major version that made it.
        needed: u32,
    },
    /// The data folder cannot be used.
    #[error("The data folder cannot be used: {}: {source}. Make it writable, or set ORION_DATA_DIR to another folder.", path.display())]
    Folder {
        /// The folder or file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The disk is full.
    #[error("The disk that holds {} is full. Free some space and start again.", path.display())]
    DiskFull {
        /// A folder on that disk.
        path: PathBuf,
    },
    /// Root may not run PostgreSQL, and there is nobody else.
    #[error(
        "PostgreSQL refuses to run as root, and neither a user \"postgres\" nor \"nobody\" exists to run it. Create one, or set DATABASE_URL."
    )]
    NoAccount,
    /// The unprivileged user cannot reach the data.
    #[error("PostgreSQL runs as the user \"{user}\" here, which may not enter {}. Set ORION_DATA_DIR to another folder, such as /var/lib/orion.", folder.display())]
    NoEntry {
        /// Who runs PostgreSQL.
        user: String,
        /// The closed folder.
        folder: PathBuf,
    },
    /// The socket's folder in `/tmp` is someone else's.
    #[error("The folder {} belongs to someone else. Remove it, or set ORION_DATA_DIR to a shorter path.", path.display())]
    SocketTaken {
        /// The folder.
        path: PathBuf,
    },
    /// A PostgreSQL program failed.
    #[error("PostgreSQL could not {what}. It says: {output}")]
    Failed {
        /// What was tried.
        what: &'static str,
        /// The last lines it wrote.
        output: String,
    },
    /// The server runs and refuses us.
    #[error("The private PostgreSQL refuses the connection: {0}")]
    Refused(#[from] sqlx::Error),
    /// The process is being stopped.
    #[error("Starting PostgreSQL was interrupted: {0}")]
    Interrupted(tokio::task::JoinError),
}

impl EmbeddedError {
    pub(super) fn folder(path: &Path, source: io::Error) -> Self {
        if source.kind() == io::ErrorKind::StorageFull {
            return Self::DiskFull { path: path.to_owned() };
        }
        Self::Folder { path: path.to_owned(), source }
    }

    pub(super) fn failed(what: &'static str, output: &str, place: &Path) -> Self {
        if output.contains("No space left on device") {
            return Self::DiskFull { path: place.to_owned() };
        }
        let lines: Vec<&str> = output.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        Self::Failed { what, output: lines[lines.len().saturating_sub(6)..].join(" / ") }
    }
}
