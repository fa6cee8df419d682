//! How well is somebody's account protected?

use orion_kernel::AppError;
use orion_runtime::{Ctx, PlatformCtx, PrincipalKind, Result};
use time::OffsetDateTime;
use uuid::Uuid;

use super::is_required_of_operators;
use crate::{
    server::{passkeys::host, profile::me},
    views::{PasskeyId, PasskeyRow, Security},
};

#[derive(sqlx::FromRow)]
struct Row {
    email: String,
    is_verified: bool,
    pending_email: Option<String>,
    app_since: Option<OffsetDateTime>,
    codes_left: i64,
}

/// What the page about one's own security shows.
///
/// # Errors
///
/// `Unauthenticated`.
pub async fn security(ctx: &Ctx) -> Result<Security> {
    let me = me(ctx)?;
    let is_required = match me.kind {
        PrincipalKind::Operator => is_required_of_operators(ctx.app(), ctx.platform_id()).await?,
        _ if ctx.scope().store.is_some() => super::team_policy(ctx).await?,
        _ => false,
    };
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let row: Option<Row> = sqlx::query_as(
        "select u.email, u.email_verified_at is not null as is_verified,
                (select l.email from tenancy.user_links l
                 where l.user_id = u.id and l.purpose = 'email' and l.email <> u.email and l.expires_at > $2
                 order by l.created_at desc limit 1) as pending_email,
                (select f.confirmed_at from tenancy.second_factors f where f.user_id = u.id) as app_since,
                (select count(*) from tenancy.recovery_codes c where c.user_id = u.id) as codes_left
         from tenancy.users u where u.id = $1",
    )
    .bind(me.id)
    .bind(ctx.now())
    .fetch_optional(tx.conn())
    .await?;
    let row = row.ok_or_else(AppError::not_found)?;
    let passkeys: Vec<(Uuid, String, OffsetDateTime, Option<OffsetDateTime>)> = sqlx::query_as(
        "select id, name, created_at, last_used_at from tenancy.passkeys where user_id = $1 and host = $2 order by created_at, id",
    )
    .bind(me.id)
    .bind(host(ctx))
    .fetch_all(tx.conn())
    .await?;
    Ok(Security {
        email: row.email,
        is_verified: row.is_verified,
        pending_email: row.pending_email,
        app_since: row.app_since,
        codes_left: u32::try_from(row.codes_left).unwrap_or_default(),
        passkeys: passkeys
            .into_iter()
            .map(|(id, name, created_at, last_used_at)| PasskeyRow {
                id: PasskeyId(id),
                name,
                created_at,
                last_used_at,
            })
            .collect(),
        is_required,
        is_missing: me.lacks_second_factor,
    })
}
