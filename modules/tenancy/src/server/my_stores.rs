//! Which stores does whoever is signed in work in?

use orion_runtime::{Ctx, PlatformCtx, Result};

use crate::views::StoreLink;

/// The member's stores on this platform; none for somebody who is not signed in.
///
/// # Errors
///
/// The database cannot be reached.
pub async fn my_stores(ctx: &Ctx) -> Result<Vec<StoreLink>> {
    let Some(principal) = ctx.principal() else { return Ok(Vec::new()) };
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let stores: Vec<(String, String)> = sqlx::query_as(
        "select s.code, s.name from tenancy.stores s
         where s.platform_id = $2
           and exists (select from tenancy.memberships m
                       where m.user_id = $1 and m.merchant_id = s.merchant_id and (m.store_id is null or m.store_id = s.id))
         order by s.created_at, s.code",
    )
    .bind(principal.id)
    .bind(ctx.platform_id().0)
    .fetch_all(tx.conn())
    .await?;
    Ok(stores.into_iter().map(|(code, name)| StoreLink { code, name }).collect())
}
