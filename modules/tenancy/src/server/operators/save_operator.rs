//! Gives an operator another role.

use orion_kernel::UserId;
use orion_runtime::{PlatformCtx, PrincipalKind, Result, session};
use serde_json::json;

use super::administrators::{changeable, insist_on_administrator};
use crate::{
    permissions::OPERATORS_MANAGE,
    server::roles::{Realm, role_code},
};

/// Changes what an operator may. It holds from their next request on.
///
/// # Errors
///
/// `NotFound` for somebody or a role of another platform; `not_yourself`, `beyond_your_role`, `last_administrator`.
pub async fn save_operator(ctx: &PlatformCtx, user: UserId, role: &str) -> Result<()> {
    let realm = Realm::of(ctx)?;
    let mut tx = ctx.begin().await?;
    let held = realm.lock(&mut tx, OPERATORS_MANAGE).await?;
    let (name, before) = changeable(&mut tx, realm.id(), &held, user).await?;
    let (key, permissions) = realm.role(&mut tx, role).await?;
    held.may_grant(&permissions)?;
    sqlx::query("update tenancy.operators set role = $3, role_id = $4 where platform_id = $1 and user_id = $2")
        .bind(realm.id())
        .bind(user.0)
        .bind(role_code(key))
        .bind(key.own().map(|id| id.0))
        .execute(tx.conn())
        .await?;
    insist_on_administrator(&mut tx, realm.id()).await?;
    session::renew_all(&mut tx, PrincipalKind::Operator, user.0).await?;
    session::end_impersonations(&mut tx, user.0).await?;
    let change = json!({ "name": name, "before": before, "role": role });
    tx.audit("tenancy.operator_changed", ("user", user), change).await?;
    tx.commit().await
}
