//! What other modules ask of orders.

use async_trait::async_trait;
use orion_contracts::{
    CheckoutId, OrderId,
    orders::{NewOrder, OrderView, Orders, PlacedOrder},
};
use orion_kernel::{AppError, CustomerId, Money, Work};
use orion_runtime::{Result as Outcome, Tx};

use super::{mark_paid, place_order, refund_order, stored};

/// The port's implementation.
pub struct OrdersPort;

#[async_trait]
impl Orders for OrdersPort {
    async fn place(&self, work: &mut dyn Work, order: NewOrder) -> Result<PlacedOrder, AppError> {
        Ok(place_order::place_order(Tx::of(work), &order).await?)
    }

    async fn of_checkout(&self, work: &mut dyn Work, checkout: CheckoutId) -> Result<Option<PlacedOrder>, AppError> {
        Ok(place_order::of_checkout(Tx::of(work), checkout).await?)
    }

    async fn has_any(&self, work: &mut dyn Work) -> Result<bool, AppError> {
        Ok(place_order::has_any(Tx::of(work)).await?)
    }

    async fn view(&self, work: &mut dyn Work, id: OrderId) -> Result<Option<OrderView>, AppError> {
        let tx = Tx::of(work);
        let store = tx.ctx().store_id()?;
        let found = stored::by_id(tx, store, id).await?;
        Ok(found.map(|order| order.view(tx, store)).transpose()?)
    }

    async fn mark_paid(&self, work: &mut dyn Work, id: OrderId) -> Result<(), AppError> {
        Ok(mark_paid::note_payment(Tx::of(work), id).await?)
    }

    async fn note_refund(
        &self,
        work: &mut dyn Work,
        checkout: CheckoutId,
        amount: Money,
        reason: &str,
    ) -> Result<(), AppError> {
        Ok(refund_order::note_refund(Tx::of(work), checkout, amount, reason).await?)
    }

    async fn note_refund_refused(
        &self,
        work: &mut dyn Work,
        checkout: CheckoutId,
        amount: Money,
    ) -> Result<(), AppError> {
        Ok(refund_order::note_refund_refused(Tx::of(work), checkout, amount).await?)
    }

    async fn of_customer(
        &self,
        work: &mut dyn Work,
        customer: CustomerId,
        limit: i64,
    ) -> Result<Vec<OrderView>, AppError> {
        let tx = Tx::of(work);
        let store = tx.ctx().store_id()?;
        let orders = stored::of_customer(tx, store, customer, limit).await?;
        let views: Outcome<_> = orders.into_iter().map(|order| order.view(tx, store)).collect();
        Ok(views?)
    }
}
