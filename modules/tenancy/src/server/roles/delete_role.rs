//! Removes a role nobody has.

use orion_kernel::AppError;
use orion_runtime::{Ctx, PlatformCtx, Result};
use serde_json::json;

use super::realm::Realm;
use crate::views::RoleId;

/// How many of those who have it are named.
const NAMED: usize = 3;

/// Removes a role of their own.
///
/// # Errors
///
/// `NotFound`; `beyond_your_role`; `role_in_use` with the names of those who have it or are invited to.
pub async fn delete_role(ctx: &Ctx, id: RoleId) -> Result<()> {
    let realm = Realm::of(ctx)?;
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let held = realm.lock(&mut tx, realm.managing()).await?;
    let found: Option<(String, Vec<String>)> = sqlx::query_as(realm.sql(
        "select name, permissions from tenancy.roles where merchant_id = $1 and id = $2",
        "select name, permissions from tenancy.operator_roles where platform_id = $1 and id = $2",
    ))
    .bind(realm.id())
    .bind(id.0)
    .fetch_optional(tx.conn())
    .await?;
    let (name, permissions) = found.ok_or_else(AppError::not_found)?;
    held.may_grant(&permissions)?;
    let people: Vec<String> = sqlx::query_scalar(realm.sql(
        "select distinct u.name from tenancy.memberships m join tenancy.users u on u.id = m.user_id
         where m.merchant_id = $1 and m.role_id = $2
         union select email from tenancy.invitations
         where platform_id = $3 and merchant_id = $1 and role_id = $2 and accepted_at is null and revoked_at is null
         order by 1",
        "select u.name from tenancy.operators o join tenancy.users u on u.id = o.user_id
         where o.platform_id = $1 and o.role_id = $2
         union select email from tenancy.invitations
         where platform_id = $3 and merchant_id is null and role_id = $2 and accepted_at is null and revoked_at is null
         order by 1",
    ))
    .bind(realm.id())
    .bind(id.0)
    .bind(ctx.platform_id().0)
    .fetch_all(tx.conn())
    .await?;
    if !people.is_empty() {
        let named = people.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
        let named = if people.len() > NAMED { format!("{named} …") } else { named };
        return Err(AppError::conflict("role_in_use").with("names", named).into());
    }
    sqlx::query(realm.sql(
        "delete from tenancy.roles where merchant_id = $1 and id = $2",
        "delete from tenancy.operator_roles where platform_id = $1 and id = $2",
    ))
    .bind(realm.id())
    .bind(id.0)
    .execute(tx.conn())
    .await?;
    tx.audit("tenancy.role_deleted", ("role", id), json!({ "name": name })).await?;
    tx.commit().await
}
