//! Events against a real database: each subscriber reacts once, in one transaction with its receipt.

use futures::future::BoxFuture;
use orion_kernel::{AppError, EventId, event::Event};
use serde::{Deserialize, Serialize};

use super::{EventHandler, Reaction, publish};
use crate::{
    ctx::new_uuid,
    jobs::{
        enqueue, list_failed,
        tests::support::{SCOPE, TestDatabase, trace},
    },
    tx::Tx,
};

#[derive(Serialize, Deserialize)]
struct Happened {
    fail: bool,
}

impl Event for Happened {
    const NAME: &'static str = "test.happened";
}

#[derive(Serialize, Deserialize)]
struct SomethingElse;

impl Event for SomethingElse {
    const NAME: &'static str = "test.something_else";
}

fn react(tx: &mut Tx, event: Happened) -> BoxFuture<'_, Result<(), AppError>> {
    Box::pin(async move {
        trace(tx.conn(), "reacted").await?;
        if event.fail { Err(AppError::conflict("not_now")) } else { Ok(()) }
    })
}

fn handlers() -> Vec<EventHandler> {
    vec![
        EventHandler::on::<Happened>("a.react", "on", react),
        EventHandler::on::<Happened>("b.react", "on", react),
        EventHandler::on::<Happened>("c.react", "off", react),
        EventHandler::on::<SomethingElse>("d.react", "on", |_, _| Box::pin(async { Err(AppError::internal()) })),
    ]
}

#[tokio::test]
async fn each_subscriber_reacts_to_what_was_committed() {
    let database = TestDatabase::new().await;
    let workers = database.workers(handlers(), Vec::new()).await;
    for commit in [false, true] {
        let mut tx = database.pool.begin().await.expect("begins");
        let event = Happened { fail: false };
        publish(&mut tx, &SCOPE, "r-1", &handlers(), |module| module != "off", &event).await.expect("publishes");
        if commit { tx.commit().await } else { tx.rollback().await }.expect("ends");
    }
    database.wait_for_traces("reacted", 2).await;
    database.wait_until(async || database.jobs().await == 0, "an empty queue").await;
    assert_eq!(database.count("select count(distinct event_id) from orion.event_receipts").await, 1);
    assert_eq!(database.traces("reacted").await, 2);
    workers.stop().await;
    database.stop().await;
}

#[tokio::test]
async fn an_event_that_comes_twice_has_its_effect_once() {
    let database = TestDatabase::new().await;
    let event_id = EventId(new_uuid());
    let mut conn = database.connection().await;
    for handler in ["a.react", "a.react", "c.react"] {
        let event = serde_json::json!({ "fail": false });
        let reaction = Reaction { handler: handler.to_owned(), event_id, event };
        enqueue(&mut conn, &SCOPE, "r-1", &reaction).await.expect("enqueues");
    }
    let workers = database.workers(handlers(), Vec::new()).await;
    database.wait_until(async || database.jobs().await == 0, "an empty queue").await;
    assert_eq!(database.traces("reacted").await, 1);
    drop(conn);
    workers.stop().await;
    database.stop().await;
}

#[tokio::test]
async fn a_failed_reaction_leaves_neither_effect_nor_receipt() {
    let database = TestDatabase::new().await;
    let workers = database.workers(handlers(), Vec::new()).await;
    let mut conn = database.connection().await;
    let event = Happened { fail: true };
    publish(&mut conn, &SCOPE, "r-1", &handlers()[..1], |_| true, &event).await.expect("publishes");
    let error = "select count(*) from graphile_worker._private_jobs where last_error like '%not_now%' and attempts = 1";
    database.wait_until(async || database.count(error).await == 1, "a failed attempt").await;
    assert_eq!(database.traces("reacted").await, 0);
    assert_eq!(database.count("select count(*) from orion.event_receipts").await, 0);
    sqlx::query("update graphile_worker._private_jobs set attempts = max_attempts")
        .execute(&mut *conn)
        .await
        .expect("ends it");
    let dead = list_failed(&mut conn, orion_kernel::Page::default()).await.expect("lists");
    assert_eq!(dead.items[0].name, "react:a.react");
    drop(conn);
    workers.stop().await;
    database.stop().await;
}
