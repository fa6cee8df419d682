//! Which stores are on the platform?

use std::collections::BTreeMap;

use orion_kernel::Paged;
use orion_runtime::{PlatformCtx, Result};
use orion_ui::IndexQuery;
use time::OffsetDateTime;

use super::storefront_url;
use crate::views::{StoreRow, StoreStatus};

#[derive(sqlx::FromRow)]
struct Row {
    code: String,
    name: String,
    merchant: String,
    #[sqlx(try_from = "String")]
    status: StoreStatus,
    created_at: OffsetDateTime,
    domain: Option<String>,
}

macro_rules! from_stores {
    ($select:literal, $rest:literal) => {
        concat!(
            $select,
            " from tenancy.stores s
             join tenancy.merchants m on m.id = s.merchant_id
             left join tenancy.store_domains d on d.store_id = s.id and d.is_primary
             where s.platform_id = $1
               and ($2 = '' or s.status = $2)
               and ($3 = '%%' or s.name ilike $3 or s.code ilike $3 or m.name ilike $3 or d.host ilike $3) ",
            $rest
        )
    };
}

/// A page of the platform's stores, by name unless asked otherwise.
///
/// # Errors
///
/// The database cannot be reached.
pub async fn list_stores(ctx: &PlatformCtx, query: &IndexQuery) -> Result<Paged<StoreRow>> {
    let page = query.page();
    let contains = contains(&query.search);
    let mut tx = ctx.begin().await?;
    let total = sqlx::query_scalar(from_stores!("select count(*)", ""))
        .bind(ctx.platform_id().0)
        .bind(&query.scope)
        .bind(&contains)
        .fetch_one(tx.conn())
        .await?;
    let rows: Vec<Row> = sqlx::query_as(from_stores!(
        "select s.code, s.name, m.name as merchant, s.status, s.created_at, d.host as domain",
        "order by
             case when $4 = '-name' then lower(s.name) end desc,
             case when $4 = 'merchant' then lower(m.name) end,
             case when $4 = '-merchant' then lower(m.name) end desc,
             case when $4 = 'created' then s.created_at end,
             case when $4 = '-created' then s.created_at end desc,
             lower(s.name), s.id
         limit $5 offset $6"
    ))
    .bind(ctx.platform_id().0)
    .bind(&query.scope)
    .bind(&contains)
    .bind(&query.sort)
    .bind(page.limit())
    .bind(page.offset())
    .fetch_all(tx.conn())
    .await?;
    let items = rows
        .into_iter()
        .map(|row| StoreRow {
            storefront_url: storefront_url(ctx, &row.code, row.domain.as_deref()),
            code: row.code,
            name: row.name,
            merchant: row.merchant,
            status: row.status,
            created_at: row.created_at,
        })
        .collect();
    Ok(Paged { items, total, page })
}

/// How many stores are in each scope of the list.
///
/// # Errors
///
/// The database cannot be reached.
pub async fn count_stores(ctx: &PlatformCtx) -> Result<BTreeMap<String, u64>> {
    let mut tx = ctx.begin().await?;
    let counts: Vec<(String, i64)> =
        sqlx::query_as("select status, count(*) from tenancy.stores where platform_id = $1 group by status")
            .bind(ctx.platform_id().0)
            .fetch_all(tx.conn())
            .await?;
    let mut by_scope: BTreeMap<String, u64> =
        StoreStatus::ALL.into_iter().map(|status| (status.code().to_owned(), 0)).collect();
    by_scope.extend(counts.into_iter().map(|(status, count)| (status, count.unsigned_abs())));
    let all = by_scope.values().sum();
    by_scope.insert(String::new(), all);
    Ok(by_scope)
}

/// A pattern for texts that contain the words, with nothing in them that means more than itself.
pub(super) fn contains(search: &str) -> String {
    format!("%{}%", search.trim().replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_"))
}
