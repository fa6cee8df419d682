//! Which roles are there?

use orion_runtime::{Ctx, PlatformCtx, Result, Tx};
use uuid::Uuid;

use super::{
    catalogue::all_of,
    names::preset,
    realm::{Held, Realm},
};
use crate::views::{RoleList, RoleRow};

#[derive(sqlx::FromRow)]
struct Own {
    id: Uuid,
    name: String,
    permissions: Vec<String>,
}

/// The roles with how many people have each, presets first.
///
/// # Errors
///
/// The database cannot be reached.
pub async fn list_roles(ctx: &Ctx) -> Result<RoleList> {
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let roles = choices(&mut tx, Realm::of(ctx)?).await?;
    Ok(RoleList { roles, permissions: count(all_of(Realm::of(ctx)?, ctx).len()) })
}

/// The same in a transaction that is open.
pub(in crate::server) async fn choices(tx: &mut Tx, realm: Realm) -> Result<Vec<RoleRow>> {
    let own: Vec<Own> = sqlx::query_as(realm.sql(
        "select id, name, permissions from tenancy.roles where merchant_id = $1 order by lower(name)",
        "select id, name, permissions from tenancy.operator_roles where platform_id = $1 order by lower(name)",
    ))
    .bind(realm.id())
    .fetch_all(tx.conn())
    .await?;
    let people: Vec<(String, i64)> = sqlx::query_as(realm.sql(
        "select coalesce(role_id::text, role), count(distinct user_id) from tenancy.memberships
         where merchant_id = $1 group by 1",
        "select coalesce(role_id::text, role), count(*) from tenancy.operators where platform_id = $1 group by 1",
    ))
    .bind(realm.id())
    .fetch_all(tx.conn())
    .await?;
    let people = |key: &str| people.iter().find(|(role, _)| role == key).map_or(0, |(_, count)| *count);
    let ctx = tx.ctx();
    let (held, all) = (Held::of(ctx)?, all_of(realm, ctx));
    let mut roles: Vec<RoleRow> = Vec::new();
    for code in realm.presets() {
        let (name, about) = preset(ctx.locale(), code);
        let permissions = realm.preset_permissions(ctx, code);
        let is_everything = code == "owner" || code == "administrator";
        roles.push(RoleRow {
            key: code.to_owned(),
            name,
            about,
            is_preset: true,
            allows: count(if is_everything { all.len() } else { permissions.len() }),
            people: people(code),
            is_beyond: held.may_grant(&permissions).is_err(),
        });
    }
    roles.extend(own.into_iter().map(|role| {
        let key = role.id.to_string();
        RoleRow {
            people: people(&key),
            key,
            name: role.name,
            about: String::new(),
            is_preset: false,
            allows: count(role.permissions.iter().filter(|id| all.contains(id.as_str())).count()),
            is_beyond: held.may_grant(&role.permissions).is_err(),
        }
    }));
    Ok(roles)
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
