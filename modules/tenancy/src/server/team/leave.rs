//! Somebody leaves a team.

use orion_kernel::AppError;
use orion_runtime::{Ctx, PlatformCtx, PrincipalKind, Result, session};
use serde_json::json;

use crate::{paths, server::roles::Realm};

/// Leaves the team of the store's merchant, and says where to go.
///
/// # Errors
///
/// `owner_stays`: an owner hands over first; `confirm_first`.
pub async fn leave_team(ctx: &Ctx, confirm: bool) -> Result<String> {
    ctx.refuse_impersonation()?;
    if !confirm {
        return Err(AppError::invalid("confirm_first").into());
    }
    let me = ctx.principal().ok_or_else(AppError::unauthenticated)?;
    let merchant = ctx.merchant_id()?.0;
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    Realm::Team(merchant).take_turn(&mut tx).await?;
    let is_owner: bool = sqlx::query_scalar(
        "select exists (select from tenancy.memberships where merchant_id = $1 and user_id = $2 and role = 'owner')",
    )
    .bind(merchant)
    .bind(me.id)
    .fetch_one(tx.conn())
    .await?;
    if is_owner {
        return Err(AppError::conflict("owner_stays").into());
    }
    sqlx::query("delete from tenancy.memberships where merchant_id = $1 and user_id = $2")
        .bind(merchant)
        .bind(me.id)
        .execute(tx.conn())
        .await?;
    tx.audit("tenancy.member_left", ("user", me.id), json!({ "name": me.name })).await?;
    tx.commit().await?;
    session::rotate(ctx, PrincipalKind::Member).await?;
    let scope = ctx.scope();
    let language = scope.base.strip_suffix(&scope.unprefixed_base).unwrap_or_default();
    Ok(format!("{language}{}", paths::STORES))
}
