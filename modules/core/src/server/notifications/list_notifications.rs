//! What somebody was told, the latest first.

use orion_kernel::{Locale, Stretch};
use orion_runtime::{Ctx, Result};
use serde_json::Value;
use time::OffsetDateTime;
use uuid::Uuid;

use super::super::{
    announcements::current_announcements,
    cursor::Cursor,
    place::{Place, who},
    words::in_language,
};
use crate::views::{NotificationRow, Notifications};

/// How many are shown at once.
const SHOWN: usize = 20;

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    kind: String,
    title: Value,
    body: Value,
    path: String,
    at: OffsetDateTime,
    is_read: bool,
}

/// The page: a stretch of one's own and, at the beginning, what operators announce.
pub async fn notifications_page(ctx: &Ctx, after: &str, only_unread: bool) -> Result<Notifications> {
    let announcements = if after.is_empty() { current_announcements(ctx, !only_unread).await? } else { Vec::new() };
    let Stretch { items, next } = list_notifications(ctx, after, only_unread).await?;
    Ok(Notifications { announcements, items, next })
}

/// A stretch of one's own, those after a place where one is given; only what is unread where asked.
async fn list_notifications(ctx: &Ctx, after: &str, only_unread: bool) -> Result<Stretch<NotificationRow>> {
    let (place, user, after) = (Place::of(ctx), who(ctx)?, Cursor::parse(after));
    let mut tx = ctx.begin().await?;
    let mut rows: Vec<Row> = sqlx::query_as(
        "select w.id, w.kind, w.title, w.body, w.path, n.at, n.read_at is not null as is_read
         from core.notifications n
         join core.notices w on w.platform_id = $1 and w.id = n.notice_id
         where n.platform_id = $1 and n.store_id is not distinct from $2 and n.user_id = $3
             and ($4::timestamptz is null or (n.at, n.notice_id) < ($4, $5))
             and (not $6 or n.read_at is null)
         order by n.at desc, n.notice_id desc limit $7",
    )
    .bind(place.platform)
    .bind(place.store)
    .bind(user)
    .bind(after.map(|after| after.at))
    .bind(after.map(|after| after.id))
    .bind(only_unread)
    .bind(i64::try_from(SHOWN + 1).unwrap_or(i64::MAX))
    .fetch_all(tx.conn())
    .await?;
    let has_more = rows.len() > SHOWN;
    rows.truncate(SHOWN);
    let next = rows.last().filter(|_| has_more).map(|row| Cursor { at: row.at, id: row.id }.to_string());
    let default = ctx.scope().platform.locales.first().copied().unwrap_or(Locale::En);
    let read = |texts: &Value| in_language(texts, ctx.locale(), default);
    let items = rows.iter().map(|row| NotificationRow {
        id: row.id,
        title: read(&row.title),
        body: read(&row.body),
        path: if leads_somewhere(ctx, row) { row.path.clone() } else { String::new() },
        at: row.at,
        is_read: row.is_read,
    });
    Ok(Stretch { items: items.collect(), next })
}

/// What a module that is off told stays told, but its pages are gone.
fn leads_somewhere(ctx: &Ctx, row: &Row) -> bool {
    row.kind.split('.').next().is_some_and(|module| ctx.scope().has_module(module))
}
