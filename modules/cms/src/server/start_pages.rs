//! The pages a platform starts with.

use async_trait::async_trait;
use orion_contracts::cms::{StartPage, StartPages};
use orion_kernel::{AppError, PlatformId, Work};
use orion_runtime::{Result, Tx};

use super::{
    clean_html::clean_html,
    forms::{PageSettings, PageText, is_slug},
};
use crate::model::PageScope;

/// Writes into the module's tables.
pub struct StartPagesPort;

#[async_trait]
impl StartPages for StartPagesPort {
    async fn write(&self, work: &mut dyn Work, platform: PlatformId, pages: &[StartPage]) -> Result<(), AppError> {
        for (place, page) in (1..).zip(pages) {
            let at = |what: &str| format!("{place} ({}): {what}", page.slug);
            let scope = check(page).map_err(|what| AppError::invalid("page_invalid").with("page", at(what)))?;
            let again =
                pages.iter().take(place - 1).any(|other| (&other.scope, &other.slug) == (&page.scope, &page.slug));
            if again {
                return Err(AppError::invalid("page_invalid").with("page", at("slug")));
            }
            write(Tx::of(work), platform, scope, page).await?;
        }
        Ok(())
    }
}

/// The page's scope, or the name of what is wrong.
fn check(page: &StartPage) -> Result<PageScope, &'static str> {
    let scope = PageScope::ALL.into_iter().find(|scope| scope.code() == page.scope).ok_or("scope")?;
    let place = page.place.clone().unwrap_or_default();
    let settings = PageSettings { place, position: page.order, is_visible: true };
    if !is_slug(&page.slug) {
        return Err("slug");
    }
    if page.title.is_empty() {
        return Err("title");
    }
    settings.check().map_err(|_| "place")?;
    for (locale, title) in &page.title {
        let body_html = page.body_html.get(locale).cloned().unwrap_or_default();
        PageText { title: title.clone(), description: String::new(), body_html }.check().map_err(|_| "body_html")?;
    }
    Ok(scope)
}

async fn write(tx: &mut Tx, platform: PlatformId, scope: PageScope, page: &StartPage) -> Result<()> {
    let now = tx.now();
    sqlx::query(
        "insert into cms.platform_pages (platform_id, scope, slug, place, position, updated_at) values ($1, $2, $3, $4, $5, $6)",
    )
    .bind(platform.0)
    .bind(scope.code())
    .bind(&page.slug)
    .bind(page.place.as_deref().filter(|place| !place.is_empty()))
    .bind(page.order)
    .bind(now)
    .execute(tx.conn())
    .await?;
    for (locale, title) in &page.title {
        sqlx::query(
            "insert into cms.platform_page_texts (platform_id, scope, slug, locale, title, description, body_html)
             values ($1, $2, $3, $4, $5, '', $6)",
        )
        .bind(platform.0)
        .bind(scope.code())
        .bind(&page.slug)
        .bind(locale.code())
        .bind(title.trim())
        .bind(clean_html(page.body_html.get(locale).map_or("", String::as_str)))
        .execute(tx.conn())
        .await?;
    }
    Ok(())
}
