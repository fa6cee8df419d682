//! Which merchants are on the platform?

use orion_kernel::Paged;
use orion_runtime::{Ctx, PlatformCtx, Result};
use orion_ui::IndexQuery;
use sqlx::{Postgres, QueryBuilder};
use time::OffsetDateTime;

use crate::{
    model::{prefix_pattern, prefix_query},
    views::MerchantRow,
};

/// Counted no further in a narrowed list: people narrow it more.
const MOST: i64 = 1_000;

#[derive(sqlx::FromRow)]
struct Row {
    code: String,
    name: String,
    created_at: OffsetDateTime,
    stores: Vec<String>,
    store_count: i64,
    owners: Vec<String>,
}

/// A page of the platform's merchants, by name unless asked otherwise. Of a merchant's stores the first few are named.
///
/// # Errors
///
/// The database cannot be reached.
pub async fn list_merchants(ctx: &PlatformCtx, query: &IndexQuery) -> Result<Paged<MerchantRow>> {
    let page = query.page();
    let mut tx = ctx.begin().await?;
    let total = if query.search.trim().is_empty() {
        sqlx::query_scalar(
            "select coalesce((select count from tenancy.counts where platform_id = $1 and what = 'merchants'), 0)",
        )
        .bind(ctx.platform_id().0)
        .fetch_one(tx.conn())
        .await?
    } else {
        let mut sql = QueryBuilder::new("select count(*) from (select from tenancy.merchants m where ");
        narrow(&mut sql, ctx, query);
        sql.push(" limit ").push_bind(MOST).push(") found");
        sql.build_query_scalar().fetch_one(tx.conn()).await?
    };
    let order = match query.sort.as_str() {
        "-name" => "lower(m.name) desc, m.id desc",
        "created" => "m.created_at, m.id",
        "-created" => "m.created_at desc, m.id desc",
        _ => "lower(m.name), m.id",
    };
    let mut sql = QueryBuilder::new(
        "select m.code, m.name, m.created_at,
                array(select s.name from tenancy.stores s where s.merchant_id = m.id order by s.id limit 3) as stores,
                (select count(*) from tenancy.stores s where s.merchant_id = m.id) as store_count,
                array(select u.email from tenancy.memberships b join tenancy.users u on u.id = b.user_id
                      where b.merchant_id = m.id and b.role = 'owner' order by u.email limit 3) as owners
         from tenancy.merchants m where ",
    );
    narrow(&mut sql, ctx, query);
    sql.push(" order by ")
        .push(order)
        .push(" limit ")
        .push_bind(page.limit())
        .push(" offset ")
        .push_bind(page.offset());
    let rows: Vec<Row> = sql.build_query_as().fetch_all(tx.conn()).await?;
    let items = rows
        .into_iter()
        .map(|row| MerchantRow {
            code: row.code,
            name: row.name,
            created_at: row.created_at,
            stores: row.stores,
            store_count: row.store_count,
            owners: row.owners,
        })
        .collect();
    Ok(Paged { items, total, page })
}

fn narrow(sql: &mut QueryBuilder<Postgres>, ctx: &Ctx, query: &IndexQuery) {
    let platform = ctx.platform_id().0;
    sql.push("m.platform_id = ").push_bind(platform);
    if query.search.trim().is_empty() {
        return;
    }
    // The beginnings of words of the merchant's name, or of an owner's address: an index has both.
    sql.push(
        " and m.id in (select b.merchant_id from tenancy.users u join tenancy.memberships b on b.user_id = u.id
           where b.role = 'owner' and u.email like ",
    );
    sql.push_bind(prefix_pattern(&query.search));
    if let Some(words) = prefix_query(&query.search) {
        sql.push(" union all select w.id from tenancy.merchants w where w.platform_id = ").push_bind(platform);
        sql.push(" and tenancy.words_of(w.name || ' ' || w.code) @@ to_tsquery('simple', ").push_bind(words).push(")");
    }
    sql.push(")");
}
