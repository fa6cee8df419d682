//! Sessions: a random token in a cookie, its hash in a row, and the person asked for on every request.

use orion_kernel::{SessionId, StoreId};
use sha2::{Digest, Sha256};
use sqlx::PgConnection;
use time::{Duration, OffsetDateTime};
use uuid::Uuid;

use crate::{
    App, Ctx, Principal, PrincipalKind, Result, Scope,
    ctx::{begin_unscoped, random_token},
    scope::{Platform, Store},
};

/// Without a request for this long, a session ends.
const IDLE: Duration = Duration::days(14);
/// However busy, it ends after this long.
const ABSOLUTE: Duration = Duration::days(60);
/// The last use is written down at most this often.
const TOUCH: Duration = Duration::minutes(10);

/// The short name of the cookie for a kind of person.
#[must_use]
pub const fn cookie_name(kind: PrincipalKind) -> &'static str {
    kind.code()
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    principal_id: Uuid,
    store_id: Option<Uuid>,
    last_used_at: OffsetDateTime,
}

/// Signs somebody in: makes a session and sets its cookie. A session they had in this browser ends, so that a token
/// planted before is worth nothing.
///
/// # Errors
///
/// The database cannot be reached.
pub async fn sign_in(ctx: &Ctx, kind: PrincipalKind, principal: Uuid, store: Option<StoreId>) -> Result<SessionId> {
    let token = random_token();
    let id: SessionId = ctx.new_id();
    let mut tx = begin_unscoped(ctx.app()).await?;
    if let Some(earlier) = ctx.cookie(cookie_name(kind)) {
        sqlx::query("delete from orion.sessions where token_hash = $1").bind(hash(&earlier)).execute(&mut *tx).await?;
    }
    sqlx::query(
        "insert into orion.sessions (id, token_hash, kind, principal_id, platform_id, store_id, ip, created_at, last_used_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $8)",
    )
    .bind(id.0)
    .bind(hash(&token))
    .bind(kind.code())
    .bind(principal)
    .bind(ctx.platform_id().0)
    .bind(store.map(|store| store.0))
    .bind(ctx.scope().ip.to_string())
    .bind(ctx.now())
    .execute(&mut *tx)
    .await?;
    tx.commit().await?;
    crate::set_cookie(ctx, cookie_name(kind), &token, Some(ABSOLUTE));
    Ok(id)
}

/// Signs out: the session ends on the server, whoever still has its token.
///
/// # Errors
///
/// The database cannot be reached.
pub async fn sign_out(ctx: &Ctx, kind: PrincipalKind) -> Result<()> {
    if let Some(token) = ctx.cookie(cookie_name(kind)) {
        let mut tx = begin_unscoped(ctx.app()).await?;
        sqlx::query("delete from orion.sessions where token_hash = $1").bind(hash(&token)).execute(&mut *tx).await?;
        tx.commit().await?;
    }
    crate::remove_cookie(ctx, cookie_name(kind));
    Ok(())
}

/// Ends all sessions of a person, on a changed password or a lost laptop.
///
/// # Errors
///
/// The database cannot be reached.
pub async fn sign_out_everywhere(app: &App, kind: PrincipalKind, principal: Uuid) -> Result<()> {
    let mut tx = begin_unscoped(app).await?;
    sqlx::query("delete from orion.sessions where kind = $1 and principal_id = $2")
        .bind(kind.code())
        .bind(principal)
        .execute(&mut *tx)
        .await?;
    tx.commit().await?;
    Ok(())
}

/// Whose session a request carries.
pub(crate) async fn find(app: &App, scope: &Scope, cookies: &str, now: OffsetDateTime) -> Result<Option<Principal>> {
    let kind = PrincipalKind::of(scope.frontend);
    let name = crate::cookies::full_name(app.config(), scope, cookie_name(kind));
    let Some(token) = crate::cookies::find(cookies, &name) else { return Ok(None) };
    let mut tx = begin_unscoped(app).await?;
    let row: Option<Row> = sqlx::query_as(
        "select id, principal_id, store_id, last_used_at from orion.sessions
         where token_hash = $1 and kind = $2 and platform_id = $3 and last_used_at > $4 and created_at > $5",
    )
    .bind(hash(&token))
    .bind(kind.code())
    .bind(scope.platform_id().0)
    .bind(now - IDLE)
    .bind(now - ABSOLUTE)
    .fetch_optional(&mut *tx)
    .await?;
    let Some(row) = row else { return Ok(None) };
    if kind == PrincipalKind::Customer && row.store_id != scope.store_id().map(|id| id.0) {
        return Ok(None);
    }
    if now - row.last_used_at > TOUCH {
        sqlx::query("update orion.sessions set last_used_at = $2 where id = $1")
            .bind(row.id)
            .bind(now)
            .execute(&mut *tx)
            .await?;
    }
    tx.commit().await?;
    of_person(app, kind, &scope.platform, scope.store.as_deref(), row.principal_id, SessionId(row.id)).await
}

async fn of_person(
    app: &App,
    kind: PrincipalKind,
    platform: &Platform,
    store: Option<&Store>,
    principal: Uuid,
    session: SessionId,
) -> Result<Option<Principal>> {
    let Some(identity) = app.identity(kind) else { return Ok(None) };
    let found = identity.principal(app, platform, store, principal).await?;
    Ok(found.map(|principal| Principal { session, ..principal }))
}

/// Removes sessions that can no longer be used, of all tenants, and says how many those were.
///
/// # Errors
///
/// The database cannot be reached.
pub(crate) async fn remove_expired(conn: &mut PgConnection) -> Result<u64, sqlx::Error> {
    let removed = sqlx::query(
        "delete from orion.sessions
         where last_used_at < now() - make_interval(secs => $1) or created_at < now() - make_interval(secs => $2)",
    )
    .bind(IDLE.as_seconds_f64())
    .bind(ABSOLUTE.as_seconds_f64())
    .execute(conn)
    .await?;
    Ok(removed.rows_affected())
}

fn hash(token: &str) -> Vec<u8> {
    Sha256::digest(token).to_vec()
}
