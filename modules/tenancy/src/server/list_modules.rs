//! Which modules are there, and how do they stand on this platform?

use std::collections::HashMap;

use orion_kernel::Tier;
use orion_runtime::{PlatformCtx, Result};
use time::OffsetDateTime;

use crate::views::{ModuleRow, ModuleTier, NamedModule};

/// Every module in dependency order. States come from the database: what this process remembers may be a moment old.
pub async fn list_modules(ctx: &PlatformCtx) -> Result<Vec<ModuleRow>> {
    let registry = ctx.app().registry();
    let locale = ctx.locale();
    let mut tx = ctx.begin().await?;
    let chosen: Vec<(String, OffsetDateTime, String)> = sqlx::query_as(
        "select module, enabled_at, enabled_by_name from tenancy.platform_modules where platform_id = $1",
    )
    .bind(ctx.platform_id().0)
    .fetch_all(tx.conn())
    .await?;
    let on = registry.enabled(&chosen.iter().map(|(code, ..)| code.clone()).collect());
    let mut since: HashMap<String, (OffsetDateTime, String)> =
        chosen.into_iter().map(|(code, at, by)| (code, (at, by))).collect();
    let named = |codes: &[&str]| -> Vec<NamedModule> {
        let found = codes.iter().filter_map(|code| registry.get(code));
        found
            .map(|module| NamedModule { code: module.code.to_owned(), name: (module.name)(locale).to_owned() })
            .collect()
    };
    let rows = registry.modules().iter().map(|module| {
        let required_by: Vec<&str> = registry
            .modules()
            .iter()
            .filter(|other| other.requires.contains(&module.code))
            .map(|other| other.code)
            .collect();
        let is_on = on.contains(module.code);
        let along =
            if is_on { registry.disables_along(module.code, &on) } else { registry.enables_along(module.code, &on) };
        let (enabled_at, enabled_by) = since.remove(module.code).unzip();
        ModuleRow {
            code: module.code.to_owned(),
            name: (module.name)(locale).to_owned(),
            description: (module.description)(locale).to_owned(),
            version: module.version.to_owned(),
            tier: match module.tier {
                Tier::Core => ModuleTier::Core,
                Tier::Optional => ModuleTier::Optional,
                Tier::Internal => ModuleTier::Internal,
            },
            is_on,
            is_switchable: module.tier != Tier::Core && !module.auto_enable,
            requires: named(module.requires),
            required_by: named(&required_by),
            along: named(&along),
            enabled_at,
            enabled_by: enabled_by.unwrap_or_default(),
        }
    });
    Ok(rows.collect())
}
