//! What must hold whatever is changed among operators: nobody touches who may do more, and an administrator remains.

use orion_kernel::{AppError, ErrorKind, UserId};
use orion_runtime::{Result, Tx};
use uuid::Uuid;

use crate::server::roles::{Held, Realm, role_key};

/// An operator about to be changed: the name, and the role as forms send it.
///
/// # Errors
///
/// `NotFound`; `not_yourself`; `beyond_your_role`.
pub(in crate::server) async fn changeable(
    tx: &mut Tx,
    platform: Uuid,
    held: &Held,
    user: UserId,
) -> Result<(String, String)> {
    let found: Option<(String, String, Option<Uuid>)> = sqlx::query_as(
        "select u.name, o.role, o.role_id from tenancy.operators o join tenancy.users u on u.id = o.user_id
         where o.platform_id = $1 and o.user_id = $2",
    )
    .bind(platform)
    .bind(user.0)
    .fetch_optional(tx.conn())
    .await?;
    let (name, role, own) = found.ok_or_else(AppError::not_found)?;
    if user.0 == held.id {
        return Err(AppError::new(ErrorKind::Forbidden, "not_yourself").into());
    }
    let role = role_key(&role, own);
    let (_, permissions) = Realm::Operators(platform).role(tx, &role).await?;
    held.may_grant(&permissions)?;
    Ok((name, role))
}

/// Refuses what has left the platform without an administrator who can come in. Asked in the transaction that changed it,
/// which has taken its turn.
///
/// # Errors
///
/// `last_administrator`.
pub(in crate::server) async fn insist_on_administrator(tx: &mut Tx, platform: Uuid) -> Result<()> {
    let is_there: bool = sqlx::query_scalar(
        "select exists (select from tenancy.operators o
                        where o.platform_id = $1 and o.role = 'administrator'
                          and not exists (select from tenancy.user_locks l
                                          where l.platform_id = $1 and l.user_id = o.user_id))",
    )
    .bind(platform)
    .fetch_one(tx.conn())
    .await?;
    if is_there { Ok(()) } else { Err(AppError::conflict("last_administrator").into()) }
}
