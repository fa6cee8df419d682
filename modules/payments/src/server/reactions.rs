//! What payments do about others' events.

use futures::future::BoxFuture;
use orion_contracts::{
    customers::CustomerErased,
    orders::{OrderPaid, Orders},
};
use orion_kernel::AppError;
use orion_runtime::{EventHandler, Result as Outcome, Tx};

use super::refund_payment::receive_deferred;

/// All of them.
pub fn handlers() -> Vec<EventHandler> {
    vec![
        EventHandler::on::<OrderPaid>("payments.receive_deferred", "payments", receive),
        EventHandler::on::<CustomerErased>("payments.forget_customer", "payments", |tx, event| {
            Box::pin(async move { forget_customer(tx, &event.email).await.map_err(AppError::from) })
        }),
    ]
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

/// The books need amounts and dates, not whose they were; a refund finds its way by the provider's reference.
async fn forget_customer(tx: &mut Tx, email: &str) -> Outcome<()> {
    let store = tx.ctx().store_id()?;
    sqlx::query("update payments.payments set email = '' where store_id = $1 and lower(email) = $2")
        .bind(store.0)
        .bind(email)
        .execute(tx.conn())
        .await?;
    Ok(())
}
