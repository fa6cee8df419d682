//! What the admin asks and does.

use leptos::prelude::*;
use orion_kernel::{AppError, Locale, Paged};
use orion_ui::IndexQuery;

use crate::{
    model::PageScope,
    views::{PageEditor, PlatformPageRow},
};

/// The platform's pages.
#[server(prefix = "/api/v1/admin/cms", endpoint = "list_pages")]
pub async fn list_platform_pages(query: IndexQuery) -> Result<Paged<PlatformPageRow>, AppError> {
    let ctx = orion_runtime::operator(crate::permissions::VIEW).await?;
    Ok(crate::server::list_platform_pages(&ctx, &query).await?)
}

/// One language of a page.
#[server(prefix = "/api/v1/admin/cms", endpoint = "edit_page")]
pub async fn edit_platform_page(
    scope: PageScope,
    slug: String,
    locale: Option<Locale>,
) -> Result<PageEditor, AppError> {
    let ctx = orion_runtime::operator(crate::permissions::VIEW).await?;
    Ok(crate::server::edit_platform_page(&ctx, scope, &slug, locale).await?)
}

/// Begins a page and opens it.
#[server(prefix = "/api/v1/admin/cms", endpoint = "create_page")]
pub async fn create_platform_page(scope: PageScope, slug: String, title: String) -> Result<(), AppError> {
    let ctx = orion_runtime::operator(crate::permissions::MANAGE).await?;
    crate::server::create_platform_page(&ctx, scope, &slug, &title).await?;
    orion_runtime::redirect(&crate::paths::platform_page(scope, &slug));
    Ok(())
}

/// Writes one language of a page.
#[server(prefix = "/api/v1/admin/cms", endpoint = "save_page_text")]
pub async fn save_platform_page_text(
    scope: PageScope,
    slug: String,
    locale: Locale,
    title: String,
    description: String,
    body_html: String,
) -> Result<(), AppError> {
    let ctx = orion_runtime::operator(crate::permissions::MANAGE).await?;
    let text = crate::server::PageText { title, description, body_html };
    Ok(crate::server::save_platform_page_text(&ctx, scope, &slug, locale, &text).await?)
}

/// Decides where a page is linked.
#[server(prefix = "/api/v1/admin/cms", endpoint = "save_page_settings")]
pub async fn save_platform_page_settings(
    scope: PageScope,
    slug: String,
    place: String,
    position: i32,
    #[server(default)] is_visible: bool,
) -> Result<(), AppError> {
    let ctx = orion_runtime::operator(crate::permissions::MENUS).await?;
    let settings = crate::server::PageSettings { place, position, is_visible };
    Ok(crate::server::save_platform_page_settings(&ctx, scope, &slug, &settings).await?)
}

/// Gives a page up and shows the list.
#[server(prefix = "/api/v1/admin/cms", endpoint = "remove_page")]
pub async fn remove_platform_page(scope: PageScope, slug: String) -> Result<(), AppError> {
    let ctx = orion_runtime::operator(crate::permissions::MANAGE).await?;
    crate::server::remove_platform_page(&ctx, scope, &slug).await?;
    orion_runtime::redirect(crate::paths::PAGES);
    Ok(())
}
