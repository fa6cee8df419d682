//! Changes the name below the platform's host. The one before leads to the store for a while, and is free afterwards.

use orion_kernel::AppError;
use orion_runtime::{Ctx, PlatformCtx, Result, Tx, invalidation};
use serde_json::json;
use time::Duration;

use crate::{
    model::{is_reserved_subdomain, is_subdomain},
    server::{directory::STORES, platforms::lock_hosts},
};

const FIELD: &str = "subdomain";
/// How long the name before leads to the store.
const LEADS_ON: Duration = Duration::days(90);
/// How many names can lead to one store beside its own: nobody keeps names from others.
const MAX_FORMER: i64 = 5;

/// Changes it. The address of the back office stays.
///
/// # Errors
///
/// `invalid_subdomain`, `reserved_name`, `taken` or `subdomain_changed_often` for the field `subdomain`.
pub async fn change_subdomain(ctx: &Ctx, text: &str) -> Result<()> {
    let name = text.trim().to_lowercase();
    if !is_subdomain(&name) {
        return Err(AppError::field(FIELD, "invalid_subdomain").into());
    }
    if is_reserved_subdomain(&name) {
        return Err(AppError::field(FIELD, "reserved_name").into());
    }
    let (store, now) = (ctx.store_id()?, ctx.now());
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    lock_hosts(&mut tx).await?;
    let before: Option<String> =
        sqlx::query_scalar("select coalesce(subdomain, code) from tenancy.stores where id = $1 for no key update")
            .bind(store.0)
            .fetch_optional(tx.conn())
            .await?;
    let before = before.ok_or_else(AppError::not_found)?;
    if before == name {
        return Ok(());
    }
    if is_taken(&mut tx, &name).await? {
        return Err(AppError::field(FIELD, "taken").into());
    }
    let former: i64 = sqlx::query_scalar(
        "select count(*) from tenancy.former_subdomains where store_id = $1 and subdomain <> $2 and until > $3",
    )
    .bind(store.0)
    .bind(&name)
    .bind(now)
    .fetch_one(tx.conn())
    .await?;
    if former >= MAX_FORMER {
        return Err(AppError::field(FIELD, "subdomain_changed_often").into());
    }
    sqlx::query("update tenancy.stores set subdomain = $2 where id = $1")
        .bind(store.0)
        .bind(&name)
        .execute(tx.conn())
        .await?;
    sqlx::query("delete from tenancy.former_subdomains where store_id = $1 and (subdomain = $2 or until <= $3)")
        .bind(store.0)
        .bind(&name)
        .bind(now)
        .execute(tx.conn())
        .await?;
    sqlx::query(
        "insert into tenancy.former_subdomains (store_id, platform_id, subdomain, until) values ($1, $2, $3, $4)
         on conflict (store_id, subdomain) do update set until = excluded.until",
    )
    .bind(store.0)
    .bind(ctx.platform_id().0)
    .bind(&before)
    .bind(now + LEADS_ON)
    .execute(tx.conn())
    .await?;
    let told = |name: &str| json!({ "subdomain": name });
    tx.audit_change("tenancy.subdomain_changed", ("store", store), told(&before), told(&name)).await?;
    invalidation::publish(tx.conn(), STORES, &store.to_string()).await?;
    tx.commit().await?;
    ctx.app().directory().forget();
    Ok(())
}

/// Whether the name leads, or until lately led, to another store of the platform, or the host is somebody's domain.
async fn is_taken(tx: &mut Tx, name: &str) -> Result<bool> {
    let ctx = tx.ctx().clone();
    let host = format!("{name}.{}", ctx.scope().platform.host);
    let taken = sqlx::query_scalar(
        "select exists (select from tenancy.stores
                        where platform_id = $1 and id <> $2 and (code = $3 or coalesce(subdomain, code) = $3))
             or exists (select from tenancy.former_subdomains
                        where platform_id = $1 and store_id <> $2 and subdomain = $3 and until > $4)
             or exists (select from tenancy.store_domains where host = $5 and store_id <> $2)
             or exists (select from tenancy.platforms where host = $5)",
    )
    .bind(ctx.platform_id().0)
    .bind(ctx.store_id()?.0)
    .bind(name)
    .bind(ctx.now())
    .bind(host)
    .fetch_one(tx.conn())
    .await?;
    Ok(taken)
}
