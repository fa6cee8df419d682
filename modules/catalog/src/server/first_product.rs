//! What a merchant does before the first sale, as far as products are concerned.

use futures::future::BoxFuture;
use orion_kernel::{AppError, Frontend, checklist::ChecklistItem};
use orion_runtime::{ChecklistProvider, Ctx, Result};

use crate::{
    i18n::{of, td_string},
    paths, permissions,
};

/// The first product that shoppers can see.
pub fn provider() -> ChecklistProvider {
    ChecklistProvider {
        module: "catalog",
        frontend: Frontend::Store,
        permission: Some(permissions::EDIT),
        items: |ctx| -> BoxFuture<'static, Result<Vec<ChecklistItem>, AppError>> {
            Box::pin(async move { Ok(vec![step(&ctx).await?]) })
        },
    }
}

async fn step(ctx: &Ctx) -> Result<ChecklistItem> {
    let mut tx = ctx.begin().await?;
    let done: bool =
        sqlx::query_scalar("select exists (select from catalog.products where store_id = $1 and status = 'published')")
            .bind(ctx.store_id()?.0)
            .fetch_one(tx.conn())
            .await?;
    let l = of(ctx.locale());
    Ok(ChecklistItem {
        key: "catalog.first_product".to_owned(),
        title: td_string!(l, first_product.title).to_owned(),
        body: td_string!(l, first_product.why).to_owned(),
        path: paths::PRODUCTS.to_owned(),
        done,
        order: 40,
    })
}
