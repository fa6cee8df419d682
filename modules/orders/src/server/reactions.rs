//! What orders do about what happens to customers.

use orion_contracts::{
    customers::{CustomerErased, CustomerVerified},
    orders::OrderPlaced,
};
use orion_kernel::AppError;
use orion_runtime::EventHandler;

use super::{
    anonymise_orders::forget_customer,
    attach_orders::{attach_new_order, attach_orders},
};

/// The module's reactions.
pub fn handlers() -> Vec<EventHandler> {
    vec![
        EventHandler::on::<CustomerVerified>("orders.attach_orders", "orders", |tx, event| {
            Box::pin(async move { attach_orders(tx, event.customer_id).await.map_err(AppError::from) })
        }),
        EventHandler::on::<OrderPlaced>("orders.attach_new_order", "orders", |tx, event| {
            Box::pin(async move { attach_new_order(tx, event.order_id).await.map_err(AppError::from) })
        }),
        EventHandler::on::<CustomerErased>("orders.forget_customer", "orders", |tx, event| {
            Box::pin(async move { forget_customer(tx, event.customer_id).await.map_err(AppError::from) })
        }),
    ]
}
