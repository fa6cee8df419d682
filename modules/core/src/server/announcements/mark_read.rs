//! Puts an announcement away for whoever has read it.

use orion_kernel::AppError;
use orion_runtime::{Ctx, Result};
use uuid::Uuid;

use super::super::place::{Place, who};

/// Doing it twice is fine.
pub async fn read_announcement(ctx: &Ctx, id: Uuid) -> Result<()> {
    let (place, user) = (Place::of(ctx), who(ctx)?);
    let mut tx = ctx.begin().await?;
    let is_there: bool =
        sqlx::query_scalar("select exists (select from core.announcements where platform_id = $1 and id = $2)")
            .bind(place.platform)
            .bind(id)
            .fetch_one(tx.conn())
            .await?;
    if !is_there {
        return Err(AppError::not_found().into());
    }
    sqlx::query(
        "insert into core.announcement_readers (platform_id, store_id, user_id, announcement_id, read_at)
         values ($1, $2, $3, $4, $5) on conflict do nothing",
    )
    .bind(place.platform)
    .bind(place.store)
    .bind(user)
    .bind(id)
    .bind(ctx.now())
    .execute(tx.conn())
    .await?;
    tx.commit().await
}
