//! Somebody of the team, about to be changed.

use orion_kernel::{AppError, ErrorKind, UserId};
use orion_runtime::{Result, Tx};
use uuid::Uuid;

use crate::server::roles::{Held, Realm, role_key};

/// Somebody of the team.
pub(super) struct Member {
    /// The name people read.
    pub(super) name: String,
    /// What they are, as forms send it, in each of the stores.
    pub(super) roles: Vec<String>,
}

/// Finds somebody who works in the store at hand whom whoever asks may change.
///
/// # Errors
///
/// `NotFound`; `owner_stays`; `not_yourself`; `beyond_your_role` and `beyond_your_stores` for somebody who may do more.
pub(super) async fn changeable(tx: &mut Tx, merchant: Uuid, held: &Held, user: UserId) -> Result<Member> {
    let rows: Vec<(String, String, Option<Uuid>, Option<Uuid>)> = sqlx::query_as(
        "select u.name, m.role, m.role_id, m.store_id
         from tenancy.memberships m join tenancy.users u on u.id = m.user_id
         where m.merchant_id = $1 and m.user_id = $2",
    )
    .bind(merchant)
    .bind(user.0)
    .fetch_all(tx.conn())
    .await?;
    let here = tx.ctx().store_id()?.0;
    if !rows.iter().any(|(.., store)| store.is_none_or(|store| store == here)) {
        return Err(AppError::not_found().into());
    }
    let name = rows.first().map(|(name, ..)| name.clone()).ok_or_else(AppError::not_found)?;
    if rows.iter().any(|(_, role, ..)| role == "owner") {
        return Err(AppError::conflict("owner_stays").into());
    }
    if user.0 == held.id {
        return Err(AppError::new(ErrorKind::Forbidden, "not_yourself").into());
    }
    let mut roles: Vec<String> = rows.iter().map(|(_, role, own, _)| role_key(role, *own)).collect();
    roles.sort_unstable();
    roles.dedup();
    for role in &roles {
        let (_, permissions) = Realm::Team(merchant).role(tx, role).await?;
        held.may_grant(&permissions)?;
    }
    let stores = rows.iter().map(|(.., store)| *store).collect::<Option<Vec<Uuid>>>();
    held.may_open(stores.as_deref())?;
    Ok(Member { name, roles })
}
