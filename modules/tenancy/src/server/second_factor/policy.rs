//! Who must have a second factor: operators by a setting, a merchant's team by its own decision.

use orion_kernel::PlatformId;
use orion_runtime::{App, Ctx, PlatformCtx, Result};
use serde_json::json;

use crate::server::{
    roles::Realm,
    tenancy_settings::{OperatorsSecondFactor, TenancySettings},
};

/// Whether a platform's operators must have one.
pub async fn is_required_of_operators(app: &App, platform: PlatformId) -> Result<bool> {
    let settings = app.settings().get::<TenancySettings>(platform, None).await?;
    Ok(match settings.operators_second_factor {
        OperatorsSecondFactor::Automatic => app.config().environment.is_production(),
        OperatorsSecondFactor::Required => true,
        OperatorsSecondFactor::Optional => false,
    })
}

/// Whether the team of the store's merchant must have one.
///
/// # Errors
///
/// The database cannot be reached.
pub async fn team_policy(ctx: &Ctx) -> Result<bool> {
    let mut tx = ctx.begin().await?;
    Ok(sqlx::query_scalar("select second_factor_required from tenancy.merchants where id = $1")
        .bind(ctx.merchant_id()?.0)
        .fetch_one(tx.conn())
        .await?)
}

/// Decides whether the team must have one. Whoever has none is led to set one up with their next request.
///
/// # Errors
///
/// `Forbidden`; `beyond_your_stores` for whoever works in some of the stores only.
pub async fn set_team_policy(ctx: &Ctx, is_required: bool) -> Result<()> {
    ctx.refuse_impersonation()?;
    let merchant = ctx.merchant_id()?;
    let realm = Realm::of(ctx)?;
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let held = realm.lock(&mut tx, realm.managing()).await?;
    // It holds in all stores.
    held.may_open(None)?;
    sqlx::query("update tenancy.merchants set second_factor_required = $3 where platform_id = $1 and id = $2")
        .bind(ctx.platform_id().0)
        .bind(merchant.0)
        .bind(is_required)
        .execute(tx.conn())
        .await?;
    tx.audit("tenancy.second_factor_policy_changed", ("merchant", merchant), json!({ "required": is_required }))
        .await?;
    tx.commit().await
}
