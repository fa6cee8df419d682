//! Writes down what happened to an order.

use orion_contracts::OrderId;
use orion_kernel::AppError;
use orion_runtime::{PrincipalKind, Result, Tx};
use serde::Serialize;
use sqlx::types::Json;
use time::OffsetDateTime;
use uuid::Uuid;

use crate::views::{Happening, TimelineItem};

/// Adds an entry, by whoever is signed in. Shoppers are not named: the order says who they are.
pub async fn note(tx: &mut Tx, order: OrderId, happening: &Happening) -> Result<()> {
    let actor = tx
        .ctx()
        .principal()
        .filter(|principal| principal.kind != PrincipalKind::Customer)
        .map(|principal| principal.name.clone())
        .unwrap_or_default();
    let at = tx.now();
    write(tx, order, std::slice::from_ref(happening), &actor, at).await
}

/// An entry on its way into the database.
#[derive(Serialize)]
pub struct EntryInsert<'a> {
    id: Uuid,
    params: &'a Happening,
}

/// Entries with their ids, the oldest first.
pub fn entries<'a>(tx: &Tx, happenings: &'a [Happening]) -> Vec<EntryInsert<'a>> {
    happenings.iter().map(|params| EntryInsert { id: tx.new_id(), params }).collect()
}

/// Adds entries as they were.
pub async fn write(
    tx: &mut Tx,
    order: OrderId,
    happenings: &[Happening],
    actor: &str,
    at: OffsetDateTime,
) -> Result<()> {
    let store = tx.ctx().store_id()?;
    let entries = entries(tx, happenings);
    sqlx::query(
        "insert into orders.timeline (store_id, id, order_id, kind, params, actor_name, at)
         select $1, id, $2, params ->> 'kind', params, $4, $5 from jsonb_to_recordset($3) as entry (id uuid, params jsonb)",
    )
    .bind(store.0)
    .bind(order.0)
    .bind(Json(&entries))
    .bind(actor)
    .bind(at)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// What happened to an order, newest first. An entry that another version wrote and this one cannot read is left out.
pub async fn timeline(tx: &mut Tx, order: OrderId) -> Result<Vec<TimelineItem>> {
    let store = tx.ctx().store_id()?;
    let rows: Vec<(serde_json::Value, String, OffsetDateTime)> = sqlx::query_as(
        "select params, actor_name, at from orders.timeline where store_id = $1 and order_id = $2 order by at desc, id desc",
    )
    .bind(store.0)
    .bind(order.0)
    .fetch_all(tx.conn())
    .await?;
    let items = rows.into_iter().filter_map(|(params, actor, at)| {
        let happening = serde_json::from_value(params).ok()?;
        Some(TimelineItem { happening, actor, at })
    });
    Ok(items.collect())
}

/// Who last did this to an order; empty when nobody is named.
pub async fn last_actor(tx: &mut Tx, order: OrderId, kind: &str) -> Result<String, AppError> {
    let store = tx.ctx().store_id()?;
    let found: Option<String> = sqlx::query_scalar(
        "select actor_name from orders.timeline where store_id = $1 and order_id = $2 and kind = $3
         order by at desc, id desc limit 1",
    )
    .bind(store.0)
    .bind(order.0)
    .bind(kind)
    .fetch_optional(tx.conn())
    .await
    .map_err(orion_runtime::Error::from)?;
    Ok(found.unwrap_or_default())
}
