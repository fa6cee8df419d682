//! The demo's tiers, and a subscription for each merchant.

use std::collections::{BTreeMap, BTreeSet};

use orion_kernel::Locale;
use orion_runtime::{App, Ctx, PlatformCtx, Result, Tx, jobs::JobScope, module_server::DemoFiles};
use serde::Deserialize;
use sqlx::types::Json;
use time::Duration;

use super::cache;

type Texts = BTreeMap<Locale, String>;

/// `tiers.json`
#[derive(Deserialize)]
struct DemoTier {
    code: String,
    name: Texts,
    description: Texts,
    monthly_minor: Option<i64>,
    annual_minor: Option<i64>,
    trial_days: i32,
    limits: BTreeMap<String, Option<i64>>,
    features: Vec<String>,
    highlighted: bool,
}

/// `platform.json`, as far as prices go.
#[derive(Deserialize)]
struct DemoPlatform {
    code: String,
    currency: String,
}

/// `stores.json`, as far as subscriptions go.
#[derive(Deserialize)]
struct DemoStore {
    code: String,
    merchant: DemoMerchant,
}

#[derive(Deserialize)]
struct DemoMerchant {
    name: String,
}

/// Writes the tiers of the demo's platform. Its merchants take the recommended one: the first tries it, the others pay.
pub async fn seed(app: App, demo: DemoFiles) -> Result<()> {
    let described: DemoPlatform = demo.json("platform.json")?;
    let tiers: Vec<DemoTier> = demo.json("tiers.json")?;
    let stores: Vec<DemoStore> = demo.json("stores.json")?;
    for platform in app.directory().platforms(&app).await? {
        if platform.code != described.code {
            continue;
        }
        let locale = platform.locales.first().copied().unwrap_or(Locale::En);
        let scope = JobScope { platform_id: platform.id, merchant_id: None, store_id: None, locale };
        let ctx = PlatformCtx::system(&Ctx::for_job(&app, &scope, "demo").await?);
        let mut tx = ctx.begin().await?;
        let mut position = 0;
        for tier in &tiers {
            position += 10;
            seed_tier(&mut tx, tier, position, &described.currency).await?;
        }
        let Some(tier) = tiers.iter().find(|tier| tier.highlighted).or_else(|| tiers.first()) else { continue };
        let mut seen = BTreeSet::new();
        for store in app.directory().stores(&app, platform.id).await? {
            let Some(described) = stores.iter().find(|described| described.code == store.code) else { continue };
            if seen.insert(store.merchant_id) {
                seed_subscription(&mut tx, store.merchant_id.0, &described.merchant.name, tier, seen.len() == 1)
                    .await?;
            }
        }
        cache::changed(&mut tx, platform.id.0).await?;
        tx.commit().await?;
    }
    Ok(())
}

async fn seed_tier(tx: &mut Tx, tier: &DemoTier, position: i32, currency: &str) -> Result<()> {
    let platform = tx.ctx().platform_id();
    sqlx::query(
        "insert into billing.tiers (platform_id, code, monthly_minor, annual_minor, currency, trial_days, limits, features,
                                    position, is_highlighted)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(platform.0)
    .bind(&tier.code)
    .bind(tier.monthly_minor)
    .bind(tier.annual_minor)
    .bind(currency)
    .bind(tier.trial_days)
    .bind(Json(&tier.limits))
    .bind(&tier.features)
    .bind(position)
    .bind(tier.highlighted)
    .execute(tx.conn())
    .await?;
    for (locale, name) in &tier.name {
        sqlx::query(
            "insert into billing.tier_texts (platform_id, code, locale, name, description) values ($1, $2, $3, $4, $5)",
        )
        .bind(platform.0)
        .bind(&tier.code)
        .bind(locale.code())
        .bind(name)
        .bind(tier.description.get(locale).map_or("", String::as_str))
        .execute(tx.conn())
        .await?;
    }
    Ok(())
}

async fn seed_subscription(
    tx: &mut Tx,
    merchant: uuid::Uuid,
    party: &str,
    tier: &DemoTier,
    is_trial: bool,
) -> Result<()> {
    let now = tx.now();
    let platform = tx.ctx().platform_id();
    let started = if is_trial { now - Duration::days(3) } else { now - Duration::days(120) };
    sqlx::query(
        "insert into billing.subscriptions (merchant_id, platform_id, party, tier, state, period, trial_ends_at, started_at,
                                            changed_at)
         values ($1, $2, $3, $4, $5, 'monthly', $6, $7, $7)",
    )
    .bind(merchant)
    .bind(platform.0)
    .bind(party)
    .bind(&tier.code)
    .bind(if is_trial { "trialing" } else { "active" })
    .bind(started + Duration::days(tier.trial_days.max(14).into()))
    .bind(started)
    .execute(tx.conn())
    .await?;
    Ok(())
}
