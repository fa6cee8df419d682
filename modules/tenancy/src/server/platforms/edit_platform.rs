//! What can be changed of a platform?

use orion_kernel::{AppError, Locale};
use orion_runtime::{PlatformCtx, Result};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::{permissions::PLATFORMS_MANAGE, views::PlatformEditor};

#[derive(sqlx::FromRow)]
struct Row {
    code: String,
    name: String,
    host: Option<String>,
    locales: Vec<String>,
    support_email: String,
    accent_hue: Option<i16>,
    logo: String,
    created_at: OffsetDateTime,
    operators: Vec<String>,
}

/// A platform as it is changed: any from the admin of the installation's first one, otherwise the one at hand.
///
/// # Errors
///
/// `NotFound`.
pub async fn edit_platform(ctx: &PlatformCtx, code: &str) -> Result<PlatformEditor> {
    let id = reachable(ctx, code).await?;
    let mut tx = ctx.begin().await?;
    let row: Option<Row> = sqlx::query_as(
        "select p.code, p.name, p.host, p.locales, p.support_email, p.accent_hue, p.logo, p.created_at,
                array(select u.name from tenancy.operators o join tenancy.users u on u.id = o.user_id
                      where o.platform_id = p.id order by lower(u.name)) as operators
         from tenancy.platforms p where p.id = $1",
    )
    .bind(id)
    .fetch_optional(tx.conn())
    .await?;
    let row = row.ok_or_else(AppError::not_found)?;
    let origin = &ctx.app().config().public_origin;
    Ok(PlatformEditor {
        may_move: ctx.scope().platform.is_main && row.host.is_some(),
        origin: origin.of_host(row.host.as_deref().unwrap_or(origin.host())),
        code: row.code,
        name: row.name,
        host: row.host.unwrap_or_default(),
        locales: row.locales.iter().filter_map(|code| Locale::from_code(code)).collect(),
        support_email: row.support_email,
        accent_hue: row.accent_hue.map(i16::unsigned_abs),
        logo: row.logo,
        created_at: row.created_at,
        operators: row.operators,
    })
}

/// The id of a platform that whoever asks may change.
pub(super) async fn reachable(ctx: &PlatformCtx, code: &str) -> Result<Uuid> {
    ctx.require(PLATFORMS_MANAGE)?;
    let platform = &ctx.scope().platform;
    if !platform.is_main && platform.code != code {
        return Err(AppError::not_found().into());
    }
    let mut tx = ctx.begin().await?;
    let id: Option<Uuid> = sqlx::query_scalar("select id from tenancy.platforms where code = $1")
        .bind(code)
        .fetch_optional(tx.conn())
        .await?;
    Ok(id.ok_or_else(AppError::not_found)?)
}
