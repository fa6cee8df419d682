//! What the store's dashboard says about products that are not for sale yet.

use futures::future::BoxFuture;
use orion_contracts::ProductId;
use orion_kernel::{
    AppError, Frontend, fmt,
    widget::{Widget, WidgetRow},
};
use orion_runtime::{Ctx, Result, WidgetProvider};
use time::OffsetDateTime;
use uuid::Uuid;

use super::list_products::default_locale;
use crate::{
    i18n::{of, td_string},
    paths, permissions,
};

/// Drafts shown.
const SHOWN: i64 = 5;

/// The drafts that were worked on last.
pub fn widget() -> WidgetProvider {
    WidgetProvider {
        module: "catalog",
        key: "drafts",
        frontend: Frontend::Store,
        permission: Some(permissions::EDIT),
        provide: |ctx| -> BoxFuture<'static, Result<Option<Widget>, AppError>> {
            Box::pin(async move { Ok(drafts(&ctx).await?) })
        },
    }
}

async fn drafts(ctx: &Ctx) -> Result<Option<Widget>> {
    let mut tx = ctx.begin().await?;
    let rows: Vec<(Uuid, String, OffsetDateTime)> = sqlx::query_as(
        "select p.id, coalesce(nullif(t.title, ''), p.slug), p.updated_at
         from catalog.products p
         left join catalog.product_texts t on t.store_id = $1 and t.product_id = p.id and t.locale = $2
         where p.store_id = $1 and p.status = 'draft' order by p.updated_at desc, p.id desc limit $3",
    )
    .bind(ctx.store_id()?.0)
    .bind(default_locale(ctx)?.code())
    .bind(SHOWN)
    .fetch_all(tx.conn())
    .await?;
    let rows: Vec<_> = rows
        .into_iter()
        .map(|(id, title, updated_at)| WidgetRow {
            title,
            detail: fmt::date(ctx.locale(), updated_at),
            path: Some(paths::edit_product(ProductId(id))),
        })
        .collect();
    let title = td_string!(of(ctx.locale()), find.drafts).to_owned();
    Ok((!rows.is_empty()).then_some(Widget { title, rows, path: Some("/products?scope=draft".to_owned()) }))
}
