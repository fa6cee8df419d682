//! Invalidation reaches every process, after the commit, and makes up for a lost connection.

use std::sync::{Arc, Mutex};

use orion_runtime::invalidation::{Invalidation, Stale, publish};
use sqlx::PgPool;

use crate::harness::{eventually, with_empty_database};

#[derive(Clone, Default)]
struct Heard(Arc<Mutex<Vec<String>>>);

impl Heard {
    fn subscribe(invalidation: &Invalidation, topic: &'static str) -> Self {
        let heard = Self::default();
        let list = Arc::clone(&heard.0);
        invalidation.subscribe(topic, move |stale| {
            list.lock().unwrap().push(match stale {
                Stale::Key(key) => key.to_owned(),
                Stale::Everything => "everything".to_owned(),
            });
        });
        heard
    }

    async fn hears(&self, expected: &[&str]) {
        eventually(&format!("hearing {expected:?}"), async || *self.0.lock().unwrap() == expected).await;
    }
}

#[tokio::test]
async fn a_committed_change_reaches_everyone_and_a_rolled_back_one_nobody() {
    with_empty_database(async |database| {
        let (here, there) = (Invalidation::start(&database.pool).await, Invalidation::start(&database.pool).await);
        let (heard_here, heard_there) = (Heard::subscribe(&here, "modules"), Heard::subscribe(&there, "modules"));
        let other_topic = Heard::subscribe(&here, "stores");

        let mut tx = database.pool.begin().await.unwrap();
        publish(&mut *tx, "modules", "undone").await.unwrap();
        tx.rollback().await.unwrap();
        let mut tx = database.pool.begin().await.unwrap();
        publish(&mut *tx, "modules", "platform 1").await.unwrap();
        tx.commit().await.unwrap();

        heard_here.hears(&["platform 1"]).await;
        heard_there.hears(&["platform 1"]).await;
        other_topic.hears(&[]).await;
    })
    .await;
}

#[tokio::test]
async fn after_a_lost_connection_nothing_cached_is_trusted() {
    with_empty_database(async |database| {
        let invalidation = Invalidation::start(&database.pool).await;
        let heard = Heard::subscribe(&invalidation, "modules");
        cut_other_connections(&database.pool).await;
        heard.hears(&["everything"]).await;
        publish(&database.pool, "modules", "platform 1").await.unwrap();
        heard.hears(&["everything", "platform 1"]).await;
    })
    .await;
}

async fn cut_other_connections(pool: &PgPool) {
    sqlx::query("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()")
        .execute(pool)
        .await
        .unwrap();
}
