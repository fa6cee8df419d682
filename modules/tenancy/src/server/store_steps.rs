//! What a merchant does before the first sale, as far as the store itself is concerned.

use futures::future::BoxFuture;
use orion_kernel::{AppError, Frontend, checklist::ChecklistItem};
use orion_runtime::{ChecklistProvider, Ctx, Result, access};

use crate::{
    i18n::{of, td_string},
    paths, permissions,
};

/// Particulars, logo, languages, shipping, domain, and opening at the end.
pub fn provider() -> ChecklistProvider {
    ChecklistProvider {
        module: "tenancy",
        frontend: Frontend::Store,
        permission: Some(permissions::STORES_MANAGE),
        items: |ctx| -> BoxFuture<'static, Result<Vec<ChecklistItem>, AppError>> {
            Box::pin(async move { Ok(steps(&ctx).await?) })
        },
    }
}

#[derive(sqlx::FromRow)]
struct Facts {
    has_particulars: bool,
    has_languages: bool,
    has_shipping: bool,
    has_domain: bool,
}

async fn steps(ctx: &Ctx) -> Result<Vec<ChecklistItem>> {
    let store = ctx.store()?;
    let mut tx = ctx.begin().await?;
    let facts: Facts = sqlx::query_as(
        "select s.legal_name <> '' and s.street <> '' and s.postcode <> '' and s.city <> '' and s.email <> ''
                    and (s.vat_id <> '' or s.rcs <> '') as has_particulars,
                cardinality(s.locales) > 1 as has_languages,
                exists (select from tenancy.shipping_rates r where r.store_id = s.id) as has_shipping,
                exists (select from tenancy.store_domains d where d.store_id = s.id) as has_domain
         from tenancy.stores s where s.id = $1",
    )
    .bind(store.id.0)
    .fetch_optional(tx.conn())
    .await?
    .ok_or_else(AppError::not_found)?;
    let l = of(ctx.locale());
    let step = |key: &str, (title, body): (&str, &str), path: &str, done, order| ChecklistItem {
        key: format!("tenancy.{key}"),
        title: title.to_owned(),
        body: body.to_owned(),
        path: path.to_owned(),
        done,
        order,
    };
    Ok(vec![
        step(
            "particulars",
            (td_string!(l, store_steps.particulars), td_string!(l, store_steps.particulars_why)),
            paths::SETTINGS,
            facts.has_particulars,
            10,
        ),
        step(
            "logo",
            (td_string!(l, store_steps.logo), td_string!(l, store_steps.logo_why)),
            paths::SETTINGS,
            store.logo.is_some(),
            20,
        ),
        step(
            "languages",
            (td_string!(l, store_steps.languages), td_string!(l, store_steps.languages_why)),
            paths::REGION,
            facts.has_languages,
            30,
        ),
        step(
            "shipping",
            (td_string!(l, store_steps.shipping), td_string!(l, store_steps.shipping_why)),
            paths::SHIPPING,
            facts.has_shipping,
            50,
        ),
        step(
            "domain",
            (td_string!(l, store_steps.domain), td_string!(l, store_steps.domain_why)),
            paths::DOMAINS,
            facts.has_domain,
            80,
        ),
        step(
            "open",
            (td_string!(l, store_steps.open), td_string!(l, store_steps.open_why)),
            paths::ACCESS,
            access::is_public(store),
            90,
        ),
    ])
}
