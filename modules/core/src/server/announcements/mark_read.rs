//! Puts an announcement away for whoever has read it.

use orion_runtime::{Ctx, Result};
use uuid::Uuid;

use super::super::place::{Place, who};

/// Doing it twice is fine, and one that is not there is none.
pub async fn read_announcement(ctx: &Ctx, id: Uuid) -> Result<()> {
    let (place, user) = (Place::of(ctx), who(ctx)?);
    let mut tx = ctx.begin().await?;
    sqlx::query(
        "insert into core.announcement_readers (platform_id, store_id, user_id, announcement_id, read_at)
         select $1, $2, $3, id, $5 from core.announcements where platform_id = $1 and id = $4
         on conflict do nothing",
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
