//! What the store's back office asks and does.

use leptos::prelude::*;
use orion_kernel::{AppError, Locale, Paged};
use orion_ui::IndexQuery;
use server_fn::codec::{MultipartData, MultipartFormData};

use crate::views::{StorePageEditor, StorePageRow, TextsEditor};

/// The store's pages.
#[server(prefix = "/api/v1/store/cms", endpoint = "list_pages")]
pub async fn list_store_pages(query: IndexQuery) -> Result<Paged<StorePageRow>, AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::VIEW).await?;
    Ok(crate::server::list_store_pages(&ctx, &query).await?)
}

/// One language of a page.
#[server(prefix = "/api/v1/store/cms", endpoint = "edit_page")]
pub async fn edit_store_page(slug: String, locale: Option<Locale>) -> Result<StorePageEditor, AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::VIEW).await?;
    Ok(crate::server::edit_store_page(&ctx, &slug, locale).await?)
}

/// Begins a page and opens it.
#[server(prefix = "/api/v1/store/cms", endpoint = "create_page")]
pub async fn create_store_page(slug: String, title: String) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::MANAGE).await?;
    crate::server::create_store_page(&ctx, &slug, &title).await?;
    orion_runtime::redirect(&crate::paths::content(&slug));
    Ok(())
}

/// Takes a page of the platform over.
#[server(prefix = "/api/v1/store/cms", endpoint = "customise_page")]
pub async fn customise_page(slug: String) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::MANAGE).await?;
    Ok(crate::server::customise_page(&ctx, &slug).await?)
}

/// Writes one language of a page.
#[server(prefix = "/api/v1/store/cms", endpoint = "save_page_text")]
pub async fn save_store_page_text(
    slug: String,
    locale: Locale,
    title: String,
    description: String,
    body_html: String,
) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::MANAGE).await?;
    let text = crate::server::PageText { title, description, body_html };
    Ok(crate::server::save_store_page_text(&ctx, &slug, locale, &text).await?)
}

/// Decides where a page is linked.
#[server(prefix = "/api/v1/store/cms", endpoint = "save_page_settings")]
pub async fn save_store_page_settings(
    slug: String,
    place: String,
    position: i32,
    #[server(default)] is_visible: bool,
) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::MENUS).await?;
    let settings = crate::server::PageSettings { place, position, is_visible };
    Ok(crate::server::save_store_page_settings(&ctx, &slug, &settings).await?)
}

/// Gives a page up and shows the list.
#[server(prefix = "/api/v1/store/cms", endpoint = "remove_page")]
pub async fn remove_store_page(slug: String) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::MANAGE).await?;
    crate::server::remove_store_page(&ctx, &slug).await?;
    orion_runtime::redirect(crate::paths::PAGES);
    Ok(())
}

/// One language of the storefront's texts.
#[server(prefix = "/api/v1/store/cms", endpoint = "edit_texts")]
pub async fn edit_store_texts(locale: Option<Locale>) -> Result<TextsEditor, AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::THEMES).await?;
    Ok(crate::server::edit_store_texts(&ctx, locale).await?)
}

/// Writes one language of the storefront's texts.
#[server(prefix = "/api/v1/store/cms", endpoint = "save_texts")]
pub async fn save_store_texts(
    locale: Locale,
    announcement: String,
    tagline: String,
    hero_title: String,
    hero_text: String,
) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::THEMES).await?;
    let texts = crate::server::StoreTexts { announcement, tagline, hero_title, hero_text };
    Ok(crate::server::save_store_texts(&ctx, locale, &texts).await?)
}

/// Keeps a new picture for the storefront's top.
#[server(prefix = "/api/v1/store/cms", endpoint = "upload_hero", input = MultipartFormData)]
pub async fn upload_hero(data: MultipartData) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::MEDIA).await?;
    let bytes = crate::server::uploaded_file(data).await?;
    crate::server::set_hero(&ctx, bytes).await?;
    orion_runtime::redirect(crate::paths::TEXTS);
    Ok(())
}

/// Shows no picture at the storefront's top.
#[server(prefix = "/api/v1/store/cms", endpoint = "remove_hero")]
pub async fn remove_hero() -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::MEDIA).await?;
    Ok(crate::server::remove_hero(&ctx).await?)
}
