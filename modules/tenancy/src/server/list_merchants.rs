//! Which merchants are on the platform?

use orion_kernel::Paged;
use orion_runtime::{PlatformCtx, Result};
use orion_ui::IndexQuery;
use time::OffsetDateTime;

use super::list_stores::contains;
use crate::views::MerchantRow;

#[derive(sqlx::FromRow)]
struct Row {
    code: String,
    name: String,
    created_at: OffsetDateTime,
    stores: Vec<String>,
    owners: Vec<String>,
}

macro_rules! from_merchants {
    ($select:literal, $rest:literal) => {
        concat!(
            $select,
            " from tenancy.merchants m
             where m.platform_id = $1 and ($2 = '%%' or m.name ilike $2 or m.code ilike $2) ",
            $rest
        )
    };
}

/// A page of the platform's merchants, by name unless asked otherwise.
///
/// # Errors
///
/// The database cannot be reached.
pub async fn list_merchants(ctx: &PlatformCtx, query: &IndexQuery) -> Result<Paged<MerchantRow>> {
    let page = query.page();
    let contains = contains(&query.search);
    let mut tx = ctx.begin().await?;
    let total = sqlx::query_scalar(from_merchants!("select count(*)", ""))
        .bind(ctx.platform_id().0)
        .bind(&contains)
        .fetch_one(tx.conn())
        .await?;
    let rows: Vec<Row> = sqlx::query_as(from_merchants!(
        "select m.code, m.name, m.created_at,
                array(select s.name from tenancy.stores s
                      where s.platform_id = m.platform_id and s.merchant_id = m.id order by lower(s.name)) as stores,
                array(select u.email from tenancy.memberships b join tenancy.users u on u.id = b.user_id
                      where b.merchant_id = m.id and b.role = 'owner' order by u.email) as owners",
        "order by
             case when $3 = '-name' then lower(m.name) end desc,
             case when $3 = 'created' then m.created_at end,
             case when $3 = '-created' then m.created_at end desc,
             lower(m.name), m.id
         limit $4 offset $5"
    ))
    .bind(ctx.platform_id().0)
    .bind(&contains)
    .bind(&query.sort)
    .bind(page.limit())
    .bind(page.offset())
    .fetch_all(tx.conn())
    .await?;
    let items = rows
        .into_iter()
        .map(|row| MerchantRow {
            code: row.code,
            name: row.name,
            created_at: row.created_at,
            stores: row.stores,
            owners: row.owners,
        })
        .collect();
    Ok(Paged { items, total, page })
}
