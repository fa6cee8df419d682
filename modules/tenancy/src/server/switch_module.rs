//! Switches a module of a platform on or off, with what has to come or go along.

use std::collections::BTreeSet;

use orion_kernel::{AppError, ModuleDefinition, PlatformId, Registry, Tier};
use orion_runtime::{App, ModuleServer, PlatformCtx, Result, Tx, invalidation, jobs, module_server::LifecycleHook};
use serde_json::json;

use super::directory::PLATFORMS;

/// Switches a module on with everything it requires, and says what was switched, in that order; nothing when it was on.
///
/// # Errors
///
/// `NotFound` for a module that is not compiled in; `Conflict` `module_is_core` or `module_is_automatic`.
pub async fn enable_module(ctx: &PlatformCtx, code: &str) -> Result<Vec<&'static str>> {
    let registry = ctx.app().registry();
    let module = switchable(registry, code)?;
    let mut tx = ctx.begin().await?;
    let before = lock(&mut tx, registry).await?;
    let mut chosen: BTreeSet<String> = before.iter().map(|code| (*code).to_owned()).collect();
    chosen.insert(module.code.to_owned());
    let after = registry.enabled(&chosen);
    let switched: Vec<&str> =
        in_order(registry).filter(|code| after.contains(code) && !before.contains(code)).collect();
    let change = Change { action: "tenancy.module_enabled", module: module.code, switched: &switched, off: &[] };
    write(tx, registry, &after, change).await?;
    run_hooks(ctx.app(), ctx.platform_id(), &switched, |module| module.on_enable).await;
    if let Err(error) = jobs::resume(ctx.app(), ctx.platform_id(), &switched).await {
        tracing::error!(%error, module = code, "jobs that were set aside go on later");
    }
    Ok(switched)
}

/// Switches a module off with everything that requires it, and says what was switched, in that order; nothing when it was
/// off. What it wrote stays.
///
/// # Errors
///
/// As [`enable_module`].
pub async fn disable_module(ctx: &PlatformCtx, code: &str) -> Result<Vec<&'static str>> {
    let registry = ctx.app().registry();
    let module = switchable(registry, code)?;
    let mut tx = ctx.begin().await?;
    let before = lock(&mut tx, registry).await?;
    let mut switched = Vec::new();
    if before.contains(module.code) {
        switched = registry.disables_along(module.code, &before);
        switched.push(module.code);
    }
    let after: BTreeSet<&str> = before.iter().copied().filter(|code| !switched.contains(code)).collect();
    let change = Change { action: "tenancy.module_disabled", module: module.code, switched: &switched, off: &switched };
    write(tx, registry, &after, change).await?;
    run_hooks(ctx.app(), ctx.platform_id(), &switched, |module| module.on_disable).await;
    Ok(switched)
}

fn switchable<'r>(registry: &'r Registry, code: &str) -> Result<&'r ModuleDefinition, AppError> {
    let module = registry.get(code).ok_or_else(AppError::not_found)?;
    match (module.tier, module.auto_enable) {
        (Tier::Core, _) => Err(AppError::conflict("module_is_core").with("module", module.code)),
        (_, true) => Err(AppError::conflict("module_is_automatic").with("module", module.code)),
        _ => Ok(module),
    }
}

fn in_order(registry: &Registry) -> impl Iterator<Item = &'static str> + '_ {
    registry.modules().iter().map(|module| module.code)
}

/// What is on. Others who switch modules of this platform wait until the transaction ends.
async fn lock(tx: &mut Tx, registry: &Registry) -> Result<BTreeSet<&'static str>> {
    let platform = tx.ctx().platform_id();
    sqlx::query("select 1 from tenancy.platforms where id = $1 for update").bind(platform.0).execute(tx.conn()).await?;
    // A statement of its own: it sees what the one before us in the queue has committed.
    let chosen: Vec<String> = sqlx::query_scalar("select module from tenancy.platform_modules where platform_id = $1")
        .bind(platform.0)
        .fetch_all(tx.conn())
        .await?;
    Ok(registry.enabled(&chosen.into_iter().collect()))
}

/// What is written down of a switch.
struct Change<'c> {
    action: &'static str,
    module: &'static str,
    switched: &'c [&'static str],
    off: &'c [&'static str],
}

/// Writes down all that is on, not only what was asked for: a module that came along stays when the one it came with goes.
/// Rows of modules that only another version knows stay as they are.
async fn write(mut tx: Tx, registry: &Registry, after: &BTreeSet<&str>, change: Change<'_>) -> Result<()> {
    if change.switched.is_empty() {
        return Ok(());
    }
    let ctx = tx.ctx().clone();
    let platform = ctx.platform_id();
    let chosen: Vec<&str> = registry
        .modules()
        .iter()
        .filter(|module| module.tier != Tier::Core && !module.auto_enable && after.contains(module.code))
        .map(|module| module.code)
        .collect();
    sqlx::query("delete from tenancy.platform_modules where platform_id = $1 and module = any($2)")
        .bind(platform.0)
        .bind(change.off)
        .execute(tx.conn())
        .await?;
    sqlx::query(
        "insert into tenancy.platform_modules (platform_id, module, enabled_at, enabled_by, enabled_by_name)
         select $1, module, $3, $4, $5 from unnest($2::text[]) as module
         on conflict (platform_id, module) do nothing",
    )
    .bind(platform.0)
    .bind(&chosen)
    .bind(tx.now())
    .bind(ctx.principal().map(|principal| principal.id))
    .bind(ctx.principal().map(|principal| principal.name.clone()).unwrap_or_default())
    .execute(tx.conn())
    .await?;
    tx.audit(change.action, ("module", change.module), json!({ "switched": change.switched })).await?;
    invalidation::publish(tx.conn(), PLATFORMS, &platform.to_string()).await?;
    tx.commit().await?;
    ctx.app().directory().forget();
    Ok(())
}

/// The switch is made; a module that cannot follow says so in the log.
pub(super) async fn run_hooks(
    app: &App,
    platform: PlatformId,
    switched: &[&str],
    hook: impl Fn(&ModuleServer) -> Option<LifecycleHook>,
) {
    for code in switched {
        let module = app.modules().iter().find(|module| module.code == *code);
        if let Some(run) = module.and_then(&hook)
            && let Err(error) = run(app.clone(), platform).await
        {
            tracing::error!(%error, module = code, %platform, "a module's lifecycle hook failed");
        }
    }
}
