//! What a verb may fail with: something its caller is told, or the database.

use orion_kernel::AppError;

/// A verb's failure. At the server function it becomes an [`AppError`], with the database's part logged and hidden.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Told to the caller.
    #[error(transparent)]
    App(#[from] AppError),
    /// Logged, and told as "unavailable" or "internal".
    #[error(transparent)]
    Database(#[from] sqlx::Error),
}

/// What verbs return.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl From<Error> for AppError {
    fn from(error: Error) -> Self {
        match error {
            Error::App(error) => error,
            Error::Database(error) => crate::database::to_app_error(error),
        }
    }
}

impl From<orion_kernel::money::MoneyError> for Error {
    fn from(error: orion_kernel::money::MoneyError) -> Self {
        Self::App(error.into())
    }
}

/// Whether the database refused because of the named constraint.
#[must_use]
pub fn violates(error: &sqlx::Error, constraint: &str) -> bool {
    error.as_database_error().is_some_and(|error| error.constraint() == Some(constraint))
}
