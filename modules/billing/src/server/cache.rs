//! What pages ask on every request, kept in memory until somebody changes a tier or a subscription.

use std::{
    collections::BTreeMap,
    sync::{Arc, OnceLock, atomic::AtomicU64, atomic::Ordering},
    time::Duration,
};

use moka::future::Cache;
use orion_contracts::billing::PricingView;
use orion_kernel::{AppError, Locale, boot::FeatureState};
use orion_runtime::{App, Result, Tx, invalidation};
use uuid::Uuid;

/// What is told when a tier or a subscription changes; the key is the platform's id.
const TOPIC: &str = "billing.tiers";
/// How long a value may be outdated when its invalidation was lost.
const TIME_TO_LIVE: Duration = Duration::from_secs(600);

/// A platform's or merchant's value in a language, as of a version of everything.
type Key = (u64, Uuid, Locale);

/// The values. Changes are rare, so one makes all of them be read again; what was loaded before it is never found after it.
pub struct Offers {
    pricing: Cache<Key, PricingView>,
    features: Cache<Key, Arc<BTreeMap<String, FeatureState>>>,
    version: Arc<AtomicU64>,
}

/// The process's values.
pub fn offers(app: &App) -> &'static Offers {
    static OFFERS: OnceLock<Offers> = OnceLock::new();
    OFFERS.get_or_init(|| {
        let version = Arc::new(AtomicU64::new(0));
        let told = version.clone();
        app.invalidation().subscribe(TOPIC, move |_| {
            told.fetch_add(1, Ordering::Relaxed);
        });
        Offers {
            pricing: Cache::builder().max_capacity(1_000).time_to_live(TIME_TO_LIVE).build(),
            features: Cache::builder().max_capacity(20_000).time_to_live(TIME_TO_LIVE).build(),
            version,
        }
    })
}

impl Offers {
    /// What a platform sells.
    pub async fn pricing(
        &self,
        platform: Uuid,
        locale: Locale,
        load: impl Future<Output = Result<PricingView>>,
    ) -> Result<PricingView, AppError> {
        let load = async { load.await.map_err(AppError::from) };
        self.pricing.try_get_with(self.key(platform, locale), load).await.map_err(Arc::unwrap_or_clone)
    }

    /// What a merchant may use.
    pub async fn features(
        &self,
        merchant: Uuid,
        locale: Locale,
        load: impl Future<Output = Result<BTreeMap<String, FeatureState>>>,
    ) -> Result<Arc<BTreeMap<String, FeatureState>>, AppError> {
        let load = async { load.await.map(Arc::new).map_err(AppError::from) };
        self.features.try_get_with(self.key(merchant, locale), load).await.map_err(Arc::unwrap_or_clone)
    }

    fn key(&self, whose: Uuid, locale: Locale) -> Key {
        (self.version.load(Ordering::Relaxed), whose, locale)
    }
}

/// Says, when the transaction commits, that a tier or a subscription has changed.
pub async fn changed(tx: &mut Tx, platform: Uuid) -> Result<()> {
    Ok(invalidation::publish(tx.conn(), TOPIC, &platform.to_string()).await?)
}
