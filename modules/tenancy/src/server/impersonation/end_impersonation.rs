//! An operator stops acting as somebody else.

use orion_kernel::AppError;
use orion_runtime::{Ctx, PlatformCtx, PrincipalKind, Result, session};
use serde_json::json;

use crate::paths;

/// Ends the session, and says where in the admin the operator goes on.
///
/// # Errors
///
/// `NotFound` for somebody who acts as themselves.
pub async fn end_impersonation(ctx: &Ctx) -> Result<String> {
    let person = ctx.principal().ok_or_else(AppError::unauthenticated)?;
    let operator = person.impersonator.as_ref().ok_or_else(AppError::not_found)?;
    let store = ctx.store()?;
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    sqlx::query(
        "update tenancy.impersonations set ended_at = $4
         where platform_id = $1 and operator_id = $2 and person_id = $3 and used_at is not null and ended_at is null",
    )
    .bind(ctx.platform_id().0)
    .bind(operator.id)
    .bind(person.id)
    .bind(ctx.now())
    .execute(tx.conn())
    .await?;
    let told = json!({ "operator": operator.name, "person": person.name });
    tx.audit("tenancy.impersonation_ended", ("store", &store.code), told).await?;
    tx.commit().await?;
    session::sign_out(ctx, PrincipalKind::of(ctx.scope().frontend)).await?;
    let origin = ctx.app().config().public_origin.of_host(&ctx.scope().platform.host);
    Ok(format!("{origin}/admin{}", paths::store(&store.code)))
}
