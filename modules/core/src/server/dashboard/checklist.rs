//! Puts the first-run checklist away, and takes it out again: for oneself.

use orion_runtime::{Ctx, Result};

use super::super::place::{Place, who};

/// Doing it twice is fine.
pub async fn hide_checklist(ctx: &Ctx) -> Result<()> {
    let (place, user) = (Place::of(ctx), who(ctx)?);
    let mut tx = ctx.begin().await?;
    sqlx::query(
        "insert into core.hidden_checklists (platform_id, store_id, user_id, hidden_at) values ($1, $2, $3, $4)
         on conflict do nothing",
    )
    .bind(place.platform)
    .bind(place.store)
    .bind(user)
    .bind(ctx.now())
    .execute(tx.conn())
    .await?;
    tx.commit().await
}

/// Doing it twice is fine.
pub async fn show_checklist(ctx: &Ctx) -> Result<()> {
    let (place, user) = (Place::of(ctx), who(ctx)?);
    let mut tx = ctx.begin().await?;
    sqlx::query(
        "delete from core.hidden_checklists
         where platform_id = $1 and user_id = $3 and store_id is not distinct from $2",
    )
    .bind(place.platform)
    .bind(place.store)
    .bind(user)
    .execute(tx.conn())
    .await?;
    tx.commit().await
}

pub(super) async fn is_hidden(ctx: &Ctx) -> Result<bool> {
    let (place, user) = (Place::of(ctx), who(ctx)?);
    let mut tx = ctx.begin().await?;
    Ok(sqlx::query_scalar(
        "select exists (select from core.hidden_checklists
                        where platform_id = $1 and user_id = $3 and store_id is not distinct from $2)",
    )
    .bind(place.platform)
    .bind(place.store)
    .bind(user)
    .fetch_one(tx.conn())
    .await?)
}
