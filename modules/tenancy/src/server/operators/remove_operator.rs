//! Takes somebody from among the operators.

use orion_kernel::UserId;
use orion_runtime::{PlatformCtx, PrincipalKind, Result, session};
use serde_json::json;

use super::administrators::{changeable, insist_on_administrator};
use crate::{permissions::OPERATORS_MANAGE, server::roles::Realm};

/// Takes somebody from among the operators of the platform; their account stays.
///
/// # Errors
///
/// `NotFound`; `not_yourself`, `beyond_your_role`, `last_administrator`.
pub async fn remove_operator(ctx: &PlatformCtx, user: UserId) -> Result<()> {
    let realm = Realm::of(ctx)?;
    let mut tx = ctx.begin().await?;
    let held = realm.lock(&mut tx, OPERATORS_MANAGE).await?;
    let (name, _) = changeable(&mut tx, realm.id(), &held, user).await?;
    sqlx::query("delete from tenancy.operators where platform_id = $1 and user_id = $2")
        .bind(realm.id())
        .bind(user.0)
        .execute(tx.conn())
        .await?;
    insist_on_administrator(&mut tx, realm.id()).await?;
    session::renew_all(&mut tx, PrincipalKind::Operator, user.0).await?;
    session::end_impersonations(&mut tx, user.0).await?;
    tx.audit("tenancy.operator_removed", ("user", user), json!({ "name": name })).await?;
    tx.commit().await
}
