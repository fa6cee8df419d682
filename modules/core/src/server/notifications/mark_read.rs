//! Marks what somebody has read.

use orion_runtime::{Ctx, Result};
use uuid::Uuid;

use super::super::place::{Place, who};

/// Marks one of one's own; doing it twice is fine, and others' stay as they are.
pub async fn mark_read(ctx: &Ctx, notice: Uuid) -> Result<()> {
    let (place, user) = (Place::of(ctx), who(ctx)?);
    let mut tx = ctx.begin().await?;
    sqlx::query(
        "update core.notifications set read_at = coalesce(read_at, $5)
         where platform_id = $1 and store_id is not distinct from $2 and user_id = $3 and notice_id = $4",
    )
    .bind(place.platform)
    .bind(place.store)
    .bind(user)
    .bind(notice)
    .bind(ctx.now())
    .execute(tx.conn())
    .await?;
    tx.commit().await
}

/// Marks all of one's own, what operators announce included.
pub async fn mark_all_read(ctx: &Ctx) -> Result<()> {
    let (place, user) = (Place::of(ctx), who(ctx)?);
    let mut tx = ctx.begin().await?;
    sqlx::query(
        "update core.notifications set read_at = $4
         where platform_id = $1 and store_id is not distinct from $2 and user_id = $3 and read_at is null",
    )
    .bind(place.platform)
    .bind(place.store)
    .bind(user)
    .bind(ctx.now())
    .execute(tx.conn())
    .await?;
    if place.store.is_some() {
        sqlx::query(
            "insert into core.announcement_readers (platform_id, store_id, user_id, announcement_id, read_at)
             select $1, $2, $3, id, $4 from core.announcements
             where platform_id = $1 and starts_at <= $4 and (ends_at is null or ends_at > $4)
             on conflict do nothing",
        )
        .bind(place.platform)
        .bind(place.store)
        .bind(user)
        .bind(ctx.now())
        .execute(tx.conn())
        .await?;
    }
    tx.commit().await
}
