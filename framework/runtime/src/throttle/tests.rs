//! Counting against a real database.

use time::macros::datetime;

use super::*;
use crate::{
    database::{RowScope, begin},
    jobs::tests::support::TestDatabase,
};

const START: OffsetDateTime = datetime!(2026-01-01 00:00 UTC);

async fn ask(database: &TestDatabase, key: &[u8], at: OffsetDateTime) -> Option<i64> {
    let mut tx = begin(&database.pool, &RowScope::PLATFORM).await.expect("begins");
    let refused = admit(&mut tx, "test", key, at).await.expect("counts");
    tx.commit().await.expect("commits");
    refused
}

async fn fail(database: &TestDatabase, key: &[u8], at: OffsetDateTime) {
    let mut tx = begin(&database.pool, &RowScope::PLATFORM).await.expect("begins");
    note_failure(&mut tx, "test", key, at).await.expect("notes");
    tx.commit().await.expect("commits");
}

#[tokio::test]
async fn ten_guesses_in_any_minute_however_many_ask_at_once() {
    let database = TestDatabase::without_queue().await;
    let parallel = (0..40).map(|_| ask(&database, b"a", START));
    let answers = futures::future::join_all(parallel).await;
    assert_eq!(answers.iter().filter(|refused| refused.is_none()).count(), 10);
    assert!(answers.iter().flatten().all(|secs| (1..=61).contains(secs)), "{answers:?}");
    assert_eq!(ask(&database, b"b", START).await, None, "another account");
    assert!(ask(&database, b"a", START + Duration::seconds(59)).await.is_some());
    assert_eq!(ask(&database, b"a", START + Duration::seconds(60)).await, None);
    database.stop().await;
}

#[tokio::test]
async fn waits_grow_and_a_right_guess_ends_them() {
    let database = TestDatabase::without_queue().await;
    let mut at = START;
    let mut waits = Vec::new();
    for _ in 0..16 {
        assert_eq!(ask(&database, b"a", at).await, None);
        fail(&database, b"a", at).await;
        let wait = ask(&database, b"a", at).await.unwrap_or_default();
        waits.push(wait);
        at += Duration::seconds(wait.max(61));
        if wait == 0 {
            fail(&database, b"a", at).await;
        }
    }
    assert!(waits.is_sorted(), "{waits:?}");
    assert_eq!(waits.last(), Some(&301));
    let mut tx = begin(&database.pool, &RowScope::PLATFORM).await.expect("begins");
    note_success(&mut tx, "test", b"a", at).await.expect("notes");
    tx.commit().await.expect("commits");
    assert_eq!(ask(&database, b"a", at).await, None);
    assert_eq!(ask(&database, b"a", at).await, None);
    database.stop().await;
}

#[tokio::test]
async fn what_nobody_guesses_at_is_forgotten() {
    let database = TestDatabase::without_queue().await;
    for number in 0..50_u8 {
        ask(&database, &[number], START).await;
    }
    let mut tx = begin(&database.pool, &RowScope::PLATFORM).await.expect("begins");
    assert_eq!(remove_expired(&mut tx).await.expect("removes"), 50);
    tx.commit().await.expect("commits");
    database.stop().await;
}
