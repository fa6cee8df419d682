//! What operators find: stores, merchants, people.

use futures::future::BoxFuture;
use orion_kernel::{AppError, Frontend, search::SearchHit};
use orion_runtime::{Ctx, PlatformCtx, Result, SearchProvider};
use uuid::Uuid;

pub(super) use crate::model::prefix_query;
use crate::{
    i18n::{of, td_string},
    model::prefix_pattern,
    paths, permissions,
};

/// Found of each sort.
const MOST: i64 = 5;

type Found = BoxFuture<'static, Result<Vec<SearchHit>, AppError>>;

/// Stores, merchants, people.
pub fn providers() -> Vec<SearchProvider> {
    let provider = |key, find| SearchProvider {
        module: "tenancy",
        key,
        frontend: Frontend::Admin,
        permission: Some(permissions::STORES_VIEW),
        find,
    };
    vec![
        provider("stores", |ctx, words| -> Found { Box::pin(async move { Ok(stores(&ctx, &words).await?) }) }),
        provider("merchants", |ctx, words| -> Found { Box::pin(async move { Ok(merchants(&ctx, &words).await?) }) }),
        SearchProvider {
            permission: Some(permissions::USERS_VIEW),
            ..provider("users", |ctx, words| -> Found { Box::pin(async move { Ok(users(&ctx, &words).await?) }) })
        },
    ]
}

async fn stores(ctx: &Ctx, words: &str) -> Result<Vec<SearchHit>> {
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let rows: Vec<(String, String, String)> = sqlx::query_as(
        "select s.code, s.name, m.name from tenancy.stores s join tenancy.merchants m on m.id = s.merchant_id
         where s.platform_id = $1 and s.id in (
             select w.id from tenancy.stores w where w.platform_id = $1
               and tenancy.words_of(w.name || ' ' || w.code) @@ to_tsquery('simple', $2)
             union all
             select d.store_id from tenancy.store_domains d where d.host like $3)
         order by lower(s.name), s.id limit $4",
    )
    .bind(ctx.platform_id().0)
    .bind(prefix_query(words).unwrap_or_default())
    .bind(prefix_pattern(words))
    .bind(MOST)
    .fetch_all(tx.conn())
    .await?;
    let kind = td_string!(of(ctx.locale()), stores.title);
    let hits = rows.into_iter().map(|(code, title, detail)| SearchHit {
        kind: kind.to_owned(),
        title,
        detail,
        path: paths::store(&code),
        icon: "store".to_owned(),
    });
    Ok(hits.collect())
}

async fn merchants(ctx: &Ctx, words: &str) -> Result<Vec<SearchHit>> {
    let Some(query) = prefix_query(words) else { return Ok(Vec::new()) };
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let rows: Vec<(String, String)> = sqlx::query_as(
        "select code, name from tenancy.merchants
         where platform_id = $1 and tenancy.words_of(name || ' ' || code) @@ to_tsquery('simple', $2)
         order by lower(name), id limit $3",
    )
    .bind(ctx.platform_id().0)
    .bind(query)
    .bind(MOST)
    .fetch_all(tx.conn())
    .await?;
    let kind = td_string!(of(ctx.locale()), merchants.title);
    let hits = rows.into_iter().map(|(code, title)| SearchHit {
        kind: kind.to_owned(),
        title,
        detail: code.clone(),
        path: paths::merchant(&code),
        icon: "building-2".to_owned(),
    });
    Ok(hits.collect())
}

/// Whoever works on this platform or for one of its merchants, by name or address.
async fn users(ctx: &Ctx, words: &str) -> Result<Vec<SearchHit>> {
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let rows: Vec<(Uuid, String, String)> = sqlx::query_as(
        "select u.id, u.name, u.email from tenancy.users u
         where u.id in (
             select w.id from tenancy.users w where tenancy.words_of(w.name) @@ to_tsquery('simple', $2)
             union all
             select w.id from tenancy.users w where w.email like $3)
           and (exists (select from tenancy.operators o where o.platform_id = $1 and o.user_id = u.id)
                or exists (select from tenancy.memberships m join tenancy.merchants c on c.id = m.merchant_id
                           where m.user_id = u.id and c.platform_id = $1))
         order by lower(u.name), u.id limit $4",
    )
    .bind(ctx.platform_id().0)
    .bind(prefix_query(words).unwrap_or_default())
    .bind(prefix_pattern(words))
    .bind(MOST)
    .fetch_all(tx.conn())
    .await?;
    let kind = td_string!(of(ctx.locale()), users.title);
    let hits = rows.into_iter().map(|(id, title, detail)| SearchHit {
        kind: kind.to_owned(),
        title,
        detail,
        path: paths::user(&id),
        icon: "users".to_owned(),
    });
    Ok(hits.collect())
}
