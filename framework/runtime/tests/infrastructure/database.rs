//! Connections: what goes wrong with them, and how that is told.

use std::{
    future::poll_fn,
    pin::pin,
    task::Poll,
    time::{Duration, Instant},
};

use orion_kernel::ErrorKind;
use orion_runtime::database::{
    self, DatabaseError, PoolSettings, begin, count_statements, options_from_url, to_app_error,
};

use crate::harness::{new_store, with_database, with_empty_database};

const SETTINGS: PoolSettings = PoolSettings { size: 1, application_name: "orion-test" };

#[tokio::test]
async fn an_unreachable_server_is_named_without_its_password() {
    let options = options_from_url("postgres://orion:hunter2@127.0.0.1:1/orion").unwrap();
    let error = database::connect(options, &SETTINGS).await.unwrap_err();
    assert!(matches!(error, DatabaseError::Unreachable { .. }), "{error:?}");
    let sentence = error.to_string();
    assert!(sentence.contains("127.0.0.1:1") && !sentence.contains("hunter2"), "{sentence}");
}

#[tokio::test]
async fn a_refusal_says_why() {
    with_empty_database(async |database| {
        let options = database.postgres.options_for("nowhere");
        let error = database::connect(options, &SETTINGS).await.unwrap_err();
        assert!(error.to_string().contains("\"nowhere\" does not exist"), "{error}");
    })
    .await;
}

#[tokio::test]
async fn an_exhausted_pool_answers_unavailable_after_five_seconds() {
    with_empty_database(async |database| {
        let options = (*database.pool.connect_options()).clone();
        let pool = database::connect(options, &SETTINGS).await.unwrap();
        let held = pool.acquire().await.unwrap();
        let asked = Instant::now();
        let error = to_app_error(pool.acquire().await.unwrap_err());
        assert_eq!(error.kind, ErrorKind::Unavailable);
        assert!(asked.elapsed() < Duration::from_secs(6));
        drop(held);
    })
    .await;
}

#[tokio::test]
async fn no_statement_runs_for_ever() {
    with_empty_database(async |database| {
        let limit: String =
            sqlx::query_scalar("select current_setting('statement_timeout')").fetch_one(&database.pool).await.unwrap();
        assert_eq!(limit, "15s");
    })
    .await;
}

#[tokio::test]
async fn statements_are_counted_and_transactions_are_not() {
    with_database(async |pool| {
        let scope = new_store();
        let work = async {
            let mut tx = begin(pool, &scope).await.unwrap();
            sqlx::query("select 1").execute(&mut *tx).await.unwrap();
            // Elsewhere, as a page's resources run.
            let pool = pool.clone();
            tokio::spawn(async move {
                sqlx::query("select 2 from pg_class where relname = 'nothing'").execute(&pool).await
            })
            .await
            .unwrap()
            .unwrap();
            tx.commit().await.unwrap();
            "done"
        };
        let (value, count, statements) = count_statements(work).await;
        assert_eq!((value, count), ("done", 2), "{statements:?}");
        assert!(statements.contains(&"select 2 from pg_class where relname = 'nothing'".to_owned()), "{statements:?}");
    })
    .await;
}

/// Drops a future that has not ended after some steps.
async fn give_up_after(steps: usize, future: impl Future) {
    let (mut future, mut left) = (pin!(future), steps);
    poll_fn(|context| {
        if left == 0 {
            return Poll::Ready(());
        }
        left -= 1;
        future.as_mut().poll(context).map(drop)
    })
    .await;
}

#[tokio::test]
async fn whoever_gives_up_while_a_transaction_begins_leaves_none_open() {
    with_database(async |pool| {
        let one = database::connect((*pool.connect_options()).clone(), &SETTINGS).await.unwrap();
        for steps in (1..8).cycle().take(70) {
            give_up_after(steps, begin(&one, &new_store())).await;
            let is_clean: bool =
                sqlx::query_scalar("select current_user = session_user").fetch_one(&one).await.unwrap();
            assert!(
                is_clean,
                "given up after {steps} steps: the next user of the connection is in somebody's transaction"
            );
        }
        one.close().await;
    })
    .await;
}
