//! Who works in this store?

use orion_runtime::{Ctx, PlatformCtx, Result};

use crate::views::{MemberRow, Role};

#[derive(sqlx::FromRow)]
struct Row {
    name: String,
    email: String,
    #[sqlx(try_from = "String")]
    role: Role,
    permissions: Vec<String>,
    whole_merchant: bool,
}

/// The members who may work in the store, owners first. Users belong to no tenant, so the statement names the store's
/// merchant itself.
///
/// # Errors
///
/// The database cannot be reached.
pub async fn list_team(ctx: &Ctx) -> Result<Vec<MemberRow>> {
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let rows: Vec<Row> = sqlx::query_as(
        "select u.name, u.email, m.role, m.permissions, m.store_id is null as whole_merchant
         from tenancy.memberships m join tenancy.users u on u.id = m.user_id
         where m.merchant_id = $1 and (m.store_id is null or m.store_id = $2)
         order by m.role, lower(u.name), u.id",
    )
    .bind(ctx.merchant_id()?.0)
    .bind(ctx.store_id()?.0)
    .fetch_all(tx.conn())
    .await?;
    let locale = ctx.locale();
    let modules = ctx.app().registry().modules();
    let may = |row: &Row| -> Vec<String> {
        let all = modules.iter().flat_map(|module| &module.permissions);
        let mut held: Vec<_> =
            all.filter(|permission| row.permissions.iter().any(|id| id == permission.id.0)).collect();
        // What belongs together stands together, whichever module it comes from.
        held.sort_by_key(|permission| permission.category);
        held.into_iter().map(|permission| (permission.label)(locale).to_owned()).collect()
    };
    Ok(rows
        .into_iter()
        .map(|row| MemberRow {
            may: if row.role == Role::Owner { Vec::new() } else { may(&row) },
            name: row.name,
            email: row.email,
            role: row.role,
            in_all_stores: row.whole_merchant,
        })
        .collect())
}
