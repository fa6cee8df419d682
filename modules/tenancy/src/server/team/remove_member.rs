//! Takes somebody out of the team.

use orion_kernel::UserId;
use orion_runtime::{Ctx, PlatformCtx, PrincipalKind, Result, session};
use serde_json::json;

use super::member::changeable;
use crate::{permissions::TEAM_MANAGE, server::roles::Realm};

/// Takes somebody out of the team; their account stays, and what they have done stays in the log.
///
/// # Errors
///
/// `NotFound`; `owner_stays`, `not_yourself`, `beyond_your_role`, `beyond_your_stores`.
pub async fn remove_member(ctx: &Ctx, user: UserId) -> Result<()> {
    let merchant = ctx.merchant_id()?.0;
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let held = Realm::Team(merchant).lock(&mut tx, TEAM_MANAGE).await?;
    let member = changeable(&mut tx, merchant, &held, user).await?;
    sqlx::query("delete from tenancy.memberships where merchant_id = $1 and user_id = $2")
        .bind(merchant)
        .bind(user.0)
        .execute(tx.conn())
        .await?;
    session::renew_all(&mut tx, PrincipalKind::Member, user.0).await?;
    tx.audit("tenancy.member_removed", ("user", user), json!({ "name": member.name })).await?;
    tx.commit().await
}
