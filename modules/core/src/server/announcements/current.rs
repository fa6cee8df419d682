//! What a store's team is to know at the moment.

use orion_kernel::Locale;
use orion_runtime::{Ctx, Result};
use serde_json::Value;
use time::OffsetDateTime;
use uuid::Uuid;

use super::super::{
    place::{Place, who},
    words::in_language,
};
use crate::views::AnnouncementView;

/// Announcements shown at a time.
const SHOWN: i64 = 5;

/// Those in force that whoever is signed in has not read, the latest first; with those they have read where asked.
pub async fn current_announcements(ctx: &Ctx, with_read: bool) -> Result<Vec<AnnouncementView>> {
    let (place, user) = (Place::of(ctx), who(ctx)?);
    // Operators write them; they are for the stores' teams.
    if place.store.is_none() {
        return Ok(Vec::new());
    }
    let mut tx = ctx.begin().await?;
    let rows: Vec<(Uuid, Value, Value, String, OffsetDateTime, bool)> = sqlx::query_as(
        "select * from (
             select a.id, a.title, a.body, a.tone, a.starts_at, exists (
                     select from core.announcement_readers r
                     where r.platform_id = $1 and r.user_id = $3 and r.store_id is not distinct from $2
                         and r.announcement_id = a.id
                 ) as is_read
             from core.announcements a
             where a.platform_id = $1 and a.starts_at <= $4 and (a.ends_at is null or a.ends_at > $4)
         ) shown
         where $5 or not is_read order by starts_at desc, id desc limit $6",
    )
    .bind(place.platform)
    .bind(place.store)
    .bind(user)
    .bind(ctx.now())
    .bind(with_read)
    .bind(SHOWN)
    .fetch_all(tx.conn())
    .await?;
    let default = ctx.scope().platform.locales.first().copied().unwrap_or(Locale::En);
    let read = |texts: &Value| in_language(texts, ctx.locale(), default);
    let shown = rows.into_iter().map(|(id, title, body, tone, at, is_read)| AnnouncementView {
        id,
        title: read(&title),
        body: read(&body),
        is_warning: tone == "warning",
        at,
        is_read,
    });
    Ok(shown.collect())
}
