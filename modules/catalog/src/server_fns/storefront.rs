//! What shoppers ask.

use leptos::{prelude::*, server_fn::codec::Json};
use orion_kernel::AppError;
use orion_ui::IndexQuery;

use crate::views::{Listing, ProductCard, ProductView};

/// What the home page shows.
#[server(prefix = "/api/v1/storefront/catalog", endpoint = "newest_products")]
pub async fn newest_products() -> Result<Vec<ProductCard>, AppError> {
    let ctx = orion_runtime::shopper().await?;
    Ok(crate::server::newest_products(&ctx).await?)
}

/// All products, or those of a category. Names of options in the query may hold any letter, hence the encoding.
#[server(prefix = "/api/v1/storefront/catalog", endpoint = "show_listing", input = Json)]
pub async fn show_listing(category: Option<String>, query: IndexQuery) -> Result<Listing, AppError> {
    let ctx = orion_runtime::shopper().await?;
    Ok(crate::server::show_listing(&ctx, category.as_deref(), &query).await?)
}

/// What words find.
#[server(prefix = "/api/v1/storefront/catalog", endpoint = "search_products", input = Json)]
pub async fn search_products(query: IndexQuery) -> Result<Listing, AppError> {
    let ctx = orion_runtime::shopper().await?;
    Ok(crate::server::search_products(&ctx, &query).await?)
}

/// A product's page.
#[server(prefix = "/api/v1/storefront/catalog", endpoint = "show_product")]
pub async fn show_product(slug: String) -> Result<ProductView, AppError> {
    let ctx = orion_runtime::shopper().await?;
    Ok(crate::server::show_product(&ctx, &slug).await?)
}
