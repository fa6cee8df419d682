//! Gives somebody of the team another role, or other stores.

use orion_kernel::{AppError, UserId};
use orion_runtime::{Ctx, PlatformCtx, PrincipalKind, Result, session};
use serde_json::json;

use super::{member::changeable, stores::chosen_stores};
use crate::{
    forms::MemberInput,
    model::RoleKey,
    permissions::TEAM_MANAGE,
    server::roles::{Realm, role_code},
};

/// Changes what somebody is and where they work. It holds from their next request on, in every browser of theirs, which get
/// new tokens.
///
/// # Errors
///
/// `NotFound` for somebody, a role or a store of another merchant; `owner_stays`, `not_yourself`, `beyond_your_role`,
/// `beyond_your_stores`; faults of the fields.
pub async fn save_member(ctx: &Ctx, user: UserId, input: &MemberInput) -> Result<()> {
    let merchant = ctx.merchant_id()?.0;
    let realm = Realm::Team(merchant);
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let held = realm.lock(&mut tx, TEAM_MANAGE).await?;
    let member = changeable(&mut tx, merchant, &held, user).await?;
    let (key, permissions) = realm.role(&mut tx, &input.role).await?;
    if key == RoleKey::Preset("owner") {
        return Err(AppError::field("role", "invalid_choice").into());
    }
    held.may_grant(&permissions)?;
    let stores = chosen_stores(&mut tx, merchant, &held, input).await?;
    sqlx::query("delete from tenancy.memberships where merchant_id = $1 and user_id = $2")
        .bind(merchant)
        .bind(user.0)
        .execute(tx.conn())
        .await?;
    let rows = stores.clone().map_or_else(|| vec![None], |stores| stores.into_iter().map(Some).collect());
    sqlx::query(
        "insert into tenancy.memberships (merchant_id, id, user_id, store_id, role, role_id)
         select $1, gen_random_uuid(), $2, store, $3, $4 from unnest($5::uuid[]) as store",
    )
    .bind(merchant)
    .bind(user.0)
    .bind(role_code(key))
    .bind(key.own().map(|id| id.0))
    .bind(&rows)
    .execute(tx.conn())
    .await?;
    session::renew_all(&mut tx, PrincipalKind::Member, user.0).await?;
    let change = json!({ "name": member.name, "before": member.roles, "role": input.role, "stores": stores });
    tx.audit("tenancy.member_changed", ("user", user), change).await?;
    tx.commit().await
}
