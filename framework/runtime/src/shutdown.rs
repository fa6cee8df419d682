//! Stops the process in order: first nobody new is sent here, then what runs is finished.

use std::time::Duration;

use tokio::signal::unix::{SignalKind, signal};
use tokio_util::{sync::CancellationToken, task::TaskTracker};

/// Says to every part of the process that it should come to an end, and waits for those that have to finish.
#[derive(Clone, Debug, Default)]
pub struct Shutdown {
    stopping: CancellationToken,
    tasks: TaskTracker,
}

impl Shutdown {
    /// A process that is not stopping.
    pub fn new() -> Self {
        Self::default()
    }

    /// Stops at SIGTERM (service managers) or SIGINT (Ctrl-C). A second signal ends the process at once.
    pub fn on_signals(&self) -> std::io::Result<()> {
        let mut terminate = signal(SignalKind::terminate())?;
        let mut interrupt = signal(SignalKind::interrupt())?;
        let shutdown = self.clone();
        tokio::spawn(async move {
            loop {
                tokio::select! {
                    _ = terminate.recv() => {}
                    _ = interrupt.recv() => {}
                }
                if shutdown.is_stopping() {
                    tracing::warn!("stopping at once");
                    std::process::exit(130);
                }
                tracing::info!("stopping; what is under way is finished first");
                shutdown.stop();
            }
        });
        Ok(())
    }

    /// Begins to stop.
    pub fn stop(&self) {
        self.stopping.cancel();
        self.tasks.close();
    }

    /// Whether the process is stopping; it is not ready for new requests then.
    pub fn is_stopping(&self) -> bool {
        self.stopping.is_cancelled()
    }

    /// Resolves when the process begins to stop; what `axum::serve` waits for.
    pub async fn stopping(&self) {
        self.stopping.cancelled().await;
    }

    /// For loops that end when the process begins to stop.
    pub fn token(&self) -> CancellationToken {
        self.stopping.clone()
    }

    /// Runs a task that [`drained`](Self::drained) waits for.
    pub fn spawn(&self, task: impl Future<Output = ()> + Send + 'static) {
        self.tasks.spawn(task);
    }

    /// Waits until the spawned tasks have ended, but no longer than the grace. Says whether they have.
    pub async fn drained(&self, grace: Duration) -> bool {
        self.tasks.close();
        tokio::time::timeout(grace, self.tasks.wait()).await.is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn tasks_that_stop_are_waited_for_and_those_that_hang_are_not() {
        let shutdown = Shutdown::new();
        let token = shutdown.token();
        shutdown.spawn(async move { token.cancelled().await });
        assert!(!shutdown.is_stopping());
        assert!(!shutdown.drained(Duration::from_millis(10)).await);
        shutdown.stop();
        shutdown.stopping().await;
        assert!(shutdown.drained(Duration::from_secs(5)).await);
    }
}
