//! What is enqueued, when it runs, and when it does not.

use std::time::Duration;

use super::support::{Leave, LeaveWhenOff, SCOPE, Slow, TestDatabase, now};
use crate::{
    database::{Role, RowScope, begin},
    jobs::{EnqueueOptions, enqueue, enqueue_with},
};

fn leave(name: &str) -> Leave {
    Leave { name: name.to_owned() }
}

#[tokio::test]
async fn a_job_belongs_to_the_transaction() {
    let database = TestDatabase::new().await;
    let workers = database.workers(Vec::new(), Vec::new()).await;
    let scope = RowScope {
        role: Role::Tenant,
        platform_id: Some(SCOPE.platform_id),
        merchant_id: None,
        store_id: SCOPE.store_id,
    };
    let mut tx = begin(&database.pool, &scope).await.expect("begins");
    enqueue(&mut tx, &SCOPE, "r-1", &leave("rolled back")).await.expect("enqueues as a tenant");
    tx.rollback().await.expect("rolls back");
    let mut tx = begin(&database.pool, &scope).await.expect("begins");
    enqueue(&mut tx, &SCOPE, "r-1", &leave("committed")).await.expect("enqueues as a tenant");
    tx.commit().await.expect("commits");
    database.wait_for_traces("committed", 1).await;
    assert_eq!(database.traces("rolled back").await, 0);
    database.wait_until(async || database.jobs().await == 0, "an empty queue").await;
    workers.stop().await;
    database.stop().await;
}

#[tokio::test]
async fn a_tenant_cannot_see_the_queue() {
    let database = TestDatabase::new().await;
    for role in [Role::Tenant, Role::Platform] {
        let scope = RowScope { role, ..RowScope::PLATFORM };
        let mut tx = begin(&database.pool, &scope).await.expect("begins");
        let read = sqlx::query("select 1 from graphile_worker._private_jobs").execute(&mut *tx).await;
        let code = read.expect_err("refused").into_database_error().and_then(|error| error.code().map(String::from));
        assert_eq!(code.as_deref(), Some("42501"), "insufficient privilege");
    }
    database.stop().await;
}

#[tokio::test]
async fn a_key_makes_waiting_jobs_one_for_each_tenant() {
    let database = TestDatabase::new().await;
    let mut conn = database.connection().await;
    let later = now() + Duration::from_secs(1);
    let options = EnqueueOptions { run_at: Some(later), key: Some("rebuild".to_owned()), max_attempts: None };
    for name in ["first", "second"] {
        enqueue_with(&mut conn, &SCOPE, "r-1", &leave(name), &options).await.expect("enqueues");
    }
    let other = crate::jobs::JobScope { store_id: None, ..SCOPE };
    enqueue_with(&mut conn, &other, "r-1", &LeaveWhenOff, &options).await.expect("enqueues");
    assert_eq!(database.jobs().await, 2);
    let workers = database.workers(Vec::new(), Vec::new()).await;
    database.wait_for_traces("second", 1).await;
    let early = database.count("select count(*) from orion.traces where at < now() - interval '1 hour'").await;
    assert_eq!((database.traces("first").await, early), (0, 0));
    drop(conn);
    workers.stop().await;
    database.stop().await;
}

#[tokio::test]
async fn jobs_of_a_module_that_is_off_wait() {
    let database = TestDatabase::new().await;
    let workers = database.workers(Vec::new(), Vec::new()).await;
    let mut conn = database.connection().await;
    enqueue(&mut conn, &SCOPE, "r-1", &LeaveWhenOff).await.expect("enqueues");
    enqueue(&mut conn, &SCOPE, "r-1", &leave("on")).await.expect("enqueues");
    database.wait_for_traces("on", 1).await;
    let waiting = "select count(*) from graphile_worker._private_jobs where flags ? 'module_off' and attempts = 0";
    database.wait_until(async || database.jobs().await == 1 && database.count(waiting).await == 1, "one job").await;
    assert_eq!(database.traces("off").await, 0);
    drop(conn);
    workers.stop().await;
    database.stop().await;
}

#[tokio::test]
async fn stopping_waits_for_what_runs_and_long_jobs_take_turns() {
    let database = TestDatabase::new().await;
    let workers = database.workers(Vec::new(), Vec::new()).await;
    let mut conn = database.connection().await;
    for _ in 0..2 {
        enqueue(&mut conn, &SCOPE, "r-1", &Slow).await.expect("enqueues");
    }
    database.wait_for_traces("slow began", 1).await;
    workers.stop().await;
    assert_eq!(database.traces("slow began").await, 1, "one at a time, and none after the stop");
    assert_eq!(database.traces("slow ended").await, 1);
    assert_eq!(database.jobs().await, 1, "the other waits for the next worker");
    drop(conn);
    database.stop().await;
}
