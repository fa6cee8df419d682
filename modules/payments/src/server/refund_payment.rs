//! Decides that money goes back; the provider is asked by a job.

use orion_contracts::{PaymentId, orders::Orders, payments::PaymentStatus};
use orion_kernel::{AppError, Check, FieldError, Money};
use orion_runtime::{Ctx, Result, Tx};
use uuid::Uuid;

use super::{
    ledger::book_receipt,
    provider::provider,
    send_refund::SendRefund,
    stored::{self, Stored, status_code},
};
use crate::model::{RefundStatus, can_refund};

/// Sends an amount back, as it was typed in the back office, and tells the order.
///
/// # Errors
///
/// `Conflict` when there is nothing to send back, `Invalid` when it is more than is left.
pub async fn refund_by_hand(ctx: &Ctx, id: PaymentId, amount: &str, reason: &str) -> Result<()> {
    let mut check = Check::new();
    check.text("reason", reason, 0..=200);
    check.finish()?;
    let mut tx = ctx.begin().await?;
    let payment = stored::load(&mut tx, id).await?;
    let amount = Money::parse_decimal(amount, payment.amount.currency)
        .map_err(|_| AppError::field("amount", "invalid_number"))?;
    check_left(&mut tx, &payment, amount).await?;
    // The order before its payment, as on the order's own page: each would wait for the other for good.
    let orders = ctx.port::<dyn Orders>();
    orders.note_refund(&mut tx, payment.checkout_id, amount, reason.trim()).await?;
    let payment = stored::lock(&mut tx, id).await?;
    refund(&mut tx, &payment, amount, reason.trim()).await?;
    tx.audit("payments.refunded", ("payment", id), amount).await?;
    tx.commit().await
}

/// Sends an amount back on another module's behalf. Who asks for the money of a transfer says by that that it came.
///
/// # Errors
///
/// `Conflict` when there is nothing to send back, `Invalid` when it is more than is left.
pub async fn refund_payment(tx: &mut Tx, id: PaymentId, amount: Money, reason: &str) -> Result<()> {
    let payment = stored::lock(tx, id).await?;
    let payment = if payment.status == PaymentStatus::Deferred { receive(tx, payment).await? } else { payment };
    refund(tx, &payment, amount, reason).await
}

/// The money of a payment that was to come later has come. Says nothing new of any other.
pub async fn receive_deferred(tx: &mut Tx, id: PaymentId) -> Result<()> {
    let payment = stored::lock(tx, id).await?;
    if payment.status == PaymentStatus::Deferred {
        receive(tx, payment).await?;
    }
    Ok(())
}

async fn receive(tx: &mut Tx, payment: Stored) -> Result<Stored> {
    set_status(tx, payment.id, PaymentStatus::Succeeded).await?;
    book_receipt(tx, payment.id, &payment.method, payment.amount).await?;
    Ok(Stored { status: PaymentStatus::Succeeded, ..payment })
}

async fn refund(tx: &mut Tx, payment: &Stored, amount: Money, reason: &str) -> Result<()> {
    check_left(tx, payment, amount).await?;
    send_back(tx, payment, amount, reason).await
}

async fn check_left(tx: &mut Tx, payment: &Stored, amount: Money) -> Result<()> {
    let left = left(tx, payment).await?;
    can_refund(payment.status, left).map_err(|refusal| AppError::conflict(refusal.code()))?;
    Ok(check_refund(amount, left)?)
}

/// Checks an amount to be sent back against what is left.
///
/// # Errors
///
/// Under the field `amount`.
fn check_refund(amount: Money, left: Money) -> Result<(), AppError> {
    if amount.currency == left.currency && amount.minor >= 1 && amount.minor <= left.minor {
        return Ok(());
    }
    let wrong = FieldError::new("amount", "refund_out_of_range").with("max", left.to_decimal_string());
    Err(AppError::from_fields(vec![wrong]))
}

/// What of a payment has not gone back and is not on its way back.
pub async fn left(tx: &mut Tx, payment: &Stored) -> Result<Money> {
    let store = tx.ctx().store_id()?;
    let going_back: i64 = sqlx::query_scalar(
        "select coalesce(sum(amount_minor), 0)::bigint from payments.refunds
         where store_id = $1 and payment_id = $2 and status <> 'failed'",
    )
    .bind(store.0)
    .bind(payment.id.0)
    .fetch_one(tx.conn())
    .await?;
    Ok(payment.amount.checked_sub(Money::new(going_back, payment.amount.currency))?)
}

/// Notes a refund whose amount is checked, and asks for it where somebody can be asked.
pub async fn send_back(tx: &mut Tx, payment: &Stored, amount: Money, reason: &str) -> Result<()> {
    let (store, now, id): (_, _, Uuid) = (tx.ctx().store_id()?, tx.now(), tx.new_id());
    let asks_provider = provider(&payment.method)?.capabilities().refunds;
    let status = if asks_provider { RefundStatus::Pending } else { RefundStatus::Manual };
    sqlx::query(
        "insert into payments.refunds (store_id, id, payment_id, amount_minor, currency, reason, status, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $8)",
    )
    .bind(store.0)
    .bind(id)
    .bind(payment.id.0)
    .bind(amount.minor)
    .bind(amount.currency.code())
    .bind(reason)
    .bind(status.code())
    .bind(now)
    .execute(tx.conn())
    .await?;
    if asks_provider {
        tx.enqueue(&SendRefund { refund: id }).await?;
    }
    Ok(())
}

/// Writes how a payment stands.
pub async fn set_status(tx: &mut Tx, id: PaymentId, status: PaymentStatus) -> Result<()> {
    let (store, now) = (tx.ctx().store_id()?, tx.now());
    sqlx::query("update payments.payments set status = $3, updated_at = $4 where store_id = $1 and id = $2")
        .bind(store.0)
        .bind(id.0)
        .bind(status_code(status))
        .bind(now)
        .execute(tx.conn())
        .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use orion_kernel::Currency;

    use super::*;

    #[test]
    fn no_more_goes_back_than_came() {
        let euro = |minor| Money::new(minor, Currency::EUR);
        assert_eq!(check_refund(euro(10), euro(10)), Ok(()));
        for amount in [euro(0), euro(-1), euro(11), Money::new(5, Currency::USD)] {
            assert!(check_refund(amount, euro(10)).is_err(), "{amount:?}");
        }
    }
}
