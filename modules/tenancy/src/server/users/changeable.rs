//! Somebody of the platform, about to be changed by an operator.

use orion_kernel::{AppError, ErrorKind, UserId};
use orion_runtime::{Result, Tx};
use uuid::Uuid;

use crate::{
    permissions::OPERATORS_MANAGE,
    server::{
        operators,
        roles::{Held, Realm},
    },
};

/// The name of a user of the platform whom whoever asks may change. Operators take who may manage operators.
///
/// # Errors
///
/// `NotFound` for somebody who does not work on this platform; `not_yourself`; `Forbidden`, `beyond_your_role`.
pub(super) async fn changeable(tx: &mut Tx, realm: Realm, held: &Held, user: UserId) -> Result<String> {
    let (name, is_operator) = find(tx, realm.id(), user).await?;
    if user.0 == held.id {
        return Err(AppError::new(ErrorKind::Forbidden, "not_yourself").into());
    }
    if is_operator {
        held.require(OPERATORS_MANAGE)?;
        operators::changeable(tx, realm.id(), held, user).await?;
    }
    Ok(name)
}

/// The name of a user of the platform, and whether they are one of its operators.
///
/// # Errors
///
/// `NotFound`.
pub(super) async fn find(tx: &mut Tx, platform: Uuid, user: UserId) -> Result<(String, bool)> {
    let found: Option<(String, bool, bool)> = sqlx::query_as(
        "select u.name,
                exists (select from tenancy.operators o where o.platform_id = $1 and o.user_id = u.id),
                exists (select from tenancy.memberships m join tenancy.merchants c on c.id = m.merchant_id
                        where m.user_id = u.id and c.platform_id = $1)
         from tenancy.users u where u.id = $2",
    )
    .bind(platform)
    .bind(user.0)
    .fetch_optional(tx.conn())
    .await?;
    match found {
        Some((name, is_operator, is_member)) if is_operator || is_member => Ok((name, is_operator)),
        _ => Err(AppError::not_found().into()),
    }
}
