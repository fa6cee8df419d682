//! What is there to know of an order?

use orion_kernel::AppError;
use orion_runtime::{Ctx, Result};

use super::{stored, timeline::timeline};
use crate::views::{OrderDetails, OrderPage};

/// The order with its timeline, for the back office.
///
/// # Errors
///
/// `NotFound`.
pub async fn order_page(ctx: &Ctx, number: i64) -> Result<OrderPage> {
    let store = ctx.store_id()?;
    let mut tx = ctx.begin().await?;
    let order = stored::by_number(&mut tx, store, number).await?.ok_or_else(AppError::not_found)?;
    let timeline = timeline(&mut tx, order.id()).await?;
    Ok(OrderPage { order: order.details()?, timeline })
}

/// The order alone, for the packing slip.
///
/// # Errors
///
/// `NotFound`.
pub async fn order_details(ctx: &Ctx, number: i64) -> Result<OrderDetails> {
    let store = ctx.store_id()?;
    let mut tx = ctx.begin().await?;
    let order = stored::by_number(&mut tx, store, number).await?.ok_or_else(AppError::not_found)?;
    order.details()
}
