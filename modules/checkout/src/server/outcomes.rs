//! What payments lead to, inside the transaction that settles them.

use async_trait::async_trait;
use orion_contracts::{
    CheckoutId, PaymentId,
    payments::{PaymentOutcomes, Settlement},
    stock::Stock,
};
use orion_kernel::{AppError, Work};
use orion_runtime::{Error, Result as Outcome, Tx};

use super::{
    place::{Placing, place},
    state::State,
    stored,
};

/// The port's implementation.
pub struct Outcomes;

#[async_trait]
impl PaymentOutcomes for Outcomes {
    async fn succeeded(
        &self,
        work: &mut dyn Work,
        payment: PaymentId,
        checkout: CheckoutId,
    ) -> Result<Settlement, AppError> {
        Ok(succeeded(Tx::of(work), payment, checkout).await?)
    }

    async fn failed(&self, work: &mut dyn Work, payment: PaymentId, checkout: CheckoutId) -> Result<(), AppError> {
        Ok(failed(Tx::of(work), payment, checkout).await?)
    }
}

/// Places the order that was shown when paying began. Money for anything else is not taken: for a payment that another one has
/// taken the place of, for a checkout that is an order or gone, for goods that are sold out by now.
async fn succeeded(tx: &mut Tx, payment: PaymentId, id: CheckoutId) -> Outcome<Settlement> {
    let Some(checkout) = stored::lock(tx, id).await? else { return Ok(Settlement::Refused) };
    if checkout.payment_id != Some(payment) {
        return Ok(Settlement::Refused);
    }
    let order = match (checkout.state, checkout.frozen) {
        (State::Completed, _) => return Ok(Settlement::Accepted),
        (State::Open | State::Paying, Some(order)) => order,
        (State::Expired, _) | (_, None) => return Ok(Settlement::Refused),
    };
    // Should the goods be gone, nothing of the order remains, and the note of the payment does.
    sqlx::query("savepoint before_order").execute(tx.conn()).await?;
    match place(tx, id, Placing { cart: checkout.cart_id, order, is_paid: true }, None).await {
        Ok(()) => Ok(Settlement::Accepted),
        Err(Error::App(refusal)) if refusal.code == "out_of_stock" => {
            sqlx::query("rollback to savepoint before_order").execute(tx.conn()).await?;
            let stock = tx.ctx().port::<dyn Stock>();
            stock.release(tx, checkout.cart_id.0).await?;
            stored::reopen(tx, id, "sold_out_while_paying").await?;
            Ok(Settlement::Refused)
        }
        Err(error) => Err(error),
    }
}

/// Lets go of the goods, and lets the shopper try again.
async fn failed(tx: &mut Tx, payment: PaymentId, id: CheckoutId) -> Outcome<()> {
    let Some(checkout) = stored::lock(tx, id).await? else { return Ok(()) };
    if checkout.payment_id != Some(payment) || checkout.state != State::Paying {
        return Ok(());
    }
    let stock = tx.ctx().port::<dyn Stock>();
    stock.release(tx, checkout.cart_id.0).await?;
    stored::reopen(tx, id, "payment_failed").await
}
