//! Which stores does whoever is signed in work in?

use orion_runtime::{Ctx, PlatformCtx, Result};

use crate::views::{MyStore, MyStoreList};

/// Stores on a page.
const PAGE: i64 = 20;
/// Nobody turns more pages; they search.
const LAST_PAGE: u32 = 500;

/// A page of the member's stores on this platform whose name or code contains what is searched for, by name; none for
/// somebody who is not signed in. It costs what their stores cost, however many others there are.
///
/// # Errors
///
/// The database cannot be reached.
pub async fn my_stores(ctx: &Ctx, search: &str, page: u32) -> Result<MyStoreList> {
    let page = page.clamp(1, LAST_PAGE);
    let Some(principal) = ctx.principal() else { return Ok(MyStoreList { page, ..MyStoreList::default() }) };
    let contains = format!("%{}%", search.trim().replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_"));
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let mut stores: Vec<(String, String, String)> = sqlx::query_as(
        "select s.code, s.name, c.name
         from (select distinct merchant_id, store_id from tenancy.memberships where user_id = $1) m
         join tenancy.merchants c on c.id = m.merchant_id and c.platform_id = $2
         join tenancy.stores s on s.merchant_id = m.merchant_id and (m.store_id is null or s.id = m.store_id)
         where $3 = '%%' or s.name ilike $3 or s.code ilike $3
         group by s.id, c.id
         order by lower(s.name), s.id limit $4 offset $5",
    )
    .bind(principal.id)
    .bind(ctx.platform_id().0)
    .bind(&contains)
    .bind(PAGE + 1)
    .bind(i64::from(page - 1) * PAGE)
    .fetch_all(tx.conn())
    .await?;
    let shown = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let has_more = stores.len() > shown;
    stores.truncate(shown);
    let stores = stores.into_iter().map(|(code, name, merchant)| MyStore { code, name, merchant }).collect();
    Ok(MyStoreList { stores, page, has_more })
}
