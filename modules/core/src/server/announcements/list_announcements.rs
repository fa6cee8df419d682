//! All announcements of a platform, for its operators.

use orion_kernel::{Locale, Paged};
use orion_runtime::{PlatformCtx, Result};
use orion_ui::IndexQuery;
use serde_json::Value;
use time::OffsetDateTime;
use uuid::Uuid;

use super::super::words::in_language;
use crate::views::{AnnouncementRow, AnnouncementState};

/// A page of them, the latest first.
pub async fn list_announcements(ctx: &PlatformCtx, query: &IndexQuery) -> Result<Paged<AnnouncementRow>> {
    let page = query.page();
    let mut tx = ctx.begin().await?;
    let total = sqlx::query_scalar("select count(*) from core.announcements where platform_id = $1")
        .bind(ctx.platform_id().0)
        .fetch_one(tx.conn())
        .await?;
    let rows: Vec<(Uuid, Value, OffsetDateTime, Option<OffsetDateTime>, String)> = sqlx::query_as(
        "select id, title, starts_at, ends_at, created_by from core.announcements where platform_id = $1
         order by starts_at desc, id desc limit $2 offset $3",
    )
    .bind(ctx.platform_id().0)
    .bind(page.limit())
    .bind(page.offset())
    .fetch_all(tx.conn())
    .await?;
    let default = ctx.scope().platform.locales.first().copied().unwrap_or(Locale::En);
    let items = rows.into_iter().map(|(id, title, starts_at, ends_at, created_by)| AnnouncementRow {
        id,
        title: in_language(&title, ctx.locale(), default),
        starts_at,
        ends_at,
        created_by,
        state: match ends_at {
            Some(end) if end <= ctx.now() => AnnouncementState::Ended,
            _ if starts_at > ctx.now() => AnnouncementState::Ahead,
            _ => AnnouncementState::Shown,
        },
    });
    Ok(Paged { items: items.collect(), total, page })
}
