//! What fails is tried again, and stays when it fails for good.

use orion_kernel::Page;

use super::support::{Fail, How, SCOPE, TestDatabase, now};
use crate::jobs::{FailedJob, discard, enqueue, list_failed, retry};

async fn enqueue_failing(database: &TestDatabase, how: How) {
    enqueue(&mut *database.connection().await, &SCOPE, "r-7", &Fail(how)).await.expect("enqueues");
}

async fn dead_letters(database: &TestDatabase) -> Vec<FailedJob> {
    list_failed(&mut *database.connection().await, Page::default()).await.expect("lists").items
}

#[tokio::test]
async fn a_failure_is_tried_again_after_a_while() {
    let database = TestDatabase::new().await;
    let workers = database.workers(Vec::new(), Vec::new()).await;
    enqueue_failing(&database, How::Once).await;
    database.wait_for_traces("attempt", 2).await;
    database.wait_until(async || database.jobs().await == 0, "an empty queue").await;
    let waited = database.count("select extract(epoch from max(at) - min(at))::bigint from orion.traces").await;
    assert!((2..=6).contains(&waited), "e seconds after the first attempt, not {waited}");
    workers.stop().await;
    database.stop().await;
}

#[tokio::test]
async fn a_job_out_of_attempts_stays_to_be_tried_again_or_discarded() {
    let database = TestDatabase::new().await;
    let workers = database.workers(Vec::new(), Vec::new()).await;
    enqueue_failing(&database, How::Always).await;
    database.wait_for_traces("attempt", 1).await;
    assert!(dead_letters(&database).await.is_empty(), "one attempt is left");
    database.wait_for_traces("attempt", 2).await;
    database.wait_until(async || !dead_letters(&database).await.is_empty(), "a dead letter").await;
    let [dead] = <[FailedJob; 1]>::try_from(dead_letters(&database).await).expect("one");
    assert_eq!((dead.name.as_str(), dead.attempts), ("test.fail", 2));
    assert_eq!(dead.last_error.as_deref(), Some("no \"luck\"\n\\"));
    assert_eq!(dead.request_id.as_deref(), Some("r-7"));
    assert_eq!(dead.scope.map(|scope| scope.0), Some(SCOPE));
    let age = now() - dead.failed_at;
    assert!((-1..30).contains(&age.whole_seconds()), "{age}");

    let mut conn = database.connection().await;
    assert!(retry(&mut conn, dead.id).await.expect("retries"));
    assert!(!retry(&mut conn, dead.id).await.expect("is none any more"));
    database.wait_for_traces("attempt", 4).await;
    database.wait_until(async || !dead_letters(&database).await.is_empty(), "a dead letter").await;
    assert!(discard(&mut conn, dead.id).await.expect("discards"));
    assert!(!discard(&mut conn, dead.id).await.expect("is gone"));
    assert_eq!(database.jobs().await, 0);
    drop(conn);
    workers.stop().await;
    database.stop().await;
}

#[tokio::test]
async fn what_cannot_succeed_is_tried_once_and_a_panic_kills_nobody() {
    let database = TestDatabase::new().await;
    let workers = database.workers(Vec::new(), Vec::new()).await;
    enqueue_failing(&database, How::Permanently).await;
    database.wait_until(async || !dead_letters(&database).await.is_empty(), "a dead letter").await;
    let dead = dead_letters(&database).await;
    assert_eq!(dead[0].last_error.as_deref(), Some("never"));
    assert_eq!(database.traces("attempt").await, 1);
    enqueue_failing(&database, How::Panic).await;
    database.wait_until(async || dead_letters(&database).await.len() == 2, "a dead letter").await;
    let dead = dead_letters(&database).await;
    assert_eq!((dead[0].attempts, dead[0].last_error.as_deref()), (2, Some("panicked: boom")));
    workers.stop().await;
    database.stop().await;
}
