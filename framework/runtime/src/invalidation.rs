//! Tells every process on this database that something it may have cached is no longer true.

mod listener;

use std::sync::{Arc, PoisonError, RwLock};

use sqlx::{Executor, PgPool, Postgres};
use tokio::task::JoinHandle;

/// The channel of `LISTEN` and `NOTIFY`; topics travel inside.
const CHANNEL: &str = "orion_invalidation";

/// What is no longer true.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stale<'k> {
    /// What is known under this key.
    Key(&'k str),
    /// Everything of the topic: messages may have been missed while the connection was gone.
    Everything,
}

type Callback = Arc<dyn Fn(Stale<'_>) + Send + Sync>;

/// Listens for invalidations for as long as it lives; cheap to clone.
#[derive(Clone)]
pub struct Invalidation {
    subscribers: Subscribers,
    _listening: Arc<Listening>,
}

#[derive(Clone, Default)]
struct Subscribers(Arc<RwLock<Vec<(&'static str, Callback)>>>);

struct Listening(JoinHandle<()>);

impl Drop for Listening {
    fn drop(&mut self) {
        self.0.abort();
    }
}

impl Invalidation {
    /// Begins to listen, on a connection of its own. Returns once messages arrive, or at once when the database cannot
    /// be reached right now: it keeps trying.
    pub async fn start(pool: &PgPool) -> Self {
        let subscribers = Subscribers::default();
        let (ready, listening) = tokio::sync::oneshot::channel();
        let task = tokio::spawn(listener::listen((*pool.connect_options()).clone(), subscribers.clone(), ready));
        // An error here means that the first attempt failed, which the listener has logged.
        let _ = listening.await;
        Self { subscribers, _listening: Arc::new(Listening(task)) }
    }

    /// Calls back for each invalidation of a topic, from whatever process, this one included. The callback must be
    /// quick and must not block: it drops cache entries.
    pub fn subscribe(&self, topic: &'static str, callback: impl Fn(Stale<'_>) + Send + Sync + 'static) {
        let mut subscribers = self.subscribers.0.write().unwrap_or_else(PoisonError::into_inner);
        subscribers.push((topic, Arc::new(callback)));
    }
}

/// Says that what is cached under a key of a topic is no longer true. Sent when the transaction commits, and not at all
/// when it rolls back. Topic and key together may have some 7,000 bytes.
pub async fn publish<'e>(
    executor: impl Executor<'e, Database = Postgres>,
    topic: &str,
    key: &str,
) -> Result<(), sqlx::Error> {
    sqlx::query("select pg_notify($1, $2)").bind(CHANNEL).bind(format!("{topic}\n{key}")).execute(executor).await?;
    Ok(())
}

impl Subscribers {
    fn tell(&self, payload: &str) {
        let (topic, key) = payload.split_once('\n').unwrap_or((payload, ""));
        for callback in self.matching(|subscribed| subscribed == topic) {
            callback(Stale::Key(key));
        }
    }

    fn tell_everything(&self) {
        for callback in self.matching(|_| true) {
            callback(Stale::Everything);
        }
    }

    /// Callbacks run without the lock, so that they may subscribe.
    fn matching(&self, wanted: impl Fn(&str) -> bool) -> Vec<Callback> {
        let subscribers = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let matching = subscribers.iter().filter(|(topic, _)| wanted(topic));
        matching.map(|(_, callback)| Arc::clone(callback)).collect()
    }
}
