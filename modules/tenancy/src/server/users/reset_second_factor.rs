//! Helps somebody who has lost their second factor.

use orion_kernel::{AppError, ErrorKind, UserId};
use orion_runtime::{PlatformCtx, Result};
use serde_json::json;

use super::changeable::changeable;
use crate::{
    permissions::USERS_MANAGE,
    server::{roles::Realm, second_factor},
};

/// Takes somebody's second factors away and signs them out. Where one is required they set up another one next time.
///
/// # Errors
///
/// `NotFound`; `not_yourself`, `beyond_your_role`.
pub async fn reset_users_second_factor(ctx: &PlatformCtx, user: UserId) -> Result<()> {
    let realm = Realm::of(ctx)?;
    let mut tx = ctx.begin().await?;
    let held = realm.lock(&mut tx, USERS_MANAGE).await?;
    let name = changeable(&mut tx, realm, &held, user).await?;
    // The factors are the person's, wherever they work: nobody opens another platform's admin by resetting them here.
    let runs_another: bool =
        sqlx::query_scalar("select exists (select from tenancy.operators where platform_id <> $1 and user_id = $2)")
            .bind(realm.id())
            .bind(user.0)
            .fetch_one(tx.conn())
            .await?;
    if runs_another {
        return Err(AppError::new(ErrorKind::Forbidden, "beyond_your_role").into());
    }
    second_factor::remove_all(&mut tx, user.0).await?;
    tx.audit("tenancy.second_factor_reset", ("user", user), json!({ "name": name })).await?;
    tx.commit().await
}
