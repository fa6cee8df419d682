//! Which stores are on the platform? With ten thousand of them a page costs what it costs with ten.

use std::collections::BTreeMap;

use orion_kernel::Paged;
use orion_runtime::{PlatformCtx, Result, Tx};
use orion_ui::IndexQuery;
use sqlx::{Postgres, QueryBuilder};
use time::{Date, Duration, OffsetDateTime, format_description::well_known::Iso8601};

use super::storefront_url;
use crate::{
    model::{prefix_pattern, prefix_query},
    views::{StoreRow, StoreStatus},
};

/// Counted no further in a narrowed list: people narrow it more.
const MOST: i64 = 1_000;

#[derive(sqlx::FromRow)]
struct Row {
    code: String,
    name: String,
    merchant: String,
    #[sqlx(try_from = "String")]
    status: StoreStatus,
    created_at: OffsetDateTime,
    domain: Option<String>,
    subdomain: Option<String>,
}

/// A page of the platform's stores, by name unless asked otherwise.
///
/// # Errors
///
/// The database cannot be reached.
pub async fn list_stores(ctx: &PlatformCtx, query: &IndexQuery) -> Result<Paged<StoreRow>> {
    let page = query.page();
    let mut tx = ctx.begin().await?;
    let total = count(&mut tx, query).await?;
    // The page is cut out of the stores alone, along an index; the names beside it are looked up for what is left.
    let mut sql = QueryBuilder::new("with s as (select * from tenancy.stores s where ");
    narrow(&mut sql, ctx, query);
    let order = match query.sort.as_str() {
        "-name" => "lower(name) desc, id desc",
        "created" => "created_at, id",
        "-created" => "created_at desc, id desc",
        _ => "lower(name), id",
    };
    sql.push(" order by ")
        .push(order)
        .push(" limit ")
        .push_bind(page.limit())
        .push(" offset ")
        .push_bind(page.offset());
    sql.push(
        ") select s.code, s.name, m.name as merchant, tenancy.state_of(s.status, s.suspended_at, s.delete_after) as status,
                  s.created_at, d.host as domain, s.subdomain
           from s
           join tenancy.merchants m on m.id = s.merchant_id
           left join tenancy.store_domains d on d.store_id = s.id and d.is_primary
           order by ",
    );
    let order = match query.sort.as_str() {
        "-name" => "lower(s.name) desc, s.id desc",
        "created" => "s.created_at, s.id",
        "-created" => "s.created_at desc, s.id desc",
        _ => "lower(s.name), s.id",
    };
    sql.push(order);
    let rows: Vec<Row> = sql.build_query_as().fetch_all(tx.conn()).await?;
    let items = rows.into_iter().map(|row| StoreRow {
        storefront_url: storefront_url(ctx, row.subdomain.as_deref().unwrap_or(&row.code), row.domain.as_deref()),
        code: row.code,
        name: row.name,
        merchant: row.merchant,
        status: row.status,
        created_at: row.created_at,
    });
    Ok(Paged { items: items.collect(), total, page })
}

/// How many stores are in each scope of the list.
///
/// # Errors
///
/// The database cannot be reached.
pub async fn count_stores(ctx: &PlatformCtx) -> Result<BTreeMap<String, u64>> {
    let mut tx = ctx.begin().await?;
    let counts: Vec<(String, i64)> =
        sqlx::query_as("select what, count from tenancy.counts where platform_id = $1 and what <> 'merchants'")
            .bind(ctx.platform_id().0)
            .fetch_all(tx.conn())
            .await?;
    let mut by_scope: BTreeMap<String, u64> =
        StoreStatus::ALL.into_iter().map(|status| (status.code().to_owned(), 0)).collect();
    by_scope.extend(counts.into_iter().map(|(status, count)| (status, count.max(0).unsigned_abs())));
    let all = by_scope.values().sum();
    by_scope.insert(String::new(), all);
    Ok(by_scope)
}

/// How many the list has. What is not narrowed but to a scope is known already.
async fn count(tx: &mut Tx, query: &IndexQuery) -> Result<i64> {
    let ctx = tx.ctx().clone();
    if query.search.trim().is_empty() && query.filters.is_empty() {
        let total = sqlx::query_scalar(
            "select coalesce(sum(count), 0)::bigint from tenancy.counts
             where platform_id = $1 and what <> 'merchants' and ($2 = '' or what = $2)",
        )
        .bind(ctx.platform_id().0)
        .bind(&query.scope)
        .fetch_one(tx.conn())
        .await?;
        return Ok(total);
    }
    let mut sql = QueryBuilder::new("select count(*) from (select from tenancy.stores s where ");
    narrow(&mut sql, &ctx, query);
    sql.push(" limit ").push_bind(MOST).push(") found");
    Ok(sql.build_query_scalar().fetch_one(tx.conn()).await?)
}

fn narrow(sql: &mut QueryBuilder<Postgres>, ctx: &orion_runtime::Ctx, query: &IndexQuery) {
    let platform = ctx.platform_id().0;
    sql.push("s.platform_id = ").push_bind(platform);
    if StoreStatus::ALL.into_iter().any(|status| status.code() == query.scope) {
        sql.push(" and tenancy.state_of(s.status, s.suspended_at, s.delete_after) = ").push_bind(query.scope.clone());
    }
    if let Some(merchant) = query.filter("merchant") {
        sql.push(" and s.merchant_id = (select m.id from tenancy.merchants m where m.platform_id = ")
            .push_bind(platform);
        sql.push(" and m.code = ").push_bind(merchant.trim().to_owned()).push(")");
    }
    if let Some(from) = query.filter("from").and_then(day) {
        sql.push(" and s.created_at >= ").push_bind(from);
    }
    if let Some(until) = query.filter("until").and_then(day) {
        sql.push(" and s.created_at < ").push_bind(until + Duration::days(1));
    }
    if query.search.trim().is_empty() {
        return;
    }
    // The beginnings of words of the store's or the merchant's name, or of a domain: an index has each of them.
    sql.push(" and s.id in (select d.store_id from tenancy.store_domains d where d.host like ");
    sql.push_bind(prefix_pattern(&query.search));
    if let Some(words) = prefix_query(&query.search) {
        sql.push(" union all select w.id from tenancy.stores w where w.platform_id = ").push_bind(platform);
        sql.push(" and tenancy.words_of(w.name || ' ' || w.code) @@ to_tsquery('simple', ").push_bind(words.clone());
        sql.push(") union all select w.id from tenancy.merchants m join tenancy.stores w on w.merchant_id = m.id");
        sql.push(" where m.platform_id = ").push_bind(platform);
        sql.push(" and tenancy.words_of(m.name || ' ' || m.code) @@ to_tsquery('simple', ").push_bind(words).push(")");
    }
    sql.push(")");
}

/// The beginning of a day that stands in an address.
fn day(text: &str) -> Option<OffsetDateTime> {
    Date::parse(text, &Iso8601::DATE).ok().map(|day| day.midnight().assume_utc())
}
