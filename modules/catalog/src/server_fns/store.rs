//! What the back office asks and does about products.

use std::collections::BTreeMap;

use leptos::prelude::*;
use orion_contracts::{CategoryId, ProductId};
use orion_kernel::{AppError, Locale, Paged};
use orion_ui::IndexQuery;

use crate::{
    forms::{OptionFields, PictureFields, VariantFields},
    model::ProductStatus,
    views::{Editor, ListChoices, ProductRow},
};

/// A page of products.
#[server(prefix = "/api/v1/store/catalog", endpoint = "list_products")]
pub async fn list_products(query: IndexQuery) -> Result<Paged<ProductRow>, AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::VIEW).await?;
    Ok(crate::server::list_products(&ctx, &query).await?)
}

/// How many products are in each state.
#[server(prefix = "/api/v1/store/catalog", endpoint = "count_products")]
pub async fn count_products() -> Result<BTreeMap<String, u64>, AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::VIEW).await?;
    Ok(crate::server::count_products(&ctx).await?)
}

/// What the list can be narrowed by.
#[server(prefix = "/api/v1/store/catalog", endpoint = "product_choices")]
pub async fn product_choices() -> Result<ListChoices, AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::VIEW).await?;
    Ok(crate::server::product_choices(&ctx).await?)
}

/// A product in its form, with the texts of one language and a page of its variants.
#[server(prefix = "/api/v1/store/catalog", endpoint = "open_product")]
pub async fn open_product(id: ProductId, language: Option<String>, page: u32) -> Result<Editor, AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::VIEW).await?;
    Ok(crate::server::open_product(&ctx, id, language.as_deref(), page).await?)
}

/// Adds a product and opens it.
#[server(prefix = "/api/v1/store/catalog", endpoint = "create_product")]
pub async fn create_product(title: String, price: String, vendor: String) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::CREATE).await?;
    let id = crate::server::create_product(&ctx, &crate::forms::NewProduct { title, price, vendor }).await?;
    orion_runtime::redirect(&crate::paths::edit_product(id));
    Ok(())
}

/// Saves a product's form.
#[server(prefix = "/api/v1/store/catalog", endpoint = "save_product")]
pub async fn save_product(
    id: ProductId,
    version: String,
    language: Locale,
    title: String,
    description_html: String,
    seo_title: String,
    seo_description: String,
    slug: String,
    status: ProductStatus,
    vendor: String,
    kind: String,
    tags: String,
    #[server(default)] categories: Vec<CategoryId>,
    #[server(default)] variants: Vec<VariantFields>,
) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::EDIT).await?;
    let fields = crate::forms::ProductFields {
        title,
        description_html,
        seo_title,
        seo_description,
        slug,
        status,
        vendor,
        kind,
        tags,
    };
    let change = crate::server::ProductChange {
        version: &version,
        language,
        fields: &fields,
        categories: &categories,
        variants: &variants,
    };
    Ok(crate::server::save_product(&ctx, id, &change).await?)
}

/// Saves a product's options.
#[server(prefix = "/api/v1/store/catalog", endpoint = "save_options")]
pub async fn save_options(
    id: ProductId,
    version: String,
    #[server(default)] options: Vec<OptionFields>,
) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::EDIT).await?;
    Ok(crate::server::save_options(&ctx, id, &version, &options).await?)
}

/// Saves the order and the descriptions of a product's pictures.
#[server(prefix = "/api/v1/store/catalog", endpoint = "save_pictures")]
pub async fn save_pictures(id: ProductId, #[server(default)] pictures: Vec<PictureFields>) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::EDIT).await?;
    Ok(crate::server::save_pictures(&ctx, id, &pictures).await?)
}

/// Has those pictures fetched again that could not be had.
#[server(prefix = "/api/v1/store/catalog", endpoint = "fetch_pictures_again")]
pub async fn fetch_pictures_again(id: ProductId) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::EDIT).await?;
    Ok(crate::server::fetch_pictures_again(&ctx, id).await?)
}

/// Puts products into the shop.
#[server(prefix = "/api/v1/store/catalog", endpoint = "publish_products")]
pub async fn publish_products(#[server(default)] ids: Vec<ProductId>) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::EDIT).await?;
    Ok(crate::server::set_status(&ctx, &ids, ProductStatus::Published).await?)
}

/// Takes products out of the shop.
#[server(prefix = "/api/v1/store/catalog", endpoint = "unpublish_products")]
pub async fn unpublish_products(#[server(default)] ids: Vec<ProductId>) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::EDIT).await?;
    Ok(crate::server::set_status(&ctx, &ids, ProductStatus::Draft).await?)
}

/// Puts products out of the way.
#[server(prefix = "/api/v1/store/catalog", endpoint = "archive_products")]
pub async fn archive_products(#[server(default)] ids: Vec<ProductId>) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::EDIT).await?;
    Ok(crate::server::set_status(&ctx, &ids, ProductStatus::Archived).await?)
}

/// Removes a product for good.
#[server(prefix = "/api/v1/store/catalog", endpoint = "delete_product")]
pub async fn delete_product(id: ProductId) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::DELETE).await?;
    crate::server::delete_product(&ctx, id).await?;
    orion_runtime::redirect(crate::paths::PRODUCTS);
    Ok(())
}
