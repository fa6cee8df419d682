//! Whose session does a request carry?

use orion_kernel::SessionId;
use time::{Duration, OffsetDateTime};
use uuid::Uuid;

use super::{cookie_name, renew};
use crate::{
    App, Principal, PrincipalKind, Result, Scope, cookies, ctx::begin_unscoped, one_time_token::hash,
    principal::Impersonator,
};

/// The last use is written down at most this often.
const TOUCH: Duration = Duration::minutes(10);

/// The person behind a request's session.
pub(crate) struct Found {
    pub(crate) principal: Principal,
    /// The `Set-Cookie` header with the session's new token.
    pub(crate) renewed: Option<String>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    principal_id: Uuid,
    store_id: Option<Uuid>,
    last_used_at: OffsetDateTime,
    expires_at: OffsetDateTime,
    remembered: bool,
    has_second_factor: bool,
    impersonator_id: Option<Uuid>,
    impersonator_name: String,
    renew: bool,
}

/// The columns of [`Row`] for a condition on the token's hash, `$1`.
macro_rules! row_where {
    ($condition:literal) => {
        concat!(
            "select id, principal_id, store_id, last_used_at, expires_at, remembered, \
                    second_factor_at is not null as has_second_factor, impersonator_id, impersonator_name, renew \
             from orion.sessions where ",
            $condition,
            " and kind = $2 and platform_id = $3 and expires_at > $4 \
              and last_used_at > $4 - make_interval(secs => idle_secs)"
        )
    };
}

/// Whose session a request carries.
pub(crate) async fn find(app: &App, scope: &Scope, header: &str, now: OffsetDateTime) -> Result<Option<Found>> {
    let kind = PrincipalKind::of(scope.frontend);
    let name = cookies::full_name(app.config(), scope, cookie_name(kind));
    let Some(token) = cookies::find(header, &name) else { return Ok(None) };
    let token_hash = hash(&token);
    let mut tx = begin_unscoped(app).await?;
    let row: Option<Row> = sqlx::query_as(row_where!("token_hash = $1"))
        .bind(&token_hash)
        .bind(kind.code())
        .bind(scope.platform_id().0)
        .bind(now)
        .fetch_optional(&mut *tx)
        .await?;
    let row = match row {
        Some(row) => Some(row),
        None => {
            sqlx::query_as(row_where!("previous_hash = $1 and renewed_at > $5"))
                .bind(&token_hash)
                .bind(kind.code())
                .bind(scope.platform_id().0)
                .bind(now)
                .bind(now - renew::GRACE)
                .fetch_optional(&mut *tx)
                .await?
        }
    };
    let Some(row) = row else { return Ok(None) };
    if kind == PrincipalKind::Customer && row.store_id != scope.store_id().map(|id| id.0) {
        return Ok(None);
    }
    if now - row.last_used_at > TOUCH {
        sqlx::query("update orion.sessions set last_used_at = $2, ip = $3 where id = $1")
            .bind(row.id)
            .bind(now)
            .bind(scope.ip.to_string())
            .execute(&mut *tx)
            .await?;
    }
    let renewed = if row.renew { renew::renew(&mut tx, row.id, &token_hash, now).await? } else { None };
    tx.commit().await?;
    let Some(principal) = of_person(app, kind, scope, &row).await? else { return Ok(None) };
    let renewed = renewed.map(|token| {
        let max_age = row.remembered.then(|| row.expires_at - now);
        cookies::header(app.config(), name, token, max_age)
    });
    Ok(Some(Found { principal, renewed }))
}

/// Who that is today. Whoever lacks the second factor they must have holds nothing until they have set one up.
async fn of_person(app: &App, kind: PrincipalKind, scope: &Scope, row: &Row) -> Result<Option<Principal>> {
    let Some(identity) = app.identity(kind) else { return Ok(None) };
    let found = identity.principal(app, &scope.platform, scope.store.as_deref(), row.principal_id).await?;
    let impersonator =
        row.impersonator_id.map(|id| Impersonator { id, name: row.impersonator_name.clone(), until: row.expires_at });
    Ok(found.map(|principal| {
        let second_factor = row.has_second_factor;
        let lacks = principal.lacks_second_factor && !second_factor && impersonator.is_none();
        Principal {
            session: SessionId(row.id),
            second_factor,
            lacks_second_factor: lacks,
            permissions: if lacks { Vec::new() } else { principal.permissions },
            impersonator,
            ..principal
        }
    }))
}
