//! How a module subscribes to an event.

use std::sync::Arc;

use futures::future::BoxFuture;
use orion_kernel::{AppError, event::Event};
use serde_json::Value;

use crate::Tx;

type React = dyn for<'a> Fn(&'a mut Tx, Value) -> BoxFuture<'a, Result<(), ReactionError>> + Send + Sync;

/// A module's reaction to an event, the event's type erased.
#[derive(Clone)]
pub struct EventHandler {
    /// `<module>.<verb>_<object>`; unique in the program, and never changed, or the reaction happens twice.
    pub name: &'static str,
    /// The module that has to be on.
    pub module: &'static str,
    /// The event's name.
    pub event: &'static str,
    pub(super) react: Arc<React>,
}

/// Why a reaction failed.
#[derive(Debug, thiserror::Error)]
pub(super) enum ReactionError {
    /// Another version wrote an event this one cannot read.
    #[error("the event cannot be read: {0}")]
    Unreadable(#[from] serde_json::Error),
    #[error(transparent)]
    App(#[from] AppError),
}

impl EventHandler {
    /// Subscribes to `E`. The handler works in a transaction with the publisher's tenant; what it does commits together
    /// with the note that it is done, so it happens once. Effects outside of the database belong in a job it enqueues.
    pub fn on<E: Event>(
        name: &'static str,
        module: &'static str,
        handler: for<'a> fn(&'a mut Tx, E) -> BoxFuture<'a, Result<(), AppError>>,
    ) -> Self {
        let react: Arc<React> =
            Arc::new(move |tx, event| Box::pin(async move { Ok(handler(tx, serde_json::from_value(event)?).await?) }));
        Self { name, module, event: E::NAME, react }
    }
}
