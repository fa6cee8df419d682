//! Sends money back, and notes that it went.

use orion_contracts::{PaymentId, orders::Orders, payments::PaymentStatus};
use orion_kernel::{AppError, Money};
use orion_runtime::{Ctx, Job, JobCtx, JobError, Result, Tx, failpoint};
use serde::{Deserialize, Serialize};
use time::Duration;
use uuid::Uuid;

use super::{
    ledger::book_refund,
    notices::{tell_late, tell_refused},
    provider::{ProviderRefund, provider},
    refund_payment::{left, set_status},
    settings::PaymentsSettings,
    stored::{self, Stored},
};
use crate::model::RefundStatus;

/// Asks the provider to send money back, once however often it runs.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SendRefund {
    /// Which refund.
    pub refund: Uuid,
}

impl Job for SendRefund {
    const NAME: &'static str = "payments.send_refund";
    // Over a day, in case the provider is down for long.
    const MAX_ATTEMPTS: i16 = 14;

    async fn run(self, ctx: JobCtx) -> Result<(), JobError> {
        let ctx = ctx.ctx().await?;
        send_refund(&ctx, self.refund).await?;
        Ok(())
    }
}

struct Refund {
    payment: PaymentId,
    amount: Money,
    reason: String,
    status: RefundStatus,
    attempt: i32,
}

impl Refund {
    /// One key for each time it is asked for anew, however often the question is repeated.
    fn key(&self, id: Uuid) -> String {
        if self.attempt == 0 { id.to_string() } else { format!("{id}.{}", self.attempt) }
    }
}

/// Asks the provider to send a refund's money back.
///
/// # Errors
///
/// The provider cannot be reached.
pub async fn send_refund(ctx: &Ctx, id: Uuid) -> Result<()> {
    let mut tx = ctx.begin().await?;
    let refund = load(&mut tx, id).await?;
    if refund.status != RefundStatus::Pending {
        return Ok(());
    }
    let payment = stored::load(&mut tx, refund.payment).await?;
    tx.commit().await?;
    let settings = ctx.settings::<PaymentsSettings>().await?;
    let reference = payment.provider_reference.clone().ok_or_else(AppError::internal)?;
    let asked = ProviderRefund { key: refund.key(id), reference, amount: refund.amount };
    let answer = provider(&payment.method)?.refund(ctx, &settings, &asked).await;
    failpoint("payments.after_refund").await?;
    match answer {
        Ok(reference) => finish(ctx, id, RefundStatus::Pending, Some(&reference)).await,
        Err(error) if error.is_transient() => Err(AppError::from(error).into()),
        Err(error) => {
            tracing::error!(refund = %id, payment = %payment.id, %error, "the provider does not send money back");
            note_refused(ctx, id, refund.attempt, &payment).await
        }
    }
}

/// The money stays: the order no longer counts it as sent back, and the team is told.
async fn note_refused(ctx: &Ctx, id: Uuid, attempt: i32, payment: &Stored) -> Result<()> {
    let mut tx = ctx.begin().await?;
    let amount = load(&mut tx, id).await?.amount;
    // The order before its payment, as everywhere.
    ctx.port::<dyn Orders>().note_refund_refused(&mut tx, payment.checkout_id, amount).await?;
    stored::lock(&mut tx, payment.id).await?;
    let refund = load(&mut tx, id).await?;
    if refund.status != RefundStatus::Pending || refund.attempt != attempt {
        // Somebody else has noted it; what was just said to the order goes with the transaction.
        return Ok(());
    }
    write(&mut tx, id, RefundStatus::Failed, None, Some("provider_refused")).await?;
    tell_refused(&mut tx, payment.id, id, attempt, amount).await?;
    tx.commit().await
}

/// Asks again for what the provider has not answered in all the tries of a job, and tells the team that it is late. Says how many.
pub async fn send_late_refunds(ctx: &Ctx, after: Duration) -> Result<usize> {
    let mut tx = ctx.begin().await?;
    let (store, now) = (ctx.store_id()?, tx.now());
    let late: Vec<(Uuid, Uuid, i64, String)> = sqlx::query_as(
        "update payments.refunds set updated_at = $2 where store_id = $1 and status = 'pending' and updated_at <= $3
         returning id, payment_id, amount_minor, currency",
    )
    .bind(store.0)
    .bind(now)
    .bind(now - after)
    .fetch_all(tx.conn())
    .await?;
    for (id, payment, amount, currency) in &late {
        tx.enqueue(&SendRefund { refund: *id }).await?;
        tell_late(&mut tx, PaymentId(*payment), *id, stored::amount(*amount, currency)?).await?;
    }
    tx.commit().await?;
    Ok(late.len())
}

/// Somebody has sent a refund's money by hand.
///
/// # Errors
///
/// `Conflict` unless it has to be sent by hand.
pub async fn mark_refund_sent(ctx: &Ctx, id: Uuid) -> Result<()> {
    finish(ctx, id, RefundStatus::Manual, None).await
}

/// Asks again for a refund that the provider refused.
///
/// # Errors
///
/// `Conflict` unless it was refused, or when its money has gone back otherwise.
pub async fn retry_refund(ctx: &Ctx, id: Uuid) -> Result<()> {
    let mut tx = ctx.begin().await?;
    let asked = load(&mut tx, id).await?;
    let payment = stored::load(&mut tx, asked.payment).await?;
    // The order before its payment, as everywhere.
    ctx.port::<dyn Orders>().note_refund(&mut tx, payment.checkout_id, asked.amount, &asked.reason).await?;
    let payment = stored::lock(&mut tx, asked.payment).await?;
    let refund = load(&mut tx, id).await?;
    let left = left(&mut tx, &payment).await?;
    if refund.status != RefundStatus::Failed || refund.amount.minor > left.minor {
        return Err(AppError::conflict("all_sent_back").into());
    }
    let now = tx.now();
    sqlx::query(
        "update payments.refunds set status = $3, failure = null, attempt = attempt + 1, updated_at = $4
         where store_id = $1 and id = $2",
    )
    .bind(ctx.store_id()?.0)
    .bind(id)
    .bind(RefundStatus::Pending.code())
    .bind(now)
    .execute(tx.conn())
    .await?;
    tx.enqueue(&SendRefund { refund: id }).await?;
    tx.audit("payments.refund_retried", ("refund", id), ()).await?;
    tx.commit().await
}

/// The money went: the refund is done, and the payment too once all of it went.
async fn finish(ctx: &Ctx, id: Uuid, from: RefundStatus, reference: Option<&str>) -> Result<()> {
    let mut tx = ctx.begin().await?;
    let payment_id = load(&mut tx, id).await?.payment;
    let payment = stored::lock(&mut tx, payment_id).await?;
    // Under the payment's lock nobody else finishes it.
    let refund = load(&mut tx, id).await?;
    if refund.status != from {
        return if from == RefundStatus::Manual { Err(AppError::conflict("refund_not_manual").into()) } else { Ok(()) };
    }
    write(&mut tx, id, RefundStatus::Succeeded, reference, None).await?;
    book_refund(&mut tx, payment.id, id, &payment.method, refund.amount).await?;
    if payment.status == PaymentStatus::Succeeded && is_all_back(&mut tx, payment.id, payment.amount).await? {
        set_status(&mut tx, payment.id, PaymentStatus::Refunded).await?;
    }
    if from == RefundStatus::Manual {
        tx.audit("payments.refund_sent", ("refund", id), refund.amount).await?;
    }
    tx.commit().await
}

async fn is_all_back(tx: &mut Tx, payment: PaymentId, amount: Money) -> Result<bool> {
    let store = tx.ctx().store_id()?;
    let back: i64 = sqlx::query_scalar(
        "select coalesce(sum(amount_minor), 0)::bigint from payments.refunds
         where store_id = $1 and payment_id = $2 and status = 'succeeded'",
    )
    .bind(store.0)
    .bind(payment.0)
    .fetch_one(tx.conn())
    .await?;
    Ok(back >= amount.minor)
}

#[derive(sqlx::FromRow)]
struct Row {
    payment_id: Uuid,
    amount_minor: i64,
    currency: String,
    reason: String,
    #[sqlx(try_from = "String")]
    status: RefundStatus,
    attempt: i32,
}

async fn load(tx: &mut Tx, id: Uuid) -> Result<Refund> {
    let store = tx.ctx().store_id()?;
    let row: Option<Row> = sqlx::query_as(
        "select payment_id, amount_minor, currency, reason, status, attempt from payments.refunds
         where store_id = $1 and id = $2",
    )
    .bind(store.0)
    .bind(id)
    .fetch_optional(tx.conn())
    .await?;
    let row = row.ok_or_else(AppError::not_found)?;
    Ok(Refund {
        payment: PaymentId(row.payment_id),
        amount: stored::amount(row.amount_minor, &row.currency)?,
        reason: row.reason,
        status: row.status,
        attempt: row.attempt,
    })
}

async fn write(
    tx: &mut Tx,
    id: Uuid,
    status: RefundStatus,
    reference: Option<&str>,
    failure: Option<&str>,
) -> Result<()> {
    let (store, now) = (tx.ctx().store_id()?, tx.now());
    sqlx::query(
        "update payments.refunds
         set status = $3, provider_reference = coalesce($4, provider_reference), failure = $5, updated_at = $6
         where store_id = $1 and id = $2",
    )
    .bind(store.0)
    .bind(id)
    .bind(status.code())
    .bind(reference)
    .bind(failure)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(())
}
