//! Writes, changes and ends announcements.

use std::collections::BTreeMap;

use orion_kernel::{AppError, Locale};
use orion_runtime::{PlatformCtx, Result, Tx};
use serde_json::{Value, json};
use time::{OffsetDateTime, macros::format_description};
use uuid::Uuid;

use crate::forms::{AnnouncementForm, moment};

type Row = (Value, Value, String, OffsetDateTime, Option<OffsetDateTime>);

/// Writes a new one, or changes the one with this id.
pub async fn save_announcement(ctx: &PlatformCtx, id: Option<Uuid>, form: &AnnouncementForm) -> Result<()> {
    form.validate(ctx.scope().platform.locales.first().copied().unwrap_or(Locale::En))?;
    let mut tx = ctx.begin().await?;
    let before = match id {
        Some(id) => Some(find(&mut tx, id).await?.ok_or_else(AppError::not_found)?),
        None => None,
    };
    let starts_at = moment(&form.starts_at).unwrap_or_else(|| before.as_ref().map_or(ctx.now(), |row| row.3));
    let ends_at = moment(&form.ends_at);
    if ends_at.is_some_and(|end| end <= starts_at) {
        let fault = orion_kernel::FieldError::new("ends_at", "ends_before_it_starts");
        return Err(AppError::from_fields(vec![fault]).into());
    }
    let (title, body) = (texts(&form.title), texts(&form.body));
    let key: Uuid = id.unwrap_or_else(|| tx.new_id());
    sqlx::query(
        "insert into core.announcements (platform_id, id, title, body, tone, starts_at, ends_at, created_by, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         on conflict (platform_id, id) do update set title = excluded.title, body = excluded.body, tone = excluded.tone,
             starts_at = excluded.starts_at, ends_at = excluded.ends_at",
    )
    .bind(ctx.platform_id().0)
    .bind(key)
    .bind(&title)
    .bind(&body)
    .bind(&form.tone)
    .bind(starts_at)
    .bind(ends_at)
    .bind(ctx.principal().map(|principal| principal.name.clone()).unwrap_or_default())
    .bind(ctx.now())
    .execute(tx.conn())
    .await?;
    let after = json!({ "title": title, "body": body, "tone": form.tone });
    let action = if before.is_some() { "core.announcement_changed" } else { "core.announced" };
    let before = before.map(|(title, body, tone, ..)| json!({ "title": title, "body": body, "tone": tone }));
    tx.audit_change(action, ("announcement", key), before, after).await?;
    tx.commit().await
}

/// Takes one back: nobody is shown it any more.
pub async fn end_announcement(ctx: &PlatformCtx, id: Uuid) -> Result<()> {
    let mut tx = ctx.begin().await?;
    let row = find(&mut tx, id).await?.ok_or_else(AppError::not_found)?;
    let ended = sqlx::query(
        "update core.announcements set starts_at = least(starts_at, $3 - interval '1 second'), ends_at = $3
         where platform_id = $1 and id = $2 and (ends_at is null or ends_at > $3)",
    )
    .bind(ctx.platform_id().0)
    .bind(id)
    .bind(ctx.now())
    .execute(tx.conn())
    .await?;
    if ended.rows_affected() > 0 {
        tx.audit("core.announcement_ended", ("announcement", id), json!({ "title": row.0 })).await?;
    }
    tx.commit().await
}

/// One as its form shows it.
pub async fn find_announcement(ctx: &PlatformCtx, id: Uuid) -> Result<AnnouncementForm> {
    let mut tx = ctx.begin().await?;
    let (title, body, tone, starts_at, ends_at) = find(&mut tx, id).await?.ok_or_else(AppError::not_found)?;
    Ok(AnnouncementForm {
        title: serde_json::from_value(title).unwrap_or_default(),
        body: serde_json::from_value(body).unwrap_or_default(),
        tone,
        starts_at: written(starts_at),
        ends_at: ends_at.map(written).unwrap_or_default(),
    })
}

async fn find(tx: &mut Tx, id: Uuid) -> Result<Option<Row>> {
    let platform = tx.ctx().platform_id().0;
    Ok(sqlx::query_as(
        "select title, body, tone, starts_at, ends_at from core.announcements where platform_id = $1 and id = $2",
    )
    .bind(platform)
    .bind(id)
    .fetch_optional(tx.conn())
    .await?)
}

/// As the field for day and time takes it.
fn written(at: OffsetDateTime) -> String {
    at.format(format_description!("[year]-[month]-[day]T[hour]:[minute]")).unwrap_or_default()
}

/// Only languages there are, and only where something is said.
fn texts(given: &BTreeMap<String, String>) -> Value {
    let said = given.iter().map(|(code, text)| (code, text.trim()));
    said.filter(|(code, text)| Locale::from_code(code).is_some() && !text.is_empty())
        .map(|(code, text)| (code.clone(), Value::from(text)))
        .collect()
}
