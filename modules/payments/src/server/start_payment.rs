//! Begins a payment, or goes on with the one that is under way.

use orion_contracts::{
    CheckoutId, PaymentId,
    payments::{NewPayment, PaymentStatus, StartedPayment},
};
use orion_kernel::AppError;
use orion_runtime::{Result, Tx};
use uuid::Uuid;

use super::{close_payment::ClosePayment, provider::offered, settings::PaymentsSettings, stored, stored::status_code};

/// Records a payment. One that is under way for the same checkout, method and amount is gone on with, so that pressing twice
/// pays once; any other is closed.
///
/// # Errors
///
/// `Conflict` when the method is not offered, or the payment under way is being settled at this moment.
pub async fn start_payment(tx: &mut Tx, new: &NewPayment) -> Result<StartedPayment> {
    let ctx = tx.ctx().clone();
    let settings = ctx.settings::<PaymentsSettings>().await?;
    let provider = offered(&ctx, &settings, new.amount)
        .find(|provider| provider.code() == new.method)
        .ok_or_else(|| AppError::conflict("method_not_offered"))?;
    let mut superseded = Vec::new();
    for earlier in take_pending(tx, new.checkout_id).await? {
        if earlier.method == new.method && earlier.amount_minor == new.amount.minor {
            return Ok(StartedPayment {
                id: PaymentId(earlier.id),
                method_name: earlier.method_name,
                status: PaymentStatus::Pending,
            });
        }
        superseded.push(PaymentId(earlier.id));
    }
    supersede(tx, &superseded).await?;
    let started = StartedPayment {
        id: tx.new_id(),
        method_name: provider.describe(&settings, new.locale).name,
        status: provider.initial_status(),
    };
    insert(tx, new, &started).await?;
    Ok(started)
}

/// How a checkout's latest payment stands.
pub async fn latest_payment(tx: &mut Tx, checkout: CheckoutId) -> Result<Option<(PaymentId, PaymentStatus)>> {
    let store = tx.ctx().store_id()?;
    let found: Option<(Uuid, String)> = sqlx::query_as(
        "select id, status from payments.payments where store_id = $1 and checkout_id = $2
         order by created_at desc, id desc limit 1",
    )
    .bind(store.0)
    .bind(checkout.0)
    .fetch_optional(tx.conn())
    .await?;
    found.map(|(id, status)| Ok((PaymentId(id), stored::status(&status)?))).transpose()
}

struct Pending {
    id: Uuid,
    method: String,
    method_name: String,
    amount_minor: i64,
}

#[derive(sqlx::FromRow)]
struct PendingRow {
    id: Uuid,
    method: String,
    method_name: String,
    amount_minor: i64,
    is_free: bool,
}

/// Takes the payments under way. Whoever settles one holds it and waits for the checkout that our caller holds, so we must not
/// wait for them.
async fn take_pending(tx: &mut Tx, checkout: CheckoutId) -> Result<Vec<Pending>> {
    let store = tx.ctx().store_id()?;
    let rows: Vec<PendingRow> = sqlx::query_as(
        "with free as (
             select id from payments.payments where store_id = $1 and checkout_id = $2 and status = 'pending'
             for update skip locked
         )
         select p.id, p.method, p.method_name, p.amount_minor, free.id is not null as is_free
         from payments.payments p left join free on free.id = p.id
         where p.store_id = $1 and p.checkout_id = $2 and p.status = 'pending'",
    )
    .bind(store.0)
    .bind(checkout.0)
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter()
        .map(|row| {
            if !row.is_free {
                return Err(AppError::conflict("payment_under_way").into());
            }
            Ok(Pending { id: row.id, method: row.method, method_name: row.method_name, amount_minor: row.amount_minor })
        })
        .collect()
}

/// Should money come in for one of these after all, it goes back.
async fn supersede(tx: &mut Tx, payments: &[PaymentId]) -> Result<()> {
    if payments.is_empty() {
        return Ok(());
    }
    let (store, now) = (tx.ctx().store_id()?, tx.now());
    let ids: Vec<Uuid> = payments.iter().map(|payment| payment.0).collect();
    sqlx::query(
        "update payments.payments set status = 'failed', failure = 'superseded', updated_at = $3
         where store_id = $1 and id = any($2)",
    )
    .bind(store.0)
    .bind(&ids)
    .bind(now)
    .execute(tx.conn())
    .await?;
    for payment in payments {
        tx.enqueue(&ClosePayment { payment: *payment }).await?;
    }
    Ok(())
}

async fn insert(tx: &mut Tx, new: &NewPayment, started: &StartedPayment) -> Result<()> {
    let (store, now, base_url) = (tx.ctx().store_id()?, tx.now(), tx.ctx().scope().absolute(""));
    sqlx::query(
        "insert into payments.payments (store_id, id, checkout_id, method, method_name, amount_minor, currency, status, email,
             locale, return_url, cancel_url, created_at, updated_at, base_url)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13, $14)",
    )
    .bind(store.0)
    .bind(started.id.0)
    .bind(new.checkout_id.0)
    .bind(&new.method)
    .bind(&started.method_name)
    .bind(new.amount.minor)
    .bind(new.amount.currency.code())
    .bind(status_code(started.status))
    .bind(&new.email)
    .bind(new.locale.code())
    .bind(&new.return_url)
    .bind(&new.cancel_url)
    .bind(now)
    .bind(base_url)
    .execute(tx.conn())
    .await?;
    Ok(())
}
