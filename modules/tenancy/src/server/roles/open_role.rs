//! What does a role allow, and who has it?

use orion_kernel::AppError;
use orion_runtime::{Ctx, PlatformCtx, Result, Tx};

use super::{
    catalogue::{all_of, groups},
    names::preset,
    realm::{Held, Realm},
};
use crate::{
    i18n::{of, td_string},
    model::EVERYTHING,
    views::{RoleEditor, RoleId},
};

/// A role to change. With `copied`, a new one that allows what the role of that key does, as far as whoever asks holds it;
/// with neither, a new one that allows nothing.
///
/// # Errors
///
/// `NotFound`.
pub async fn open_role(ctx: &Ctx, id: Option<RoleId>, copied: &str) -> Result<RoleEditor> {
    let (realm, held) = (Realm::of(ctx)?, Held::of(ctx)?);
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let groups = groups(realm, ctx);
    let Some(id) = id else {
        let (name, allows) =
            if copied.is_empty() { (String::new(), Vec::new()) } else { copy(&mut tx, realm, copied).await? };
        let allows = allows.into_iter().filter(|permission| crate::model::holds(&held.permissions, permission));
        return Ok(RoleEditor { id: None, name, allows: allows.collect(), groups, people: Vec::new(), refusal: None });
    };
    let allows = realm.own_permissions(&mut tx, id).await?;
    let name = name_of(&mut tx, realm, id).await?;
    let people = sqlx::query_scalar(realm.sql(
        "select distinct u.name from tenancy.memberships m join tenancy.users u on u.id = m.user_id
         where m.merchant_id = $1 and m.role_id = $2 order by u.name limit 50",
        "select u.name from tenancy.operators o join tenancy.users u on u.id = o.user_id
         where o.platform_id = $1 and o.role_id = $2 order by u.name limit 50",
    ))
    .bind(realm.id())
    .bind(id.0)
    .fetch_all(tx.conn())
    .await?;
    let refusal = held.may_grant(&allows).err().map(|error| error.code.into_owned());
    Ok(RoleEditor { id: Some(id), name, allows, groups, people, refusal })
}

/// What a copy of a role is called, and what the role allows.
async fn copy(tx: &mut Tx, realm: Realm, key: &str) -> Result<(String, Vec<String>)> {
    let (key, allows) = realm.role(tx, key).await?;
    let ctx = tx.ctx().clone();
    let name = match key {
        crate::model::RoleKey::Preset(code) => preset(ctx.locale(), code).0,
        crate::model::RoleKey::Own(id) => name_of(tx, realm, id).await?,
    };
    let allows = if allows.iter().any(|permission| permission == EVERYTHING) {
        all_of(realm, &ctx).into_iter().map(str::to_owned).collect()
    } else {
        allows
    };
    Ok((td_string!(of(ctx.locale()), roles.copy_of, name = name).to_string(), allows))
}

async fn name_of(tx: &mut Tx, realm: Realm, id: RoleId) -> Result<String> {
    let name: Option<String> = sqlx::query_scalar(realm.sql(
        "select name from tenancy.roles where merchant_id = $1 and id = $2",
        "select name from tenancy.operator_roles where platform_id = $1 and id = $2",
    ))
    .bind(realm.id())
    .bind(id.0)
    .fetch_optional(tx.conn())
    .await?;
    Ok(name.ok_or_else(AppError::not_found)?)
}
