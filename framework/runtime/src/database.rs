//! Connections: the pool, transactions with a scope, and what database errors mean to a caller.

mod errors;
mod scope;
pub mod statements;

use std::{str::FromStr, time::Duration};

use sqlx::{
    Connection, PgConnection, PgPool,
    postgres::{PgConnectOptions, PgPoolOptions},
};

pub use errors::{DatabaseError, to_app_error};
pub use scope::{Role, RowScope, begin};
pub use statements::count_statements;

/// Waiting longer for a connection helps nobody: the caller gets 503 and tries again.
const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(5);
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
/// A connection that was used this recently is not probed before it is used again.
const PROBE_AFTER_IDLE: Duration = Duration::from_secs(5);

/// How connections are opened.
#[derive(Clone, Debug)]
pub struct PoolSettings {
    /// Most connections at a time.
    pub size: u32,
    /// How the process shows up in `pg_stat_activity`.
    pub application_name: &'static str,
}

/// Reads a `DATABASE_URL`. TLS follows its `sslmode`.
pub fn options_from_url(url: &str) -> Result<PgConnectOptions, DatabaseError> {
    PgConnectOptions::from_str(url).map_err(|_| DatabaseError::BadUrl)
}

/// Opens the pool after making sure that the server answers and is new enough.
pub async fn connect(options: PgConnectOptions, settings: &PoolSettings) -> Result<PgPool, DatabaseError> {
    let options = with_session_settings(options, settings.application_name);
    check_server(&options).await?;
    let pool = PgPoolOptions::new()
        .max_connections(settings.size)
        .acquire_timeout(ACQUIRE_TIMEOUT)
        .idle_timeout(Duration::from_secs(600))
        .max_lifetime(Duration::from_secs(3600))
        // A probe before every use would cost each page a round trip.
        .test_before_acquire(false)
        .before_acquire(|connection, state| {
            Box::pin(async move {
                let fresh = state.idle_for < PROBE_AFTER_IDLE;
                Ok(fresh || connection.ping().await.is_ok())
            })
        })
        .connect_lazy_with(options);
    Ok(pool)
}

fn with_session_settings(options: PgConnectOptions, application_name: &str) -> PgConnectOptions {
    options.application_name(application_name).options([
        ("statement_timeout", "15s"),
        ("lock_timeout", "10s"),
        ("idle_in_transaction_session_timeout", "30s"),
        ("timezone", "UTC"),
    ])
}

async fn check_server(options: &PgConnectOptions) -> Result<(), DatabaseError> {
    let place = place_of(options);
    let connecting = tokio::time::timeout(CONNECT_TIMEOUT, PgConnection::connect_with(options));
    let mut connection = match connecting.await {
        Ok(connected) => connected.map_err(|source| DatabaseError::unreachable(&place, source))?,
        Err(_) => return Err(DatabaseError::Silent { place }),
    };
    let version: i32 = sqlx::query_scalar("select current_setting('server_version_num')::int")
        .fetch_one(&mut connection)
        .await
        .map_err(|source| DatabaseError::unreachable(&place, source))?;
    if version < 15_00_00 {
        return Err(DatabaseError::TooOld { place, major: version / 10_000 });
    }
    // The answer is in; how the probe's connection ends changes nothing.
    let _ = connection.close().await;
    Ok(())
}

/// Where the server is, for messages: never with the password.
fn place_of(options: &PgConnectOptions) -> String {
    match options.get_socket() {
        Some(socket) => socket.display().to_string(),
        None => format!("{}:{}", options.get_host(), options.get_port()),
    }
}
