//! What a merchant's team does about a customer's account.

use orion_kernel::{AppError, CustomerId, Locale};
use orion_runtime::{Ctx, PrincipalKind, Result, session};

use super::link::{self, NewLink};
use crate::model::LinkKind;

/// Sends a customer the link to a new password; they get an account by it if they have none. The team never sees it.
///
/// # Errors
///
/// `account_locked`; `NotFound`.
pub async fn send_reset_link(ctx: &Ctx, id: CustomerId) -> Result<()> {
    let mut tx = ctx.begin().await?;
    let (email, locale, is_locked): (String, String, bool) = sqlx::query_as(
        "select email, locale, locked_at is not null from customers.customers where store_id = $1 and id = $2",
    )
    .bind(ctx.store_id()?.0)
    .bind(id.0)
    .fetch_optional(tx.conn())
    .await?
    .ok_or_else(AppError::not_found)?;
    if is_locked {
        return Err(AppError::conflict("account_locked").into());
    }
    let locale = Locale::from_code(&locale).unwrap_or_else(|| ctx.locale());
    link::ask(&mut tx, NewLink::new(LinkKind::Password, &email, locale)).await?;
    tx.audit("customers.password_link_sent", ("customer", id), ()).await?;
    tx.commit().await
}

/// Keeps a customer out: their sessions end, links that were sent open nothing, and nobody signs in until they are let in again.
/// Doing it twice is fine.
///
/// # Errors
///
/// `NotFound`.
pub async fn lock_customer(ctx: &Ctx, id: CustomerId) -> Result<()> {
    let mut tx = ctx.begin().await?;
    let locked = sqlx::query(
        "update customers.customers set locked_at = coalesce(locked_at, $3) where store_id = $1 and id = $2",
    )
    .bind(ctx.store_id()?.0)
    .bind(id.0)
    .bind(ctx.now())
    .execute(tx.conn())
    .await?;
    found(locked.rows_affected())?;
    link::void(&mut tx, id).await?;
    tx.audit("customers.locked", ("customer", id), ()).await?;
    // From here on their sessions are nobody's; that they end is tidying up.
    tx.commit().await?;
    session::end_all(ctx.app(), PrincipalKind::Customer, id.0, None).await.map(drop)
}

/// Lets a customer in again.
///
/// # Errors
///
/// `NotFound`.
pub async fn unlock_customer(ctx: &Ctx, id: CustomerId) -> Result<()> {
    let mut tx = ctx.begin().await?;
    let unlocked = sqlx::query("update customers.customers set locked_at = null where store_id = $1 and id = $2")
        .bind(ctx.store_id()?.0)
        .bind(id.0)
        .execute(tx.conn())
        .await?;
    found(unlocked.rows_affected())?;
    tx.audit("customers.unlocked", ("customer", id), ()).await?;
    tx.commit().await
}

/// Signs a customer out wherever they are signed in.
///
/// # Errors
///
/// `NotFound`.
pub async fn sign_out_customer(ctx: &Ctx, id: CustomerId) -> Result<()> {
    let mut tx = ctx.begin().await?;
    let known: Option<bool> =
        sqlx::query_scalar("select true from customers.customers where store_id = $1 and id = $2")
            .bind(ctx.store_id()?.0)
            .bind(id.0)
            .fetch_optional(tx.conn())
            .await?;
    found(u64::from(known.is_some()))?;
    let ended = session::end_all(ctx.app(), PrincipalKind::Customer, id.0, None).await?;
    tx.audit("customers.signed_out", ("customer", id), ended).await?;
    tx.commit().await
}

fn found(rows: u64) -> Result<(), AppError> {
    if rows == 0 { Err(AppError::not_found()) } else { Ok(()) }
}
