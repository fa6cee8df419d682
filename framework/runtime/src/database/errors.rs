//! What database errors mean: to the operator at start-up, and to a caller at run time.

use std::io;

use orion_kernel::AppError;

/// Why there is no database, in sentences for the operator.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DatabaseError {
    /// The address is malformed; it is not repeated, since it carries a password.
    #[error("DATABASE_URL is not a PostgreSQL address such as postgres://user:password@host:5432/name.")]
    BadUrl,
    /// Nobody listens there, or the name does not resolve.
    #[error("No database answers at {place}: {source}. Start it, or correct DATABASE_URL.")]
    Unreachable {
        /// Host and port, or the socket's folder.
        place: String,
        /// What the system says.
        source: io::Error,
    },
    /// Nothing comes back.
    #[error(
        "The database at {place} does not answer within 10 seconds. Is the address right, and a firewall in between?"
    )]
    Silent {
        /// Host and port, or the socket's folder.
        place: String,
    },
    /// The server is there and says no: password, database name, limits.
    #[error("The database at {place} refuses the connection: {source}")]
    Refused {
        /// Host and port, or the socket's folder.
        place: String,
        /// What the server says.
        source: sqlx::Error,
    },
    /// Some features need 15.
    #[error("The database at {place} is PostgreSQL {major}; 15 or newer is needed.")]
    TooOld {
        /// Host and port, or the socket's folder.
        place: String,
        /// Its major version.
        major: i32,
    },
}

impl DatabaseError {
    pub(super) fn unreachable(place: &str, source: sqlx::Error) -> Self {
        let place = place.to_owned();
        match source {
            sqlx::Error::Io(source) => Self::Unreachable { place, source },
            source => Self::Refused { place, source },
        }
    }
}

/// Logs a database error and gives what a caller may know: that waiting helps (no connection, a lock not had in time,
/// a server going down), or that it is our fault.
pub fn to_app_error(error: sqlx::Error) -> AppError {
    let app_error = classify(&error);
    if app_error.kind == orion_kernel::ErrorKind::Unavailable {
        tracing::warn!(%error, "database unavailable");
    } else {
        tracing::error!(%error, "database error");
    }
    app_error
}

fn classify(error: &sqlx::Error) -> AppError {
    match error {
        sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed | sqlx::Error::Io(_) | sqlx::Error::WorkerCrashed => {
            AppError::unavailable()
        }
        sqlx::Error::Database(error) => match error.code().as_deref() {
            // Serialization failure and deadlock; lock not available; query cancelled by a timeout.
            Some("40001" | "40P01" | "55P03" | "57014") => AppError::unavailable(),
            // Server shutting down or starting; too many connections; idle-in-transaction timeout.
            Some("57P01" | "57P02" | "57P03" | "53300" | "25P03") => AppError::unavailable(),
            // A character that PostgreSQL keeps in no text, U+0000: somebody sent it.
            Some("22021" | "22P05") => AppError::invalid("malformed_request"),
            _ => AppError::internal(),
        },
        _ => AppError::internal(),
    }
}

#[cfg(test)]
mod tests {
    use orion_kernel::ErrorKind;

    use super::*;

    #[test]
    fn an_exhausted_pool_is_worth_another_try_and_a_bug_is_not() {
        assert_eq!(to_app_error(sqlx::Error::PoolTimedOut).kind, ErrorKind::Unavailable);
        assert_eq!(to_app_error(sqlx::Error::ColumnNotFound("name".to_owned())).kind, ErrorKind::Internal);
    }
}
