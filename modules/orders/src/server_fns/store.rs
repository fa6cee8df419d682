//! What the back office asks and does.

use std::collections::BTreeMap;

use leptos::prelude::*;
use orion_contracts::OrderId;
use orion_kernel::{AppError, Paged, PeriodQuery};
use orion_ui::IndexQuery;

use crate::{
    forms::TypedLine,
    model::CancelReason,
    views::{DayRevenue, OrderDetails, OrderPage, OrderRow},
};

/// A page of orders.
#[server(prefix = "/api/v1/store/orders", endpoint = "list_orders")]
pub async fn list_orders(query: IndexQuery) -> Result<Paged<OrderRow>, AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::VIEW).await?;
    Ok(crate::server::list_orders(&ctx, &query).await?)
}

/// How many orders are in each scope.
#[server(prefix = "/api/v1/store/orders", endpoint = "count_orders")]
pub async fn count_orders() -> Result<BTreeMap<String, u64>, AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::VIEW).await?;
    Ok(crate::server::count_orders(&ctx).await?)
}

/// An order's page.
#[server(prefix = "/api/v1/store/orders", endpoint = "read_order_page")]
pub async fn read_order_page(number: i64) -> Result<OrderPage, AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::VIEW).await?;
    Ok(crate::server::order_page(&ctx, number).await?)
}

/// An order alone.
#[server(prefix = "/api/v1/store/orders", endpoint = "read_order")]
pub async fn read_order(number: i64) -> Result<OrderDetails, AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::VIEW).await?;
    Ok(crate::server::order_details(&ctx, number).await?)
}

/// A period's revenue.
#[server(prefix = "/api/v1/store/orders", endpoint = "revenue")]
pub async fn revenue(#[server(default)] query: PeriodQuery) -> Result<Vec<DayRevenue>, AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::VIEW).await?;
    Ok(crate::server::revenue(&ctx, &query).await?)
}

/// Notes a parcel.
#[server(prefix = "/api/v1/store/orders", endpoint = "fulfil_order")]
pub async fn fulfil_order(
    order: OrderId,
    #[server(default)] lines: Vec<TypedLine>,
    carrier: String,
    tracking_number: String,
    tracking_url: String,
) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::EDIT).await?;
    let lines = crate::server::read_lines(&lines)?;
    let parcel = crate::server::NewParcel { lines, carrier, tracking_number, tracking_url };
    Ok(crate::server::fulfil_order(&ctx, order, &parcel).await?)
}

/// Notes that everything left of the orders was sent.
#[server(prefix = "/api/v1/store/orders", endpoint = "fulfil_orders")]
pub async fn fulfil_orders(#[server(default)] ids: Vec<OrderId>) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::EDIT).await?;
    Ok(crate::server::fulfil_orders(&ctx, &ids).await?)
}

/// Calls an order off.
#[server(prefix = "/api/v1/store/orders", endpoint = "cancel_order")]
pub async fn cancel_order(
    order: OrderId,
    reason: CancelReason,
    #[server(default)] restock: bool,
) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::CANCEL).await?;
    Ok(crate::server::cancel_order(&ctx, order, reason, restock).await?)
}

/// Notes that the money came.
#[server(prefix = "/api/v1/store/orders", endpoint = "mark_paid")]
pub async fn mark_paid(order: OrderId) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::EDIT).await?;
    Ok(crate::server::mark_paid(&ctx, order).await?)
}

/// Sends money back.
#[server(prefix = "/api/v1/store/orders", endpoint = "refund_order")]
pub async fn refund_order(order: OrderId, amount: String, reason: String) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::REFUND).await?;
    Ok(crate::server::refund_order(&ctx, order, &amount, &reason).await?)
}

/// Writes something down.
#[server(prefix = "/api/v1/store/orders", endpoint = "add_note")]
pub async fn add_note(order: OrderId, text: String) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::EDIT).await?;
    Ok(crate::server::add_note(&ctx, order, &text).await?)
}
