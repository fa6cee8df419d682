//! What payments do about others' events.

use futures::future::BoxFuture;
use orion_contracts::orders::{OrderPaid, Orders};
use orion_kernel::AppError;
use orion_runtime::{EventHandler, Tx};

use super::refund_payment::receive_deferred;

/// All of them.
pub fn handlers() -> Vec<EventHandler> {
    vec![EventHandler::on::<OrderPaid>("payments.receive_deferred", "payments", receive)]
}

/// The merchant has seen the money of a transfer, and said so at the order.
fn receive(tx: &mut Tx, event: OrderPaid) -> BoxFuture<'_, Result<(), AppError>> {
    Box::pin(async move {
        let orders = tx.ctx().port::<dyn Orders>();
        let order = orders.view(tx, event.order_id).await?;
        if let Some(payment) = order.and_then(|order| order.order.payment_id) {
            receive_deferred(tx, payment).await?;
        }
        Ok(())
    })
}
