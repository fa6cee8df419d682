//! Sends money of an order back.

use orion_contracts::{CheckoutId, OrderId, payments::Payments};
use orion_kernel::{AppError, Check, FieldError, Money};
use orion_runtime::{Ctx, Result, Tx};

use super::{
    lock_order::{Locked, lock_order},
    place_order::of_checkout,
    timeline::note,
};
use crate::views::Happening;

/// Sends an amount back, as it was typed.
///
/// # Errors
///
/// `Conflict` when there is nothing to send back, `Invalid` when it is more than came.
pub async fn refund_order(ctx: &Ctx, id: OrderId, amount: &str, reason: &str) -> Result<()> {
    let mut check = Check::new();
    check.text("reason", reason, 0..=200);
    check.finish()?;
    let mut tx = ctx.begin().await?;
    let mut order = lock_order(&mut tx, id).await?;
    order.insist(&mut tx, order.states.can_refund()).await?;
    let most = order.refundable()?;
    let amount =
        Money::parse_decimal(amount, most.currency).map_err(|_| AppError::field("amount", "invalid_number"))?;
    if amount.minor < 1 || amount.minor > most.minor {
        let error = FieldError::new("amount", "refund_out_of_range").with("max", most.to_decimal_string());
        return Err(AppError::from_fields(vec![error]).into());
    }
    send_back(&mut tx, &mut order, amount, reason.trim()).await?;
    order.save(&mut tx).await?;
    tx.audit("orders.refunded", ("order", order.number), amount).await?;
    tx.commit().await
}

/// Sends an amount back and changes the order's states, which the caller writes.
pub async fn send_back(tx: &mut Tx, order: &mut Locked, amount: Money, reason: &str) -> Result<()> {
    if let Some(payment) = order.payment_id {
        let payments = tx.ctx().port::<dyn Payments>();
        let reference = if reason.is_empty() { order.name.clone() } else { reason.to_owned() };
        payments.refund(tx, payment, amount, &reference).await?;
    }
    count(tx, order, amount, reason).await
}

/// Money went back by another way, such as the payment's own page. More than the order cost is noted as all of it.
pub async fn note_refund(tx: &mut Tx, checkout: CheckoutId, amount: Money, reason: &str) -> Result<()> {
    let Some(placed) = of_checkout(tx, checkout).await? else { return Ok(()) };
    let mut order = lock_order(tx, placed.id).await?;
    order.states = order.states.after_payment();
    let amount = if amount.minor > order.refundable()?.minor { order.refundable()? } else { amount };
    if amount.is_zero() {
        return Ok(());
    }
    count(tx, &mut order, amount, reason).await?;
    order.save(tx).await
}

/// Money that was on its way back did not go. It is still to be sent back, or kept.
pub async fn note_refund_refused(tx: &mut Tx, checkout: CheckoutId, amount: Money) -> Result<()> {
    let Some(placed) = of_checkout(tx, checkout).await? else { return Ok(()) };
    let mut order = lock_order(tx, placed.id).await?;
    let amount = if amount.minor > order.refunded.minor { order.refunded } else { amount };
    if amount.is_zero() {
        return Ok(());
    }
    order.refunded = order.refunded.checked_sub(amount)?;
    order.states = order.states.after_refund(order.refunded.minor, order.total.minor);
    note(tx, order.id, &Happening::RefundRefused { amount }).await?;
    order.save(tx).await
}

async fn count(tx: &mut Tx, order: &mut Locked, amount: Money, reason: &str) -> Result<()> {
    order.refunded = order.refunded.checked_add(amount)?;
    order.states = order.states.after_refund(order.refunded.minor, order.total.minor);
    note(tx, order.id, &Happening::Refunded { amount, reason: reason.to_owned() }).await
}
