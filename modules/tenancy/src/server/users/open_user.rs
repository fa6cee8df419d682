//! What do operators see of somebody?

use orion_kernel::{AppError, UserId};
use orion_runtime::{PlatformCtx, PrincipalKind, Result, Tx, session};
use time::OffsetDateTime;
use uuid::Uuid;

use super::{
    changeable::changeable,
    list_users::{Row, select_users},
};
use crate::{
    permissions::USERS_MANAGE,
    server::roles::{Held, Realm, operator_role_name, role_name},
    views::{MembershipRow, OperatorRole, Role, UserDetails, UserLock, UserSession},
};

/// How many of somebody's memberships are shown.
const SHOWN: i64 = 100;

#[derive(sqlx::FromRow)]
struct Membership {
    merchant: String,
    store: Option<String>,
    #[sqlx(try_from = "String")]
    role: Role,
    own_role: Option<String>,
}

/// A user of the platform.
///
/// # Errors
///
/// `NotFound` for somebody who does not work on this platform.
pub async fn open_user(ctx: &PlatformCtx, user: UserId) -> Result<UserDetails> {
    let realm = Realm::of(ctx)?;
    let held = Held::of(ctx)?;
    let mut tx = ctx.begin().await?;
    super::changeable::find(&mut tx, realm.id(), user).await?;
    let row: Option<Row> = sqlx::query_as(select_users!("(select u.* from tenancy.users u where u.id = $2)"))
        .bind(realm.id())
        .bind(user.0)
        .fetch_optional(tx.conn())
        .await?;
    let refusal = match held.require(USERS_MANAGE) {
        Err(error) => Some(error.code.into_owned()),
        Ok(()) => match changeable(&mut tx, realm, &held, user).await {
            Ok(_) => None,
            Err(error) => Some(AppError::from(error).code.into_owned()),
        },
    };
    Ok(UserDetails {
        user: row.ok_or_else(AppError::not_found)?.into(),
        operator_role: operator_role(&mut tx, realm.id(), user).await?,
        memberships: memberships(&mut tx, realm.id(), user).await?,
        lock: lock(&mut tx, realm.id(), user).await?,
        sessions: sessions(ctx, user).await?,
        refusal,
    })
}

async fn operator_role(tx: &mut Tx, platform: Uuid, user: UserId) -> Result<String> {
    let found: Option<(String, Option<String>)> = sqlx::query_as(
        "select o.role, r.name from tenancy.operators o
         left join tenancy.operator_roles r on r.platform_id = o.platform_id and r.id = o.role_id
         where o.platform_id = $1 and o.user_id = $2",
    )
    .bind(platform)
    .bind(user.0)
    .fetch_optional(tx.conn())
    .await?;
    Ok(found.map_or_else(String::new, |(role, own)| {
        let role = OperatorRole::preset(&role).unwrap_or(OperatorRole::Own);
        operator_role_name(tx.ctx().locale(), role, own.as_deref())
    }))
}

async fn memberships(tx: &mut Tx, platform: Uuid, user: UserId) -> Result<Vec<MembershipRow>> {
    let rows: Vec<Membership> = sqlx::query_as(
        "select c.name as merchant, s.name as store, m.role, r.name as own_role
         from tenancy.memberships m
         join tenancy.merchants c on c.id = m.merchant_id and c.platform_id = $1
         left join tenancy.stores s on s.merchant_id = m.merchant_id and s.id = m.store_id
         left join tenancy.roles r on r.merchant_id = m.merchant_id and r.id = m.role_id
         where m.user_id = $2
         order by lower(c.name), lower(s.name), m.id limit $3",
    )
    .bind(platform)
    .bind(user.0)
    .bind(SHOWN)
    .fetch_all(tx.conn())
    .await?;
    let locale = tx.ctx().locale();
    Ok(rows
        .into_iter()
        .map(|row| MembershipRow {
            role_name: role_name(locale, row.role, row.own_role.as_deref()),
            merchant: row.merchant,
            store: row.store,
        })
        .collect())
}

async fn lock(tx: &mut Tx, platform: Uuid, user: UserId) -> Result<Option<UserLock>> {
    let found: Option<(String, String, OffsetDateTime)> = sqlx::query_as(
        "select reason, locked_by_name, locked_at from tenancy.user_locks where platform_id = $1 and user_id = $2",
    )
    .bind(platform)
    .bind(user.0)
    .fetch_optional(tx.conn())
    .await?;
    Ok(found.map(|(reason, by, at)| UserLock { reason, by, at }))
}

async fn sessions(ctx: &PlatformCtx, user: UserId) -> Result<Vec<UserSession>> {
    let mut sessions = Vec::new();
    for kind in [PrincipalKind::Operator, PrincipalKind::Member] {
        let rows = session::list(ctx.app(), kind, user.0, Some(ctx.platform_id())).await?;
        sessions.extend(rows.into_iter().map(|row| UserSession {
            id: row.id,
            in_admin: kind == PrincipalKind::Operator,
            ip: row.ip,
            user_agent: row.user_agent,
            created_at: row.created_at,
            last_used_at: row.last_used_at,
        }));
    }
    Ok(sessions)
}
