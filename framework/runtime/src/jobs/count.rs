//! What waits, runs and has failed, and throwing away what waits for a store that goes.

use std::collections::HashMap;

use orion_kernel::{PlatformId, StoreId};

use crate::App;

/// How much of one sort of work there is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WorkCount {
    /// Waits for its turn, or for its module to be switched on.
    pub waiting: i64,
    /// Is being done.
    pub running: i64,
    /// Has failed for good.
    pub failed: i64,
}

/// The work of a platform's tenants, by the name of the job or the reaction.
///
/// # Errors
///
/// The database refuses or cannot be reached.
pub async fn count_work(app: &App, platform: PlatformId) -> Result<HashMap<String, WorkCount>, sqlx::Error> {
    let rows: Vec<(String, i64, i64, i64)> = sqlx::query_as(
        "select coalesce(jobs.payload->'job'->>'handler', tasks.identifier), \
                count(*) filter (where jobs.locked_at is null and jobs.attempts < jobs.max_attempts), \
                count(*) filter (where jobs.locked_at is not null), \
                count(*) filter (where jobs.locked_at is null and jobs.attempts >= jobs.max_attempts) \
         from graphile_worker._private_jobs as jobs \
         join graphile_worker._private_tasks as tasks on tasks.id = jobs.task_id \
         where jobs.payload->'scope'->>'platform_id' = $1 \
           and not exists (select 1 from graphile_worker._private_job_retirements as r where r.id = jobs.id) \
         group by 1",
    )
    .bind(platform.to_string())
    .fetch_all(app.pool())
    .await?;
    let counted =
        rows.into_iter().map(|(name, waiting, running, failed)| (name, WorkCount { waiting, running, failed }));
    Ok(counted.collect())
}

/// Throws away the jobs of a store that is being deleted, as far as nobody works at them, and says how many those were.
///
/// # Errors
///
/// The database refuses or cannot be reached.
pub async fn discard_of_store(app: &App, store: StoreId) -> Result<u64, sqlx::Error> {
    let discarded = sqlx::query(
        "delete from graphile_worker._private_jobs where payload->'scope'->>'store_id' = $1 and locked_at is null",
    )
    .bind(store.to_string())
    .execute(app.pool())
    .await?;
    Ok(discarded.rows_affected())
}
