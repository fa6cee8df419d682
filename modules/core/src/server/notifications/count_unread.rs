//! How many notifications are unread, on every page of a back office.

use std::time::Duration;

use futures::future::BoxFuture;
use orion_contracts::notifications::UNREAD;
use orion_kernel::{AppError, Frontend};
use orion_runtime::{ContextProvider, Ctx, Result};

use super::super::place::Place;

/// How long a page waits for the figure.
const BUDGET: Duration = Duration::from_millis(400);

/// The figure beside the bell.
pub fn provider() -> ContextProvider {
    ContextProvider::new("core", UNREAD, &[Frontend::Admin, Frontend::Store], provide).within(BUDGET)
}

fn provide(ctx: Ctx) -> BoxFuture<'static, Result<u32, AppError>> {
    Box::pin(async move { Ok(count_unread(&ctx).await?) })
}

/// No more than a hundred are counted: the bell says "99+". In the store, what operators announce counts too.
async fn count_unread(ctx: &Ctx) -> Result<u32> {
    let Some(principal) = ctx.principal() else { return Ok(0) };
    let place = Place::of(ctx);
    let mut tx = ctx.begin().await?;
    let count: i64 = sqlx::query_scalar(
        "select (select count(*) from (
                    select from core.notifications
                    where platform_id = $1 and user_id = $3 and read_at is null and store_id is not distinct from $2
                    limit 100
                ) unread)
              + case when $2::uuid is null then 0 else (
                    select count(*) from core.announcements a
                    where a.platform_id = $1 and a.starts_at <= $4 and (a.ends_at is null or a.ends_at > $4)
                        and not exists (
                            select from core.announcement_readers r
                            where r.platform_id = $1 and r.user_id = $3 and r.store_id = $2 and r.announcement_id = a.id
                        )
                ) end",
    )
    .bind(place.platform)
    .bind(place.store)
    .bind(principal.id)
    .bind(ctx.now())
    .fetch_one(tx.conn())
    .await?;
    Ok(u32::try_from(count).unwrap_or_default())
}
