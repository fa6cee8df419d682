//! The demo's platform, merchants, stores and people.

mod shapes;
mod write;

use std::collections::HashMap;

use orion_kernel::{AppError, Locale, PlatformId, Tier};
use orion_runtime::{
    App, Ctx, PlatformCtx, Result, ctx::begin_unscoped, invalidation, jobs::JobScope, module_server::DemoFiles,
};
use uuid::Uuid;

use super::directory::{PLATFORMS, STORES};
use shapes::{DemoPeople, DemoPlatform, DemoStore};
use write::{write_member, write_merchant, write_operator, write_store, write_user};

/// Writes the demo's tenants and their people, with every module on.
pub async fn seed(app: App, demo: DemoFiles) -> Result<()> {
    let platform = write_platform(&app, &demo.json("platform.json")?).await?;
    let stores: Vec<DemoStore> = demo.json("stores.json")?;
    let people: DemoPeople = demo.json("people.json")?;
    let scope = JobScope { platform_id: platform, merchant_id: None, store_id: None, locale: Locale::En };
    let ctx = PlatformCtx::system(&Ctx::for_job(&app, &scope, "demo").await?);
    let mut tx = ctx.begin().await?;
    let mut merchants: HashMap<&str, Uuid> = HashMap::new();
    let mut store_ids: HashMap<&str, Uuid> = HashMap::new();
    for store in &stores {
        let merchant = match merchants.get(store.merchant.code.as_str()) {
            Some(id) => *id,
            None => write_merchant(&mut tx, &store.merchant).await?,
        };
        merchants.insert(&store.merchant.code, merchant);
        store_ids.insert(&store.code, write_store(&mut tx, merchant, store).await?);
    }
    for person in people.sign_ins.iter().filter(|person| person.kind != "customer") {
        let user = write_user(&mut tx, person).await?;
        match &person.merchant {
            Some(merchant) => {
                let merchant = merchants.get(merchant.as_str()).ok_or_else(AppError::internal)?;
                let store = person.store.as_deref().and_then(|code| store_ids.get(code));
                write_member(&mut tx, *merchant, store.copied(), user, person).await?;
            }
            None => write_operator(&mut tx, user).await?,
        }
    }
    invalidation::publish(tx.conn(), STORES, "").await?;
    tx.commit().await?;
    app.directory().forget();
    Ok(())
}

/// Without a platform there is no context, so this is the one id that the database makes.
async fn write_platform(app: &App, platform: &DemoPlatform) -> Result<PlatformId> {
    let locales: Vec<&str> = platform.languages.iter().map(|locale| locale.code()).collect();
    let mut tx = begin_unscoped(app).await?;
    let id: Uuid = sqlx::query_scalar(
        "insert into tenancy.platforms (id, code, name, locales) values (gen_random_uuid(), $1, $2, $3) returning id",
    )
    .bind(&platform.code)
    .bind(&platform.name)
    .bind(&locales)
    .fetch_one(&mut *tx)
    .await?;
    let modules = app.registry().modules().iter();
    let optional: Vec<&str> = modules
        .filter(|module| module.tier == Tier::Optional && !module.auto_enable)
        .map(|module| module.code)
        .collect();
    sqlx::query(
        "insert into tenancy.platform_modules (platform_id, module, enabled_at)
         select $1, module, now() from unnest($2::text[]) as module",
    )
    .bind(id)
    .bind(&optional)
    .execute(&mut *tx)
    .await?;
    invalidation::publish(&mut *tx, PLATFORMS, &id.to_string()).await?;
    tx.commit().await?;
    app.directory().forget();
    Ok(PlatformId(id))
}
