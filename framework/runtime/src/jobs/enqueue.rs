//! Puts jobs into the queue, in the caller's transaction.

use serde::Serialize;
use serde_json::Value;
use sqlx::PgConnection;
use time::OffsetDateTime;

use super::{Job, JobScope};

/// When and how a job runs, where it differs from at once and once each.
#[derive(Clone, Debug, Default)]
pub struct EnqueueOptions {
    /// Not before this moment.
    pub run_at: Option<OffsetDateTime>,
    /// Jobs of the same name, tenant and key that have not started yet are one: the later one replaces the earlier.
    pub key: Option<String>,
    /// Instead of [`Job::MAX_ATTEMPTS`].
    pub max_attempts: Option<i16>,
}

/// A job as it is stored.
#[derive(Serialize)]
struct Payload<'a, J> {
    scope: &'a JobScope,
    request_id: &'a str,
    job: &'a J,
}

/// Enqueues a job to run at once; it exists when the transaction commits.
///
/// # Errors
///
/// The database refuses or cannot be reached.
pub async fn enqueue<J: Job>(
    conn: &mut PgConnection,
    scope: &JobScope,
    request_id: &str,
    job: &J,
) -> Result<(), sqlx::Error> {
    enqueue_with(conn, scope, request_id, job, &EnqueueOptions::default()).await
}

/// Enqueues a job with options; it exists when the transaction commits.
///
/// # Errors
///
/// The database refuses or cannot be reached.
pub async fn enqueue_with<J: Job>(
    conn: &mut PgConnection,
    scope: &JobScope,
    request_id: &str,
    job: &J,
    options: &EnqueueOptions,
) -> Result<(), sqlx::Error> {
    let payload = to_payload(scope, request_id, job)?;
    let key = options.key.as_deref().map(|key| scoped_key(J::NAME, scope, key));
    let max_attempts = options.max_attempts.unwrap_or(J::MAX_ATTEMPTS);
    add_jobs(conn, J::NAME, &[payload], options.run_at, max_attempts, key.as_deref()).await
}

/// Enqueues several jobs of a kind in one round trip.
pub(crate) async fn enqueue_each<J: Job>(
    conn: &mut PgConnection,
    scope: &JobScope,
    request_id: &str,
    jobs: &[J],
) -> Result<(), sqlx::Error> {
    if jobs.is_empty() {
        return Ok(());
    }
    let payloads = jobs.iter().map(|job| to_payload(scope, request_id, job)).collect::<Result<Vec<_>, _>>()?;
    add_jobs(conn, J::NAME, &payloads, None, J::MAX_ATTEMPTS, None).await
}

fn to_payload<J: Job>(scope: &JobScope, request_id: &str, job: &J) -> Result<Value, sqlx::Error> {
    serde_json::to_value(Payload { scope, request_id, job }).map_err(|error| sqlx::Error::Encode(error.into()))
}

/// Keys of two tenants never meet.
fn scoped_key(name: &str, scope: &JobScope, key: &str) -> String {
    let owner = match (scope.store_id, scope.merchant_id) {
        (Some(store), _) => store.0,
        (None, Some(merchant)) => merchant.0,
        (None, None) => scope.platform_id.0,
    };
    format!("{name}:{owner}:{key}")
}

async fn add_jobs(
    conn: &mut PgConnection,
    name: &str,
    payloads: &[Value],
    run_at: Option<OffsetDateTime>,
    max_attempts: i16,
    key: Option<&str>,
) -> Result<(), sqlx::Error> {
    sqlx::query("select orion.enqueue_jobs($1, $2, $3, $4, $5)")
        .bind(name)
        .bind(payloads)
        .bind(run_at)
        .bind(max_attempts)
        .bind(key)
        .execute(conn)
        .await?;
    Ok(())
}
