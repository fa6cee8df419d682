//! Products for the search over everything.

use futures::future::BoxFuture;
use orion_contracts::ProductId;
use orion_kernel::{AppError, Frontend, MenuItem, MenuSection, Permission, Text, search::SearchHit};
use orion_runtime::{Ctx, Result, SearchProvider};
use uuid::Uuid;

use super::list_products::default_locale;
use crate::{
    i18n::{of, td_string},
    model::ProductStatus,
    paths, permissions,
};

/// Products shown.
const SHOWN: i32 = 5;

/// By title, SKU, barcode, vendor or type, drafts included.
pub fn provider() -> SearchProvider {
    SearchProvider {
        module: "catalog",
        key: "products",
        frontend: Frontend::Store,
        permission: Some(permissions::VIEW),
        find: |ctx, words| -> BoxFuture<'static, Result<Vec<SearchHit>, AppError>> {
            Box::pin(async move { Ok(find(&ctx, &words).await?) })
        },
    }
}

async fn find(ctx: &Ctx, words: &str) -> Result<Vec<SearchHit>> {
    let mut tx = ctx.begin().await?;
    let rows: Vec<(Uuid, String, String)> = sqlx::query_as(
        "select p.id, coalesce(nullif(t.title, ''), p.slug), p.status
         from catalog.search_products($1, $2, $4) found
         join catalog.products p on p.store_id = $1 and p.id = found.product_id
         left join catalog.product_texts t on t.store_id = $1 and t.product_id = p.id and t.locale = $3
         order by found.rank desc, p.id",
    )
    .bind(ctx.store_id()?.0)
    .bind(words)
    .bind(default_locale(ctx)?.code())
    .bind(SHOWN)
    .fetch_all(tx.conn())
    .await?;
    let l = of(ctx.locale());
    let hits = rows.into_iter().map(|(id, title, status)| SearchHit {
        kind: td_string!(l, products.title).to_owned(),
        title,
        detail: match ProductStatus::from_code(&status).unwrap_or_default() {
            ProductStatus::Published => String::new(),
            _ => td_string!(l, find.not_published).to_owned(),
        },
        path: paths::edit_product(ProductId(id)),
        icon: "tag".to_owned(),
    });
    Ok(hits.collect())
}

/// What one can go and do.
pub fn actions() -> Vec<MenuItem> {
    let action = |label: Text, icon, path, permission: Permission, feature| MenuItem {
        frontend: Frontend::Store,
        section: MenuSection { code: "main", title: None, order: 0 },
        label,
        icon,
        path,
        permission: Some(permission),
        feature,
        order: 0,
    };
    vec![
        action(|l| td_string!(of(l), find.add), "plus", paths::NEW_PRODUCT, permissions::CREATE, None),
        action(|l| td_string!(of(l), find.import), "upload", paths::IMPORT, permissions::IMPORT, Some("import")),
        action(|l| td_string!(of(l), find.add_category), "plus", paths::NEW_CATEGORY, permissions::EDIT, None),
    ]
}
