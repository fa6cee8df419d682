//! Tells an event's subscribers, in the publisher's transaction.

use orion_kernel::{EventId, event::Event};
use sqlx::PgConnection;

use super::{EventHandler, Reaction};
use crate::{
    ctx::new_uuid,
    jobs::{JobScope, enqueue_each},
};

/// Enqueues one reaction for each handler of `E` whose module is `enabled`; they exist when the transaction commits.
///
/// # Errors
///
/// The database refuses or cannot be reached.
pub async fn publish<E: Event>(
    conn: &mut PgConnection,
    scope: &JobScope,
    request_id: &str,
    handlers: &[EventHandler],
    enabled: impl Fn(&str) -> bool,
    event: &E,
) -> Result<EventId, sqlx::Error> {
    let event_id = EventId(new_uuid());
    let body = serde_json::to_value(event).map_err(|error| sqlx::Error::Encode(error.into()))?;
    let reactions: Vec<_> = handlers
        .iter()
        .filter(|handler| handler.event == E::NAME && enabled(handler.module))
        .map(|handler| Reaction { handler: handler.name.to_owned(), event_id, event: body.clone() })
        .collect();
    enqueue_each(conn, scope, request_id, &reactions).await?;
    Ok(event_id)
}
