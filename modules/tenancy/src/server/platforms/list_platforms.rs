//! Which platforms are there?

use std::collections::BTreeSet;

use orion_kernel::Tier;
use orion_runtime::{PlatformCtx, Result};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::{
    permissions::PLATFORMS_MANAGE,
    views::{PlatformList, PlatformRow},
};

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    code: String,
    name: String,
    host: Option<String>,
    created_at: OffsetDateTime,
    merchants: i64,
    stores: i64,
    modules: Vec<String>,
}

/// All platforms in the admin of the installation's first one, to whoever may manage them; elsewhere the one at hand.
///
/// # Errors
///
/// The database cannot be reached.
pub async fn list_platforms(ctx: &PlatformCtx) -> Result<PlatformList> {
    let sees_all = ctx.scope().platform.is_main && ctx.require(PLATFORMS_MANAGE).is_ok();
    let mut tx = ctx.begin().await?;
    let rows: Vec<Row> = sqlx::query_as(
        "select p.id, p.code, p.name, p.host, p.created_at,
                coalesce((select c.count from tenancy.counts c where c.platform_id = p.id and c.what = 'merchants'), 0) as merchants,
                coalesce((select sum(c.count)::bigint from tenancy.counts c where c.platform_id = p.id and c.what <> 'merchants'), 0)
                    as stores,
                array(select m.module from tenancy.platform_modules m where m.platform_id = p.id) as modules
         from tenancy.platforms p
         where $2 or p.id = $1
         order by p.host is not null, lower(p.name), p.id",
    )
    .bind(ctx.platform_id().0)
    .bind(sees_all)
    .fetch_all(tx.conn())
    .await?;
    let registry = ctx.app().registry();
    let switched_on = |modules: Vec<String>| {
        let chosen: BTreeSet<String> = modules.into_iter().collect();
        let on = registry.enabled(&chosen);
        let optional = registry.modules().iter().filter(|module| module.tier == Tier::Optional && !module.auto_enable);
        optional.filter(|module| on.contains(module.code)).count()
    };
    let origin = &ctx.app().config().public_origin;
    let rows = rows.into_iter().map(|row| PlatformRow {
        is_this: row.id == ctx.platform_id().0,
        origin: origin.of_host(row.host.as_deref().unwrap_or(origin.host())),
        code: row.code,
        name: row.name,
        merchants: row.merchants,
        stores: row.stores,
        modules: switched_on(row.modules),
        created_at: row.created_at,
    });
    Ok(PlatformList { rows: rows.collect(), may_create: sees_all })
}
