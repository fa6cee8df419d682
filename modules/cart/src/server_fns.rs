//! What shoppers ask and do.

use leptos::prelude::*;
use orion_contracts::VariantId;
use orion_kernel::AppError;

use crate::views::{CartChange, CartPage};

/// The cart as it stands.
#[server(prefix = "/api/v1/storefront/cart", endpoint = "show_cart")]
pub async fn show_cart() -> Result<CartPage, AppError> {
    let ctx = orion_runtime::shopper().await?;
    Ok(crate::server::show_cart(&ctx).await?)
}

/// Puts something in.
#[server(prefix = "/api/v1/storefront/cart", endpoint = "add_line")]
pub async fn add_line(variant_id: VariantId, quantity: i64) -> Result<CartChange, AppError> {
    let ctx = orion_runtime::shopper().await?;
    Ok(crate::server::add_line(&ctx, variant_id, quantity).await?)
}

/// Changes how many.
#[server(prefix = "/api/v1/storefront/cart", endpoint = "set_quantity")]
pub async fn set_quantity(variant_id: VariantId, quantity: i64) -> Result<CartChange, AppError> {
    let ctx = orion_runtime::shopper().await?;
    Ok(crate::server::set_quantity(&ctx, variant_id, quantity).await?)
}

/// Takes something out.
#[server(prefix = "/api/v1/storefront/cart", endpoint = "remove_line")]
pub async fn remove_line(variant_id: VariantId) -> Result<CartChange, AppError> {
    let ctx = orion_runtime::shopper().await?;
    Ok(crate::server::remove_line(&ctx, variant_id).await?)
}
