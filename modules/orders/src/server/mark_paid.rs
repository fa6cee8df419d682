//! Notes that the money for an order came.

use orion_contracts::{OrderId, orders::OrderPaid};
use orion_runtime::{Ctx, Result, Tx};

use super::{
    lock_order::{Locked, lock_order},
    timeline::note,
};
use crate::{model::Payment, views::Happening};

/// Somebody saw the money on the account.
///
/// # Errors
///
/// `Conflict` when it is noted already or the order is cancelled.
pub async fn mark_paid(ctx: &Ctx, id: OrderId) -> Result<()> {
    let mut tx = ctx.begin().await?;
    let order = lock_order(&mut tx, id).await?;
    order.insist(&mut tx, order.states.can_mark_paid()).await?;
    let number = order.number;
    settle(&mut tx, order).await?;
    tx.audit("orders.marked_paid", ("order", number), ()).await?;
    tx.commit().await
}

/// The payment says so. Doing it twice is fine; money for a cancelled order is noted, so that somebody sends it back.
pub async fn note_payment(tx: &mut Tx, id: OrderId) -> Result<()> {
    let order = lock_order(tx, id).await?;
    if order.states.payment == Payment::Pending { settle(tx, order).await } else { Ok(()) }
}

async fn settle(tx: &mut Tx, mut order: Locked) -> Result<()> {
    order.states = order.states.after_payment();
    order.save(tx).await?;
    note(tx, order.id, &Happening::Paid).await?;
    tx.publish(&OrderPaid { order_id: order.id }).await?;
    Ok(())
}
