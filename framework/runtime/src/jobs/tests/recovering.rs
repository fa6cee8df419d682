//! Workers that die, and databases that go away.

use super::support::{Leave, SCOPE, TestDatabase};
use crate::jobs::enqueue;

async fn enqueue_leaving(database: &TestDatabase, name: &str) {
    let leave = Leave { name: name.to_owned() };
    enqueue(&mut *database.connection().await, &SCOPE, "r-1", &leave).await.expect("enqueues");
}

#[tokio::test]
async fn the_job_of_a_killed_worker_runs_again_and_the_attempt_counts() {
    let database = TestDatabase::new().await;
    enqueue_leaving(&database, "orphan").await;
    let kill = "update graphile_worker._private_jobs \
                set attempts = 1, locked_by = 'killed', locked_at = now() - interval '1 minute'";
    sqlx::query(kill).execute(&database.pool).await.expect("locks the job");
    let workers = database.workers(Vec::new(), Vec::new()).await;
    let counted = "select count(*) from graphile_worker._private_jobs where attempts = 1 and locked_by is null";
    database.wait_until(async || database.count(counted).await == 1, "the job to be free").await;
    database.wait_for_traces("orphan", 1).await;
    workers.stop().await;
    database.stop().await;
}

#[tokio::test]
async fn workers_come_back_with_the_database() {
    let database = TestDatabase::new().await;
    let workers = database.workers(Vec::new(), Vec::new()).await;
    enqueue_leaving(&database, "before").await;
    database.wait_for_traces("before", 1).await;
    let cut = "select pg_terminate_backend(pid) from pg_stat_activity \
               where datname = current_database() and pid <> pg_backend_pid()";
    sqlx::query(cut).execute(&database.pool).await.expect("cuts all other connections");
    tokio::time::sleep(std::time::Duration::from_secs(6)).await;
    enqueue_leaving(&database, "after").await;
    database.wait_for_traces("after", 1).await;
    workers.stop().await;
    database.stop().await;
}
