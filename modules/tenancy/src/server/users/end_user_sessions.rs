//! Signs somebody out, of one browser or of all.

use orion_kernel::{SessionId, UserId};
use orion_runtime::{PlatformCtx, Result, session};
use serde_json::json;

use super::changeable::changeable;
use crate::{permissions::USERS_MANAGE, server::roles::Realm};

/// Ends one of somebody's sessions; one that is over, or somebody else's, is none.
///
/// # Errors
///
/// `NotFound` for somebody who does not work on this platform; `not_yourself`, `beyond_your_role`.
pub async fn end_user_session(ctx: &PlatformCtx, user: UserId, id: SessionId) -> Result<()> {
    let realm = Realm::of(ctx)?;
    let mut tx = ctx.begin().await?;
    let held = realm.lock(&mut tx, USERS_MANAGE).await?;
    let name = changeable(&mut tx, realm, &held, user).await?;
    session::end_on_platform(&mut tx, user.0, Some(id)).await?;
    tx.audit("tenancy.user_signed_out", ("user", user), json!({ "name": name })).await?;
    tx.commit().await
}

/// Ends all of somebody's sessions on the platform.
///
/// # Errors
///
/// As [`end_user_session`].
pub async fn end_user_sessions(ctx: &PlatformCtx, user: UserId) -> Result<()> {
    let realm = Realm::of(ctx)?;
    let mut tx = ctx.begin().await?;
    let held = realm.lock(&mut tx, USERS_MANAGE).await?;
    let name = changeable(&mut tx, realm, &held, user).await?;
    session::end_on_platform(&mut tx, user.0, None).await?;
    tx.audit("tenancy.user_signed_out", ("user", user), json!({ "name": name })).await?;
    tx.commit().await
}
