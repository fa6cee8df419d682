//! Dead letters: jobs that have used up their attempts, to look at, try again or throw away.

use orion_kernel::{Page, Paged, PlatformId};
use sqlx::{PgConnection, types::Json};
use time::OffsetDateTime;

use super::JobScope;
use crate::app::App;

/// A job that has used up its attempts.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct FailedJob {
    /// Its number.
    pub id: i64,
    /// The job's name; for a reaction to an event `react:` and the handler's.
    pub name: String,
    /// Whom it ran for; `None` for schedules.
    pub scope: Option<Json<JobScope>>,
    /// The request that caused it.
    pub request_id: Option<String>,
    /// How often it was tried.
    pub attempts: i16,
    /// What went wrong last, for operators.
    pub last_error: Option<String>,
    /// When it was enqueued.
    pub created_at: OffsetDateTime,
    /// When it failed last.
    pub failed_at: OffsetDateTime,
}

/// The dead letters, the latest failure first. Needs the connection of the schema's owner.
///
/// # Errors
///
/// The database refuses or cannot be reached.
pub async fn list_failed(conn: &mut PgConnection, page: Page) -> Result<Paged<FailedJob>, sqlx::Error> {
    // A failed attempt moves run_at by the back-off; what is left of it without that is the moment it failed.
    let mut items: Vec<FailedJob> = sqlx::query_as(
        "select jobs.id, \
                coalesce('react:' || (jobs.payload->'job'->>'handler'), 'schedule:' || (jobs.payload->>'schedule'), \
                         tasks.identifier) as name, \
                (jobs.payload->'scope')::jsonb as scope, \
                jobs.payload->>'request_id' as request_id, \
                jobs.attempts, jobs.last_error, jobs.created_at, \
                jobs.run_at - exp(least(jobs.attempts, 10)) * interval '1 second' as failed_at \
         from graphile_worker._private_jobs as jobs \
         join graphile_worker._private_tasks as tasks on tasks.id = jobs.task_id \
         where jobs.attempts >= jobs.max_attempts and jobs.locked_at is null \
           and not exists (select 1 from graphile_worker._private_job_retirements as r where r.id = jobs.id) \
         order by failed_at desc, jobs.id desc \
         limit $1 offset $2",
    )
    .bind(page.limit())
    .bind(page.offset())
    .fetch_all(&mut *conn)
    .await?;
    for item in &mut items {
        item.last_error = item.last_error.take().map(plain);
    }
    let total = sqlx::query_scalar(
        "select count(*) \
         from graphile_worker._private_jobs as jobs \
         where jobs.attempts >= jobs.max_attempts and jobs.locked_at is null \
           and not exists (select 1 from graphile_worker._private_job_retirements as r where r.id = jobs.id)",
    )
    .fetch_one(conn)
    .await?;
    Ok(Paged { items, total, page })
}

/// The queue stores errors as Rust prints them for programmers: `TaskError("no \"luck\"")`.
fn plain(stored: String) -> String {
    let quoted = stored.strip_prefix("TaskError(\"").and_then(|rest| rest.strip_suffix("\")"));
    let Some(quoted) = quoted else { return stored };
    let mut text = String::with_capacity(quoted.len());
    let mut chars = quoted.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            text.push(c);
            continue;
        }
        match chars.next() {
            Some('n') => text.push('\n'),
            Some('t') => text.push('\t'),
            escaped => text.extend(escaped),
        }
    }
    text
}

/// Gives a dead letter all its attempts again, the first at once. `false` when there is no such dead letter.
///
/// # Errors
///
/// The database refuses or cannot be reached.
pub async fn retry(conn: &mut PgConnection, id: i64) -> Result<bool, sqlx::Error> {
    // The empty notification wakes the workers; a committed insert would have done it.
    let woken = sqlx::query(
        "select pg_notify('jobs:insert', '{\"count\":1}') \
         from graphile_worker._private_jobs as jobs \
         cross join lateral graphile_worker.reschedule_jobs(array[jobs.id], run_at => now(), attempts => 0) \
         where jobs.id = $1 and jobs.attempts >= jobs.max_attempts and jobs.locked_at is null",
    )
    .bind(id)
    .execute(conn)
    .await?;
    Ok(woken.rows_affected() == 1)
}

/// Throws a dead letter away. `false` when there is no such dead letter.
///
/// # Errors
///
/// The database refuses or cannot be reached.
pub async fn discard(conn: &mut PgConnection, id: i64) -> Result<bool, sqlx::Error> {
    let deleted = sqlx::query(
        "delete from graphile_worker._private_jobs \
         where id = $1 and attempts >= max_attempts and locked_at is null",
    )
    .bind(id)
    .execute(conn)
    .await?;
    Ok(deleted.rows_affected() == 1)
}

/// How many dead letters a platform has, its stores' included.
///
/// # Errors
///
/// The database refuses or cannot be reached.
pub async fn count_failed(app: &App, platform: PlatformId) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar(
        "select count(*) from graphile_worker._private_jobs as jobs \
         where jobs.attempts >= jobs.max_attempts and jobs.locked_at is null \
           and jobs.payload->'scope'->>'platform_id' = $1 \
           and not exists (select 1 from graphile_worker._private_job_retirements as r where r.id = jobs.id)",
    )
    .bind(platform.to_string())
    .fetch_one(app.pool())
    .await
}
