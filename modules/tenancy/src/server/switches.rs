//! Module switches for the command line, where no person signs in.

use async_trait::async_trait;
use orion_kernel::{AppError, Locale, PlatformId, Tier};
use orion_runtime::{
    App, Ctx, PlatformCtx, Result,
    directory::{ModuleState, ModuleSwitches},
    jobs::JobScope,
};

use super::switch_module::{disable_module, enable_module};

/// Lists and switches the modules of a platform.
pub struct Switches;

#[async_trait]
impl ModuleSwitches for Switches {
    async fn list(&self, app: &App, platform: PlatformId) -> Result<Vec<ModuleState>> {
        let platform = app.directory().platform(app, platform).await?.ok_or_else(AppError::not_found)?;
        let modules = app.registry().modules().iter();
        Ok(modules
            .map(|module| ModuleState {
                code: module.code,
                is_on: platform.modules.contains(module.code),
                is_optional: module.tier != Tier::Core && !module.auto_enable,
            })
            .collect())
    }

    async fn enable(&self, app: &App, platform: PlatformId, module: &str) -> Result<Vec<&'static str>> {
        enable_module(&system(app, platform).await?, module).await
    }

    async fn disable(&self, app: &App, platform: PlatformId, module: &str) -> Result<Vec<&'static str>> {
        disable_module(&system(app, platform).await?, module).await
    }
}

async fn system(app: &App, platform: PlatformId) -> Result<PlatformCtx> {
    let scope = JobScope { platform_id: platform, merchant_id: None, store_id: None, locale: Locale::En };
    Ok(PlatformCtx::system(&Ctx::for_job(app, &scope, "command").await?))
}
