//! Customers for the search over everything.

use futures::future::BoxFuture;
use orion_kernel::{AppError, CustomerId, Frontend, search::SearchHit};
use orion_runtime::{Ctx, Result, SearchProvider};
use uuid::Uuid;

use crate::{
    i18n::{of, td_string},
    paths, permissions,
};

/// Customers shown.
const SHOWN: i64 = 5;

/// By the beginning of the name, the family name or the e-mail address.
pub fn provider() -> SearchProvider {
    SearchProvider {
        module: "customers",
        key: "customers",
        frontend: Frontend::Store,
        permission: Some(permissions::VIEW),
        find: |ctx, words| -> BoxFuture<'static, Result<Vec<SearchHit>, AppError>> {
            Box::pin(async move { Ok(find(&ctx, &words).await?) })
        },
    }
}

async fn find(ctx: &Ctx, words: &str) -> Result<Vec<SearchHit>> {
    let words = words.to_lowercase();
    let mut tx = ctx.begin().await?;
    let rows: Vec<(Uuid, String, String)> = sqlx::query_as(
        "select id, trim(first_name || ' ' || last_name), email from customers.customers
         where store_id = $1 and (
             (name_key ~>=~ $2 and name_key ~<~ $3)
             or (family_key ~>=~ $2 and family_key ~<~ $3)
             or (email ~>=~ $2 and email ~<~ $3)
         )
         order by email = $2 desc, family_key, id limit $4",
    )
    .persistent(false)
    .bind(ctx.store_id()?.0)
    .bind(&words)
    // No text's character lies above it.
    .bind(format!("{words}\u{10ffff}"))
    .bind(SHOWN)
    .fetch_all(tx.conn())
    .await?;
    let kind = td_string!(of(ctx.locale()), module.name);
    let hits = rows.into_iter().map(|(id, name, email)| SearchHit {
        kind: kind.to_owned(),
        title: if name.is_empty() { email.clone() } else { name },
        detail: email,
        path: paths::customer(CustomerId(id)),
        icon: "users".to_owned(),
    });
    Ok(hits.collect())
}
