//! Who runs the platform?

use orion_kernel::UserId;
use orion_runtime::{PlatformCtx, Result, Tx};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::{
    model::holds,
    permissions::OPERATORS_MANAGE,
    server::{
        invitations::pending,
        roles::{Held, Realm, choices, operator_role_name, role_key},
    },
    views::{AccountState, OperatorRole, OperatorRow, OperatorsPage},
};

#[derive(sqlx::FromRow)]
struct Row {
    user_id: Uuid,
    name: String,
    email: String,
    #[sqlx(try_from = "String")]
    role: OperatorRole,
    role_id: Option<Uuid>,
    own_role: Option<String>,
    permissions: Option<Vec<String>>,
    has_second_factor: bool,
    last_sign_in: Option<OffsetDateTime>,
    is_locked: bool,
}

/// The operators, administrators first, and all else the page about them needs.
///
/// # Errors
///
/// The database cannot be reached.
pub async fn list_operators(ctx: &PlatformCtx) -> Result<OperatorsPage> {
    let realm = Realm::of(ctx)?;
    let held = Held::of(ctx)?;
    let mut tx = ctx.begin().await?;
    let operators = operators(&mut tx, &held, realm).await?;
    let may_manage = holds(&held.permissions, OPERATORS_MANAGE.0);
    let invitations = if may_manage { pending(&mut tx, realm).await? } else { Vec::new() };
    Ok(OperatorsPage { operators, invitations, roles: choices(&mut tx, realm).await? })
}

async fn operators(tx: &mut Tx, held: &Held, realm: Realm) -> Result<Vec<OperatorRow>> {
    let ctx = tx.ctx().clone();
    let rows: Vec<Row> = sqlx::query_as(
        "select o.user_id, u.name, u.email, o.role, o.role_id, r.name as own_role, r.permissions,
                (exists (select from tenancy.second_factors f where f.user_id = u.id and f.confirmed_at is not null)
                     or exists (select from tenancy.passkeys k where k.user_id = u.id)) as has_second_factor,
                u.last_sign_in_at as last_sign_in,
                exists (select from tenancy.user_locks l where l.platform_id = o.platform_id and l.user_id = u.id) as is_locked
         from tenancy.operators o
         join tenancy.users u on u.id = o.user_id
         left join tenancy.operator_roles r on r.platform_id = o.platform_id and r.id = o.role_id
         where o.platform_id = $1
         order by o.role <> 'administrator', lower(u.name), u.id",
    )
    .bind(realm.id())
    .fetch_all(tx.conn())
    .await?;
    let may_manage = holds(&held.permissions, OPERATORS_MANAGE.0);
    let refusal = |row: &Row| {
        let allowed = match &row.permissions {
            Some(own) => own.clone(),
            None => realm.preset_permissions(&ctx, row.role.code()),
        };
        if row.user_id == held.id {
            Some("not_yourself")
        } else if !may_manage {
            Some("forbidden")
        } else {
            held.may_grant(&allowed).err().map(|_| "beyond_your_role")
        }
    };
    Ok(rows
        .into_iter()
        .map(|row| OperatorRow {
            user: UserId(row.user_id),
            is_me: row.user_id == held.id,
            role: row.role,
            role_key: role_key(row.role.code(), row.role_id),
            role_name: operator_role_name(ctx.locale(), row.role, row.own_role.as_deref()),
            account: AccountState {
                has_second_factor: row.has_second_factor,
                last_sign_in: row.last_sign_in,
                is_locked: row.is_locked,
            },
            refusal: refusal(&row).map(str::to_owned),
            name: row.name,
            email: row.email,
        })
        .collect())
}
