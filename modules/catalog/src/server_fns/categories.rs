//! What the back office asks and does about categories.

use leptos::prelude::*;
use orion_contracts::CategoryId;
use orion_kernel::AppError;

use crate::views::{CategoryEditor, CategoryNode};

/// The tree of categories.
#[server(prefix = "/api/v1/store/catalog", endpoint = "list_categories")]
pub async fn list_categories() -> Result<Vec<CategoryNode>, AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::VIEW).await?;
    Ok(crate::server::list_categories(&ctx).await?)
}

/// A category in its form.
#[server(prefix = "/api/v1/store/catalog", endpoint = "open_category")]
pub async fn open_category(id: CategoryId) -> Result<CategoryEditor, AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::VIEW).await?;
    Ok(crate::server::open_category(&ctx, id).await?)
}

/// Saves a category; a new one without an id.
#[server(prefix = "/api/v1/store/catalog", endpoint = "save_category")]
pub async fn save_category(
    id: String,
    name: String,
    slug: String,
    parent: String,
    position: i32,
) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::EDIT).await?;
    crate::server::save_category(&ctx, &id, &crate::forms::CategoryFields { name, slug, parent, position }).await?;
    orion_runtime::redirect(crate::paths::CATEGORIES);
    Ok(())
}

/// Removes a category.
#[server(prefix = "/api/v1/store/catalog", endpoint = "delete_category")]
pub async fn delete_category(id: CategoryId) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::EDIT).await?;
    crate::server::delete_category(&ctx, id).await?;
    orion_runtime::redirect(crate::paths::CATEGORIES);
    Ok(())
}
