//! Books what happens to money: each booking debits one account and credits another.

use orion_contracts::PaymentId;
use orion_kernel::Money;
use orion_runtime::{Result, Tx};
use uuid::Uuid;

use crate::model::Account;

/// Money came in for a payment.
pub async fn book_receipt(tx: &mut Tx, payment: PaymentId, method: &str, amount: Money) -> Result<()> {
    book(tx, payment, None, Account::of_method(method), Account::Customer, amount).await
}

/// Money of a payment went back.
pub async fn book_refund(tx: &mut Tx, payment: PaymentId, refund: Uuid, method: &str, amount: Money) -> Result<()> {
    book(tx, payment, Some(refund), Account::Customer, Account::of_method(method), amount).await
}

async fn book(
    tx: &mut Tx,
    payment: PaymentId,
    refund: Option<Uuid>,
    debit: Account,
    credit: Account,
    amount: Money,
) -> Result<()> {
    let (store, now, booking): (_, _, Uuid) = (tx.ctx().store_id()?, tx.now(), tx.new_id());
    sqlx::query(
        "insert into payments.ledger_entries (store_id, booking_id, account, payment_id, refund_id, debit_minor, credit_minor,
             currency, booked_at)
         values ($1, $2, $3, $4, $5, $6, 0, $7, $8), ($1, $2, $9, $4, $5, 0, $6, $7, $8)",
    )
    .bind(store.0)
    .bind(booking)
    .bind(debit.code())
    .bind(payment.0)
    .bind(refund)
    .bind(amount.minor)
    .bind(amount.currency.code())
    .bind(now)
    .bind(credit.code())
    .execute(tx.conn())
    .await?;
    Ok(())
}
