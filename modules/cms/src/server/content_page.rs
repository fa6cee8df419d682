//! What does a content page say?

use orion_contracts::stores::Stores;
use orion_kernel::AppError;
use orion_runtime::{Ctx, Result};

use super::{
    forms::is_slug, page_links::default_locale, particulars::Particulars, site::Site,
    store_page_texts::with_store_pages,
};
use crate::views::ContentPage;

#[derive(sqlx::FromRow)]
struct Row {
    title: String,
    description: String,
    body_html: String,
}

/// A page of the storefront, in the page's language or the closest there is.
pub async fn storefront_page(ctx: &Ctx, slug: &str) -> Result<ContentPage> {
    let store = ctx.store_id()?;
    if !is_slug(slug) {
        return Err(AppError::not_found().into());
    }
    let mut tx = ctx.begin().await?;
    let row: Row = sqlx::query_as(with_store_pages!(
        "select t.title, t.description, t.body_html
         from pages p join texts t on t.slug = p.slug
         where p.slug = $3 and p.is_visible
         order by t.locale = $4 desc, t.locale = $5 desc, t.locale limit 1"
    ))
    .bind(store.0)
    .bind(ctx.platform_id().0)
    .bind(slug)
    .bind(ctx.locale().code())
    .bind(default_locale(ctx).code())
    .fetch_optional(tx.conn())
    .await?
    .ok_or_else(AppError::not_found)?;
    let profile = ctx.port::<dyn Stores>().profile(&mut tx).await?;
    let particulars = Particulars {
        store_name: profile.name,
        legal_name: profile.legal_name,
        address: profile.address,
        vat_id: profile.vat_id,
        rcs: profile.rcs,
        email: profile.email,
    };
    Ok(row.filled(&particulars))
}

/// A page of the platform's own, in the page's language or the closest there is.
pub async fn platform_page(ctx: &Ctx, slug: &str) -> Result<ContentPage> {
    if !is_slug(slug) {
        return Err(AppError::not_found().into());
    }
    let mut tx = ctx.begin().await?;
    let row: Row = sqlx::query_as(
        "select t.title, t.description, t.body_html
         from cms.platform_pages p
         join cms.platform_page_texts t on t.platform_id = p.platform_id and t.scope = p.scope and t.slug = p.slug
         where p.platform_id = $1 and p.scope = 'platform' and p.slug = $2 and p.is_visible
         order by t.locale = $3 desc, t.locale = $4 desc, t.locale limit 1",
    )
    .bind(ctx.platform_id().0)
    .bind(slug)
    .bind(ctx.locale().code())
    .bind(default_locale(ctx).code())
    .fetch_optional(tx.conn())
    .await?
    .ok_or_else(AppError::not_found)?;
    drop(tx);
    let site = ctx.settings::<Site>().await?;
    Ok(row.filled(&site.particulars(&ctx.scope().platform.name)))
}

impl Row {
    fn filled(self, particulars: &Particulars) -> ContentPage {
        ContentPage { title: self.title, description: self.description, body_html: particulars.fill(&self.body_html) }
    }
}
