//! Creates the queue's tables, whichever process comes first.

use graphile_worker::{Schema, WorkerUtils};
use sqlx::PgPool;

/// The advisory lock of the installation; any number nobody else uses.
const INSTALL_LOCK: i64 = 0x6f72_696f_6e5f_6a62;

/// The queue's tables could not be created.
#[derive(Debug, thiserror::Error)]
pub enum InstallError {
    /// The database refused or could not be reached.
    #[error(transparent)]
    Database(#[from] sqlx::Error),
    /// The queue's own migrations failed.
    #[error("the job queue's migrations failed: {0}")]
    Queue(String),
}

/// Brings the queue's tables up to date. Runs after the framework's migrations and before the first
/// [`enqueue`](super::enqueue()); processes that start together wait for each other. The pool must belong to the schema's
/// owner and allow two connections.
///
/// # Errors
///
/// The database refuses or cannot be reached.
pub async fn install(pool: &PgPool) -> Result<(), InstallError> {
    let mut tx = pool.begin().await?;
    sqlx::raw_sql("set local lock_timeout = '60s'; set local statement_timeout = '60s'").execute(&mut *tx).await?;
    sqlx::query("select pg_advisory_xact_lock($1)").bind(INSTALL_LOCK).execute(&mut *tx).await?;
    WorkerUtils::new(pool.clone(), Schema::default())
        .migrate()
        .await
        .map_err(|error| InstallError::Queue(error.to_string()))?;
    sqlx::raw_sql(ENQUEUE_JOBS).execute(&mut *tx).await?;
    tx.commit().await?;
    Ok(())
}

/// Tenants' transactions run as a role that owns nothing and cannot see the queue; this is its one way in.
const ENQUEUE_JOBS: &str = "
create or replace function orion.enqueue_jobs(
    name text, payloads jsonb[], run_at timestamptz, max_attempts smallint, job_key text
) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    select graphile_worker.add_job(
        enqueue_jobs.name,
        payload::json,
        run_at => enqueue_jobs.run_at,
        max_attempts => enqueue_jobs.max_attempts::integer,
        job_key => enqueue_jobs.job_key
    )
    from unnest(payloads) as payload
$$;
revoke execute on function orion.enqueue_jobs from public;
grant execute on function orion.enqueue_jobs to orion_tenant, orion_platform";
