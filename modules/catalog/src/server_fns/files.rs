//! Uploads of the back office: product files and pictures.

use leptos::prelude::*;
use orion_contracts::ImportId;
use orion_kernel::AppError;
use server_fn::codec::{MultipartData, MultipartFormData};

use crate::views::{ImportDetails, ImportView};

/// Takes a product file and shows how its import goes.
#[server(prefix = "/api/v1/store/catalog", endpoint = "upload_products", input = MultipartFormData)]
pub async fn upload_products(data: MultipartData) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::IMPORT).await?;
    let (name, content) = crate::server::read_upload(data).await?.files.into_iter().next().unwrap_or_default();
    let id = crate::server::upload_products(&ctx, &name, &content).await?;
    orion_runtime::redirect(&crate::paths::import(id));
    Ok(())
}

/// The last imports.
#[server(prefix = "/api/v1/store/catalog", endpoint = "list_imports")]
pub async fn list_imports() -> Result<Vec<ImportView>, AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::IMPORT).await?;
    Ok(crate::server::list_imports(&ctx).await?)
}

/// One of them.
#[server(prefix = "/api/v1/store/catalog", endpoint = "open_import")]
pub async fn open_import(id: ImportId) -> Result<ImportDetails, AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::IMPORT).await?;
    Ok(crate::server::open_import(&ctx, id).await?)
}

/// Adds pictures to a product.
#[server(prefix = "/api/v1/store/catalog", endpoint = "add_pictures", input = MultipartFormData)]
pub async fn add_pictures(data: MultipartData) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::EDIT).await?;
    let upload = crate::server::read_upload(data).await?;
    let id = upload.field("id").parse().map_err(|_| AppError::not_found())?;
    crate::server::add_pictures(&ctx, id, upload.files.into_iter().map(|(_, content)| content).collect()).await?;
    orion_runtime::redirect(&crate::paths::edit_product(id));
    Ok(())
}
