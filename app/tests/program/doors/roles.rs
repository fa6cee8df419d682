//! Roles that hold what a test wants.

use orion_runtime::ctx::begin_unscoped;
use orion_testing::TestApp;

/// Every permission a team's role can have.
pub fn permissions() -> Vec<&'static str> {
    let modules = orion_app::modules::registry().modules().iter();
    modules.flat_map(|module| module.permissions.iter().map(|permission| permission.id.0)).collect()
}

/// Every permission an operator's role can have.
pub fn operator_permissions() -> Vec<&'static str> {
    let modules = orion_app::modules::registry().modules().iter();
    modules.flat_map(|module| module.operator_permissions.iter().map(|permission| permission.id.0)).collect()
}

/// Lets a member do this and nothing else, by a role of their own.
pub async fn allow(app: &TestApp, email: &str, permissions: &[&str]) {
    let mut tx = begin_unscoped(&app.app).await.expect("a transaction");
    sqlx::query(
        "with member as (
             select m.merchant_id, m.id from tenancy.memberships m join tenancy.users u on u.id = m.user_id where u.email = $1
         ), role as (
             insert into tenancy.roles (merchant_id, id, name, permissions, created_at, updated_at)
             select merchant_id, gen_random_uuid(), 'Role of ' || $1, $2, now(), now() from member
             on conflict (merchant_id, lower(name)) do update set permissions = excluded.permissions
             returning merchant_id, id
         )
         update tenancy.memberships m set role = 'own', role_id = role.id
         from member, role where m.merchant_id = member.merchant_id and m.id = member.id and role.merchant_id = m.merchant_id",
    )
    .bind(email)
    .bind(permissions)
    .execute(&mut *tx)
    .await
    .expect("a membership");
    tx.commit().await.expect("a membership");
}

/// Lets an operator do this and nothing else, by a role of their own.
pub async fn allow_operator(app: &TestApp, email: &str, permissions: &[&str]) {
    let mut tx = begin_unscoped(&app.app).await.expect("a transaction");
    sqlx::query(
        "with operator as (
             select o.platform_id, o.user_id from tenancy.operators o join tenancy.users u on u.id = o.user_id where u.email = $1
         ), role as (
             insert into tenancy.operator_roles (platform_id, id, name, permissions, created_at, updated_at)
             select platform_id, gen_random_uuid(), 'Role of ' || $1, $2, now(), now() from operator
             on conflict (platform_id, lower(name)) do update set permissions = excluded.permissions
             returning platform_id, id
         )
         update tenancy.operators o set role = 'own', role_id = role.id
         from operator, role where o.platform_id = operator.platform_id and o.user_id = operator.user_id
           and role.platform_id = o.platform_id",
    )
    .bind(email)
    .bind(permissions)
    .execute(&mut *tx)
    .await
    .expect("an operator");
    tx.commit().await.expect("an operator");
}
