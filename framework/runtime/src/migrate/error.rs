//! Why the schema could not be brought up to date, in sentences for the operator.

/// What is wrong with the migrations or the database.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum MigrateError {
    /// The program's list is faulty.
    #[error(
        "The migrations of \"{module}\" do not count from 1 without gaps: {expected} was expected, but {found} follows."
    )]
    Gap {
        /// The module's code.
        module: String,
        /// The number that should come.
        expected: u32,
        /// The number that comes.
        found: u32,
    },
    /// The database's history is faulty.
    #[error(
        "The database has later migrations of \"{module}\" than {missing}, but not {missing} itself. Restore orion.migrations from a backup."
    )]
    HistoryGap {
        /// The module's code.
        module: String,
        /// The number that is missing.
        missing: u32,
    },
    /// Someone edited a file that ran already.
    #[error(
        "Migration {version} ({name}) of \"{module}\" was changed after it ran on this database. Restore the file and put the change into a new migration."
    )]
    Changed {
        /// The module's code.
        module: String,
        /// The migration's number.
        version: u32,
        /// What it does.
        name: &'static str,
    },
    /// The statements failed; nothing of this migration remains.
    #[error("Migration {version} ({name}) of \"{module}\" failed and left nothing behind: {source}")]
    Failed {
        /// The module's code.
        module: String,
        /// The migration's number.
        version: u32,
        /// What it does.
        name: &'static str,
        /// What the database says.
        source: sqlx::Error,
    },
    /// The database cannot be used.
    #[error("The database could not be migrated: {0}")]
    Database(#[from] sqlx::Error),
}
