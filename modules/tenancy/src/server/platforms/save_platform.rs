//! Changes a platform: name, host, languages, look, where its merchants find help.

use bytes::Bytes;
use orion_kernel::AppError;
use orion_runtime::{
    PlatformCtx, Result, Tx,
    error::violates,
    files::{FileKind, Files},
    invalidation,
};
use serde_json::json;
use uuid::Uuid;

use super::{
    edit_platform::reachable,
    hosts::{is_taken, lock_hosts},
};
use crate::{
    forms::PlatformInput,
    server::{
        directory::{PLATFORMS, STORES},
        save_logo::measure,
    },
};

/// Changes a platform. Only from the admin of the installation's first one a host can be changed; that one has none.
///
/// # Errors
///
/// `NotFound`; what is wrong with which field.
pub async fn save_platform(ctx: &PlatformCtx, code: &str, input: &PlatformInput) -> Result<()> {
    let id = reachable(ctx, code).await?;
    let mut tx = ctx.begin().await?;
    lock_hosts(&mut tx).await?;
    let before: Option<String> = sqlx::query_scalar("select host from tenancy.platforms where id = $1 for update")
        .bind(id)
        .fetch_one(tx.conn())
        .await?;
    let may_move = ctx.scope().platform.is_main && before.is_some();
    let valid = input.check(may_move)?;
    let host = if may_move { valid.host.clone() } else { before.clone() };
    if let Some(host) = host.as_deref().filter(|host| Some(*host) != before.as_deref())
        && is_taken(&mut tx, host, code).await?
    {
        return Err(AppError::field("host", "taken").into());
    }
    let locales: Vec<&str> = valid.locales.iter().map(|locale| locale.code()).collect();
    sqlx::query(
        "update tenancy.platforms set name = $2, host = $3, locales = $4, support_email = $5, accent_hue = $6 where id = $1",
    )
    .bind(id)
    .bind(&valid.name)
    .bind(&host)
    .bind(&locales)
    .bind(&valid.support_email)
    .bind(valid.accent_hue)
    .execute(tx.conn())
    .await
    .map_err(|error| match () {
        () if violates(&error, "platforms_host_key") => AppError::field("host", "taken").into(),
        () => orion_runtime::Error::from(error),
    })?;
    let told = json!({ "name": valid.name, "host": host, "languages": locales, "support_email": valid.support_email });
    tx.audit("tenancy.platform_changed", ("platform", code), told).await?;
    finish(tx, id).await
}

/// Shows a logo in place of the name.
///
/// # Errors
///
/// `NotFound`; what is wrong with the field `file`.
pub async fn set_platform_logo(ctx: &PlatformCtx, code: &str, bytes: Bytes) -> Result<()> {
    let id = reachable(ctx, code).await?;
    if bytes.is_empty() {
        return Err(AppError::field("file", "required").into());
    }
    let kind = FileKind::of(&bytes).filter(|kind| kind.is_picture());
    if kind.ok_or_else(|| AppError::field("file", "file_type_unknown"))? != FileKind::Svg {
        measure(&bytes)?;
    }
    let name = ctx.app().files().put(id, bytes).await?;
    write_logo(ctx, id, code, &Files::path(id, &name)).await
}

/// Shows the name again.
///
/// # Errors
///
/// `NotFound`.
pub async fn remove_platform_logo(ctx: &PlatformCtx, code: &str) -> Result<()> {
    let id = reachable(ctx, code).await?;
    write_logo(ctx, id, code, "").await
}

async fn write_logo(ctx: &PlatformCtx, id: Uuid, code: &str, path: &str) -> Result<()> {
    let mut tx = ctx.begin().await?;
    sqlx::query("update tenancy.platforms set logo = $2 where id = $1").bind(id).bind(path).execute(tx.conn()).await?;
    tx.audit("tenancy.platform_logo_changed", ("platform", code), json!({ "logo": path })).await?;
    finish(tx, id).await
}

async fn finish(mut tx: Tx, id: Uuid) -> Result<()> {
    let app = tx.ctx().app().clone();
    invalidation::publish(tx.conn(), PLATFORMS, &id.to_string()).await?;
    // Stores without a domain answer below their platform's host.
    invalidation::publish(tx.conn(), STORES, "").await?;
    tx.commit().await?;
    app.directory().forget();
    Ok(())
}
