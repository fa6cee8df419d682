//! What the back office asks and does.

use std::collections::BTreeMap;

use leptos::prelude::*;
use orion_contracts::{ProductId, VariantId};
use orion_kernel::{AppError, Paged};
use orion_ui::IndexQuery;

use crate::{
    forms::AdjustmentKind,
    views::{StockRow, VariantStock},
};

/// A page of the list.
#[server(prefix = "/api/v1/store/inventory", endpoint = "list_stock")]
pub async fn list_stock(query: IndexQuery) -> Result<Paged<StockRow>, AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::VIEW).await?;
    Ok(crate::server::list_stock(&ctx, &query).await?)
}

/// How many variants are in each scope.
#[server(prefix = "/api/v1/store/inventory", endpoint = "count_stock")]
pub async fn count_stock() -> Result<BTreeMap<String, u64>, AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::VIEW).await?;
    Ok(crate::server::count_stock(&ctx).await?)
}

/// A variant's page.
#[server(prefix = "/api/v1/store/inventory", endpoint = "stock_page")]
pub async fn stock_page(variant: VariantId, query: IndexQuery) -> Result<VariantStock, AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::VIEW).await?;
    Ok(crate::server::stock_page(&ctx, variant, query.page()).await?)
}

/// The stock of a product's variants.
#[server(prefix = "/api/v1/store/inventory", endpoint = "product_stock")]
pub async fn product_stock(product: ProductId) -> Result<Vec<StockRow>, AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::VIEW).await?;
    Ok(crate::server::product_stock(&ctx, product).await?)
}

/// Receives, counts or corrects.
#[server(prefix = "/api/v1/store/inventory", endpoint = "adjust_stock")]
pub async fn adjust_stock(
    variant: VariantId,
    kind: AdjustmentKind,
    quantity: String,
    #[server(default)] note: String,
) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::EDIT).await?;
    Ok(crate::server::adjust_stock(&ctx, variant, &crate::forms::Adjustment { kind, quantity, note }).await?)
}

/// Sells without end from now on.
#[server(prefix = "/api/v1/store/inventory", endpoint = "stop_counting")]
pub async fn stop_counting(variant: VariantId) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::EDIT).await?;
    Ok(crate::server::stop_counting(&ctx, variant).await?)
}

/// Sets from where on down it counts as low.
#[server(prefix = "/api/v1/store/inventory", endpoint = "set_threshold")]
pub async fn set_threshold(variant: VariantId, threshold: String) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::EDIT).await?;
    Ok(crate::server::set_threshold(&ctx, variant, &threshold).await?)
}
