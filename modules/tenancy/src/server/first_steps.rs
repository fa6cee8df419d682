//! What an operator does first on a new platform.

use futures::future::BoxFuture;
use orion_kernel::{AppError, Frontend, checklist::ChecklistItem};
use orion_runtime::{ChecklistProvider, Ctx, PlatformCtx, Result};

use crate::{
    i18n::{of, td_string},
    paths, permissions,
};

type Steps = BoxFuture<'static, Result<Vec<ChecklistItem>, AppError>>;

/// The first merchant, the first store, and where merchants find help.
pub fn providers() -> Vec<ChecklistProvider> {
    let provider = |permission, items| ChecklistProvider {
        module: "tenancy",
        frontend: Frontend::Admin,
        permission: Some(permission),
        items,
    };
    vec![
        provider(permissions::STORES_MANAGE, |ctx| -> Steps { Box::pin(async move { Ok(tenants(&ctx).await?) }) }),
        provider(permissions::PLATFORMS_MANAGE, |ctx| -> Steps { Box::pin(async move { Ok(platform(&ctx)) }) }),
    ]
}

async fn tenants(ctx: &Ctx) -> Result<Vec<ChecklistItem>> {
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let (has_merchants, has_stores): (bool, bool) = sqlx::query_as(
        "select exists (select from tenancy.merchants where platform_id = $1),
                exists (select from tenancy.stores where platform_id = $1)",
    )
    .bind(ctx.platform_id().0)
    .fetch_one(tx.conn())
    .await?;
    let l = of(ctx.locale());
    let step = |key: &str, title: &str, body: &str, path: &str, done, order| ChecklistItem {
        key: key.to_owned(),
        title: title.to_owned(),
        body: body.to_owned(),
        path: path.to_owned(),
        done,
        order,
    };
    Ok(vec![
        step(
            "tenancy.first_merchant",
            td_string!(l, first_steps.merchant),
            td_string!(l, first_steps.merchant_why),
            paths::NEW_MERCHANT,
            has_merchants,
            20,
        ),
        step(
            "tenancy.first_store",
            td_string!(l, first_steps.store),
            td_string!(l, first_steps.store_why),
            paths::NEW_STORE,
            has_stores,
            30,
        ),
    ])
}

fn platform(ctx: &Ctx) -> Vec<ChecklistItem> {
    let (l, platform) = (of(ctx.locale()), &ctx.scope().platform);
    vec![ChecklistItem {
        key: "tenancy.support_address".to_owned(),
        title: td_string!(l, first_steps.support).to_owned(),
        body: td_string!(l, first_steps.support_why).to_owned(),
        path: paths::platform(&platform.code),
        done: !platform.brand.support_email.is_empty(),
        order: 10,
    }]
}
