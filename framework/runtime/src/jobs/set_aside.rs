//! Jobs of a module that is off: they wait in the queue until it is on again.

use orion_kernel::PlatformId;
use sqlx::PgPool;

use crate::App;

/// Marks a job that waits for its module.
const FLAG: &str = "module_off";

/// Puts a copy of the job that runs now back into the queue, with all its attempts; the job itself ends. The copy looks
/// again after an hour: this process may have learnt late that the module was switched on.
pub(super) async fn set_aside(pool: &PgPool, id: i64) -> Result<(), sqlx::Error> {
    sqlx::query(
        "select graphile_worker.add_job( \
             tasks.identifier, jobs.payload, run_at => now() + interval '1 hour', \
             max_attempts => jobs.max_attempts::integer, job_key => jobs.key, flags => array[$2] \
         ) \
         from graphile_worker._private_jobs as jobs \
         join graphile_worker._private_tasks as tasks on tasks.id = jobs.task_id \
         where jobs.id = $1",
    )
    .bind(id)
    .bind(FLAG)
    .execute(pool)
    .await?;
    Ok(())
}

/// Lets the jobs go on that were set aside while these modules were off for a platform.
///
/// # Errors
///
/// The database refuses or cannot be reached; they go on within the hour all the same.
pub async fn resume(app: &App, platform: PlatformId, modules: &[&str]) -> Result<(), sqlx::Error> {
    let jobs = app.modules().iter().filter(|module| modules.contains(&module.code)).flat_map(|module| &module.jobs);
    let names: Vec<&str> = jobs.map(|job| job.name).collect();
    if names.is_empty() {
        return Ok(());
    }
    sqlx::query(
        "with waiting as ( \
             select array_agg(jobs.id) as ids \
             from graphile_worker._private_jobs as jobs \
             join graphile_worker._private_tasks as tasks on tasks.id = jobs.task_id \
             where tasks.identifier = any($1) and jobs.flags ? $2 and jobs.payload->'scope'->>'platform_id' = $3 \
         ) \
         select pg_notify('jobs:insert', '{\"count\":1}') \
         from waiting cross join lateral graphile_worker.reschedule_jobs(ids, run_at => now())",
    )
    .bind(names)
    .bind(FLAG)
    .bind(platform.to_string())
    .execute(app.pool())
    .await?;
    Ok(())
}
