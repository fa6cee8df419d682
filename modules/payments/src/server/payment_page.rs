//! What is there to know about a payment?

use orion_contracts::{CheckoutId, PaymentId, orders::Orders, payments::PaymentStatus};
use orion_kernel::{Currency, Money};
use orion_runtime::{Ctx, Result, Tx};
use time::OffsetDateTime;
use uuid::Uuid;

use super::{
    refund_payment::left,
    stored::{self, Stored},
};
use crate::{
    model::{Account, RefundStatus},
    views::{EventView, LedgerLine, PaidOrder, PaymentRow, PaymentView, RefundView},
};

/// A payment with its refunds, its money and what the provider said.
///
/// # Errors
///
/// `NotFound`.
pub async fn payment_page(ctx: &Ctx, id: PaymentId) -> Result<PaymentView> {
    let mut tx = ctx.begin().await?;
    let payment = stored::load(&mut tx, id).await?;
    let currency = payment.amount.currency;
    let refunds = refunds(&mut tx, id, currency).await?;
    Ok(PaymentView {
        left: left(&mut tx, &payment).await?,
        ledger: ledger(&mut tx, id, currency).await?,
        events: events(&mut tx, id).await?,
        order: order(&mut tx, payment.checkout_id).await?,
        payment: row(&payment, &refunds),
        refunds,
        method: payment.method,
        checkout_id: payment.checkout_id,
        provider_reference: payment.provider_reference,
        failure: payment.failure,
    })
}

fn row(payment: &Stored, refunds: &[RefundView]) -> PaymentRow {
    let went_back = refunds.iter().any(|refund| refund.status == RefundStatus::Succeeded);
    PaymentRow {
        id: payment.id,
        created_at: payment.created_at,
        method_name: payment.method_name.clone(),
        email: payment.email.clone(),
        amount: payment.amount,
        status: payment.status,
        is_partly_refunded: payment.status == PaymentStatus::Succeeded && went_back,
    }
}

async fn order(tx: &mut Tx, checkout: CheckoutId) -> Result<Option<PaidOrder>> {
    let orders = tx.ctx().port::<dyn Orders>();
    let placed = orders.of_checkout(tx, checkout).await?;
    Ok(placed.map(|placed| PaidOrder { number: placed.number, name: placed.name }))
}

#[derive(sqlx::FromRow)]
struct RefundRow {
    id: Uuid,
    amount_minor: i64,
    reason: String,
    #[sqlx(try_from = "String")]
    status: RefundStatus,
    created_at: OffsetDateTime,
}

async fn refunds(tx: &mut Tx, payment: PaymentId, currency: Currency) -> Result<Vec<RefundView>> {
    let store = tx.ctx().store_id()?;
    let rows: Vec<RefundRow> = sqlx::query_as(
        "select id, amount_minor, reason, status, created_at from payments.refunds
         where store_id = $1 and payment_id = $2 order by created_at desc, id desc",
    )
    .bind(store.0)
    .bind(payment.0)
    .fetch_all(tx.conn())
    .await?;
    let views = rows.into_iter().map(|row| RefundView {
        id: row.id,
        amount: Money::new(row.amount_minor, currency),
        reason: row.reason,
        status: row.status,
        created_at: row.created_at,
    });
    Ok(views.collect())
}

#[derive(sqlx::FromRow)]
struct LedgerRow {
    #[sqlx(try_from = "String")]
    account: Account,
    debit_minor: i64,
    credit_minor: i64,
    booked_at: OffsetDateTime,
}

async fn ledger(tx: &mut Tx, payment: PaymentId, currency: Currency) -> Result<Vec<LedgerLine>> {
    let store = tx.ctx().store_id()?;
    let rows: Vec<LedgerRow> = sqlx::query_as(
        "select account, debit_minor, credit_minor, booked_at from payments.ledger_entries
         where store_id = $1 and payment_id = $2 order by booked_at, booking_id, credit_minor",
    )
    .bind(store.0)
    .bind(payment.0)
    .fetch_all(tx.conn())
    .await?;
    let lines = rows.into_iter().map(|row| LedgerLine {
        account: row.account,
        debit: Money::new(row.debit_minor, currency),
        credit: Money::new(row.credit_minor, currency),
        booked_at: row.booked_at,
    });
    Ok(lines.collect())
}

async fn events(tx: &mut Tx, payment: PaymentId) -> Result<Vec<EventView>> {
    let store = tx.ctx().store_id()?;
    let rows: Vec<(String, OffsetDateTime)> = sqlx::query_as(
        "select kind, received_at from payments.provider_events
         where store_id = $1 and payment_id = $2 order by received_at desc",
    )
    .bind(store.0)
    .bind(payment.0)
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(|(kind, received_at)| EventView { kind, received_at }).collect())
}
