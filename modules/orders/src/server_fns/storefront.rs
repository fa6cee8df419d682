//! What shoppers ask.

use leptos::prelude::*;
use orion_kernel::AppError;

use crate::views::OrderDetails;

/// How an order stands.
#[server(prefix = "/api/v1/storefront/orders", endpoint = "order_status")]
pub async fn order_status(number: i64, token: String) -> Result<OrderDetails, AppError> {
    let ctx = orion_runtime::shopper().await?;
    Ok(crate::server::order_status(&ctx, number, &token).await?)
}

/// The orders of whoever is signed in.
#[server(prefix = "/api/v1/storefront/orders", endpoint = "my_orders")]
pub async fn my_orders() -> Result<Vec<OrderDetails>, AppError> {
    let ctx = orion_runtime::customer().await?;
    Ok(crate::server::my_orders(&ctx).await?)
}
