//! Keeps one connection listening, whatever happens to it.

use std::time::Duration;

use sqlx::{
    Executor,
    postgres::{PgConnectOptions, PgListener, PgPoolOptions},
};
use tokio::{sync::oneshot, time::timeout};

use super::{CHANNEL, Subscribers};

const FIRST_PAUSE: Duration = Duration::from_millis(200);
const LONGEST_PAUSE: Duration = Duration::from_secs(10);
/// A connection whose other end vanished looks like one on which nothing happens.
const PROBE_AFTER_SILENCE: Duration = Duration::from_secs(30);
const PROBE_TIMEOUT: Duration = Duration::from_secs(5);

/// Never ends. `ready` is told when the first attempt has succeeded, and dropped when it has not.
pub(super) async fn listen(options: PgConnectOptions, subscribers: Subscribers, ready: oneshot::Sender<()>) {
    let mut ready = Some(ready);
    let mut pause = FIRST_PAUSE;
    loop {
        match connect(&options).await {
            Ok(listener) => {
                pause = FIRST_PAUSE;
                // What was said while nobody listened is lost.
                subscribers.tell_everything();
                if let Some(ready) = ready.take() {
                    // Whoever started this may be gone by now; listening goes on until it is aborted.
                    let _ = ready.send(());
                }
                let error = receive(listener, &subscribers).await;
                tracing::warn!(%error, "the connection for cache invalidation was lost");
            }
            Err(error) => {
                tracing::warn!(%error, "no connection for cache invalidation");
                ready = None;
            }
        }
        tokio::time::sleep(pause).await;
        pause = (pause * 2).min(LONGEST_PAUSE);
    }
}

async fn connect(options: &PgConnectOptions) -> Result<PgListener, sqlx::Error> {
    // Its own pool of one: requests keep all of theirs.
    let pool = PgPoolOptions::new()
        .max_connections(1)
        .max_lifetime(None)
        .idle_timeout(None)
        .connect_with(options.clone())
        .await?;
    let mut listener = PgListener::connect_with(&pool).await?;
    listener.eager_reconnect(false);
    listener.listen(CHANNEL).await?;
    Ok(listener)
}

/// Passes messages on until the connection is lost, and returns why.
async fn receive(mut listener: PgListener, subscribers: &Subscribers) -> sqlx::Error {
    loop {
        match timeout(PROBE_AFTER_SILENCE, listener.try_recv()).await {
            Ok(Ok(Some(notification))) => subscribers.tell(notification.payload()),
            Ok(Ok(None)) => return sqlx::Error::Io(std::io::ErrorKind::ConnectionReset.into()),
            Ok(Err(error)) => return error,
            Err(_) => match timeout(PROBE_TIMEOUT, listener.execute("select 1")).await {
                Ok(Ok(_)) => {}
                Ok(Err(error)) => return error,
                Err(_) => return sqlx::Error::Io(std::io::ErrorKind::TimedOut.into()),
            },
        }
    }
}
