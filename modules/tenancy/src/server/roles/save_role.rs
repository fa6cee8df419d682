//! Makes a role, or changes one.

use std::collections::BTreeSet;

use orion_kernel::{AppError, Check};
use orion_runtime::{Ctx, PlatformCtx, Result, Tx, error::violates};
use serde_json::json;
use uuid::Uuid;

use super::{
    catalogue::all_of,
    realm::{Held, Realm},
};
use crate::views::RoleId;

/// How many roles of their own somebody can have.
const MAX_ROLES: i64 = 100;

/// Whoever works in some stores only changes nothing for people in others.
async fn may_change(tx: &mut Tx, realm: Realm, held: &Held, id: RoleId) -> Result<()> {
    let Realm::Team(merchant) = realm else { return Ok(()) };
    let stores: Vec<Option<Uuid>> = sqlx::query_scalar(
        "select store_id from tenancy.memberships where merchant_id = $1 and role_id = $2
         union select invited.store from tenancy.invitations i
             cross join lateral unnest(coalesce(i.stores, array[null::uuid])) invited(store)
             where i.platform_id = $3 and i.merchant_id = $1 and i.role_id = $2
               and i.accepted_at is null and i.revoked_at is null",
    )
    .bind(merchant)
    .bind(id.0)
    .bind(tx.ctx().platform_id().0)
    .fetch_all(tx.conn())
    .await?;
    let is_everywhere = stores.iter().any(Option::is_none);
    let some: Vec<Uuid> = stores.into_iter().flatten().collect();
    Ok(held.may_open(if is_everywhere { None } else { Some(&some) })?)
}

/// Makes a role, or changes one; whoever has it may do so from their next request on. Permissions of modules that are off
/// stay as they are.
///
/// # Errors
///
/// `NotFound`; `beyond_your_role` when the role allows, or is to allow, what whoever asks does not hold; `beyond_your_stores`
/// when somebody has it in a store they do not work in; faults of the fields `name` and `permissions`.
pub async fn save_role(ctx: &Ctx, id: Option<RoleId>, name: &str, permissions: &[String]) -> Result<RoleId> {
    let realm = Realm::of(ctx)?;
    let known = all_of(realm, ctx);
    let mut check = Check::new();
    check.text("name", name, 1..=60);
    check.when(permissions.is_empty(), "permissions", "choose_a_permission");
    check.when(permissions.iter().any(|id| !known.contains(id.as_str())), "permissions", "invalid_choice");
    check.finish()?;
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let held = realm.lock(&mut tx, realm.managing()).await?;
    held.may_grant(permissions)?;
    let mut wanted: BTreeSet<String> = permissions.iter().cloned().collect();
    let is_new = id.is_none();
    let id = match id {
        Some(id) => {
            let before: Option<Vec<String>> = sqlx::query_scalar(realm.sql(
                "select permissions from tenancy.roles where merchant_id = $1 and id = $2",
                "select permissions from tenancy.operator_roles where platform_id = $1 and id = $2",
            ))
            .bind(realm.id())
            .bind(id.0)
            .fetch_optional(tx.conn())
            .await?;
            let before = before.ok_or_else(AppError::not_found)?;
            held.may_grant(&before)?;
            may_change(&mut tx, realm, &held, id).await?;
            wanted.extend(before.into_iter().filter(|id| !known.contains(id.as_str())));
            id
        }
        None => ctx.new_id(),
    };
    if is_new {
        let count: i64 = sqlx::query_scalar(realm.sql(
            "select count(*) from tenancy.roles where merchant_id = $1",
            "select count(*) from tenancy.operator_roles where platform_id = $1",
        ))
        .bind(realm.id())
        .fetch_one(tx.conn())
        .await?;
        if count >= MAX_ROLES {
            return Err(AppError::conflict("too_many_roles").with("max", MAX_ROLES).into());
        }
    }
    let wanted: Vec<String> = wanted.into_iter().collect();
    let saved = sqlx::query(realm.sql(
        "insert into tenancy.roles (merchant_id, id, name, permissions, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $5)
         on conflict (merchant_id, id) do update set name = $3, permissions = $4, updated_at = $5",
        "insert into tenancy.operator_roles (platform_id, id, name, permissions, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $5)
         on conflict (platform_id, id) do update set name = $3, permissions = $4, updated_at = $5",
    ))
    .bind(realm.id())
    .bind(id.0)
    .bind(name.trim())
    .bind(&wanted)
    .bind(ctx.now())
    .execute(tx.conn())
    .await;
    match saved {
        Err(error) if violates(&error, "roles_name_key") || violates(&error, "operator_roles_name_key") => {
            return Err(AppError::field("name", "role_name_taken").into());
        }
        other => other?,
    };
    let action = if is_new { "tenancy.role_created" } else { "tenancy.role_changed" };
    tx.audit(action, ("role", id), json!({ "name": name.trim(), "permissions": wanted })).await?;
    tx.commit().await?;
    Ok(id)
}
