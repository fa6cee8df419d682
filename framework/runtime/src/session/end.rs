//! Sessions end: on the server, whoever still has their token.

use orion_kernel::SessionId;
use sqlx::PgConnection;
use uuid::Uuid;

use super::cookie_name;
use crate::{App, Ctx, PrincipalKind, Result, Tx, ctx::begin_unscoped, one_time_token::hash};

/// Signs out of this browser.
///
/// # Errors
///
/// The database cannot be reached.
pub async fn sign_out(ctx: &Ctx, kind: PrincipalKind) -> Result<()> {
    if let Some(token) = ctx.cookie(cookie_name(kind)) {
        let mut tx = begin_unscoped(ctx.app()).await?;
        sqlx::query("delete from orion.sessions where token_hash = $1 or previous_hash = $1")
            .bind(hash(&token))
            .execute(&mut *tx)
            .await?;
        tx.commit().await?;
    }
    crate::remove_cookie(ctx, cookie_name(kind));
    Ok(())
}

/// Ends one of a person's sessions. Says whether there was one: somebody else's counts as missing.
///
/// # Errors
///
/// The database cannot be reached.
pub async fn end(app: &App, kind: PrincipalKind, principal: Uuid, session: SessionId) -> Result<bool> {
    let mut tx = begin_unscoped(app).await?;
    let ended = sqlx::query("delete from orion.sessions where id = $1 and kind = $2 and principal_id = $3")
        .bind(session.0)
        .bind(kind.code())
        .bind(principal)
        .execute(&mut *tx)
        .await?;
    tx.commit().await?;
    Ok(ended.rows_affected() > 0)
}

/// Ends all sessions of a person, except for one: on a changed credential, when they are locked, when they ask for it.
///
/// # Errors
///
/// The database cannot be reached.
pub async fn end_all(app: &App, kind: PrincipalKind, principal: Uuid, except: Option<SessionId>) -> Result<u64> {
    let mut tx = begin_unscoped(app).await?;
    let ended = delete(&mut tx, kind, principal, except).await?;
    tx.commit().await?;
    Ok(ended)
}

/// Like [`end_all`], in a transaction of a [`PlatformCtx`](crate::PlatformCtx) that changes more. A tenant's transaction has
/// no right to sessions.
///
/// # Errors
///
/// The database refuses.
pub async fn end_all_in(tx: &mut Tx, kind: PrincipalKind, principal: Uuid, except: Option<SessionId>) -> Result<u64> {
    Ok(delete(tx.conn(), kind, principal, except).await?)
}

/// Ends a person's sessions on the platform of a [`PlatformCtx`](crate::PlatformCtx), or one of them; and those in which they
/// act as somebody else there, when all end. What they do on another platform is none of its operators' business.
///
/// # Errors
///
/// The database refuses.
pub async fn end_on_platform(tx: &mut Tx, principal: Uuid, only: Option<SessionId>) -> Result<u64> {
    let platform = tx.ctx().platform_id();
    let ended = sqlx::query(
        "delete from orion.sessions
         where platform_id = $1 and kind in ('operator', 'member')
           and principal_id = $2 and ($3::uuid is null or id = $3)",
    )
    .bind(platform.0)
    .bind(principal)
    .bind(only.map(|session| session.0))
    .execute(tx.conn())
    .await?;
    let acting = if only.is_none() { end_impersonations(tx, principal).await? } else { 0 };
    Ok(ended.rows_affected() + acting)
}

/// Ends the sessions in which an operator acts as somebody else on the platform: what they may has changed.
///
/// # Errors
///
/// The database refuses.
pub async fn end_impersonations(tx: &mut Tx, operator: Uuid) -> Result<u64> {
    let platform = tx.ctx().platform_id();
    let ended = sqlx::query("delete from orion.sessions where platform_id = $1 and impersonator_id = $2")
        .bind(platform.0)
        .bind(operator)
        .execute(tx.conn())
        .await?;
    Ok(ended.rows_affected())
}

/// Ends all sessions of a person.
///
/// # Errors
///
/// The database cannot be reached.
pub async fn sign_out_everywhere(app: &App, kind: PrincipalKind, principal: Uuid) -> Result<()> {
    end_all(app, kind, principal, None).await.map(drop)
}

async fn delete(
    conn: &mut PgConnection,
    kind: PrincipalKind,
    principal: Uuid,
    except: Option<SessionId>,
) -> Result<u64, sqlx::Error> {
    let ended = sqlx::query(
        "delete from orion.sessions where kind = $1 and principal_id = $2 and ($3::uuid is null or id <> $3)",
    )
    .bind(kind.code())
    .bind(principal)
    .bind(except.map(|session| session.0))
    .execute(conn)
    .await?;
    Ok(ended.rows_affected())
}

/// Removes sessions that can no longer be used, of all tenants, and says how many those were.
///
/// # Errors
///
/// The database cannot be reached.
pub(crate) async fn remove_expired(conn: &mut PgConnection) -> Result<u64, sqlx::Error> {
    let removed = sqlx::query(
        "delete from orion.sessions
         where expires_at < now() or last_used_at < now() - make_interval(secs => idle_secs)",
    )
    .execute(conn)
    .await?;
    Ok(removed.rows_affected())
}
