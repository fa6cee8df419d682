//! Calls an order off: money goes back, goods go back on the shelf, all in one transaction.

use orion_contracts::{
    OrderId, VariantId,
    orders::OrderCancelled,
    stock::{Stock, StockLine},
};
use orion_runtime::{Ctx, Result, Tx};
use uuid::Uuid;

use super::{lock_order::lock_order, refund_order::send_back, timeline::note};
use crate::{model::CancelReason, permissions, views::Happening};

/// Calls an order off. What was paid is refunded in full, which takes the permission for refunds too.
///
/// # Errors
///
/// `Conflict` when the order was cancelled or sent in the meantime, `Forbidden`.
pub async fn cancel_order(ctx: &Ctx, id: OrderId, reason: CancelReason, restock: bool) -> Result<()> {
    let mut tx = ctx.begin().await?;
    let mut order = lock_order(&mut tx, id).await?;
    order.insist(&mut tx, order.states.can_cancel()).await?;
    order.states = order.states.after_cancelling();
    let amount = order.refundable()?;
    // An order that cost nothing is paid, and there is nothing to send back.
    if order.states.can_refund().is_ok() && !amount.is_zero() {
        ctx.require(permissions::REFUND)?;
        send_back(&mut tx, &mut order, amount, "").await?;
    }
    order.save(&mut tx).await?;
    if restock {
        put_back(&mut tx, id, &order.name).await?;
    }
    let happening = Happening::Cancelled { reason, restocked: restock };
    note(&mut tx, id, &happening).await?;
    tx.publish(&OrderCancelled { order_id: id }).await?;
    tx.audit("orders.cancelled", ("order", order.number), &happening).await?;
    tx.commit().await
}

/// Variants that were deleted since have no shelf to go back to.
async fn put_back(tx: &mut Tx, order: OrderId, name: &str) -> Result<()> {
    let store = tx.ctx().store_id()?;
    let rows: Vec<(Uuid, i64)> = sqlx::query_as(
        "select variant_id, sum(quantity)::bigint from orders.lines where store_id = $1 and order_id = $2 group by variant_id",
    )
    .bind(store.0)
    .bind(order.0)
    .fetch_all(tx.conn())
    .await?;
    let stock = tx.ctx().port::<dyn Stock>();
    let ids: Vec<_> = rows.iter().map(|(id, _)| VariantId(*id)).collect();
    let known = stock.availability(tx, &ids).await?;
    let lines: Vec<_> = rows
        .into_iter()
        .map(|(id, quantity)| StockLine { variant_id: VariantId(id), quantity })
        .filter(|line| known.contains_key(&line.variant_id))
        .collect();
    if !lines.is_empty() {
        stock.restock(tx, &lines, name).await?;
    }
    Ok(())
}
