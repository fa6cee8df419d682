//! What pages show on every request, kept in memory until somebody changes it.

use std::{
    collections::HashMap,
    sync::{Arc, OnceLock, PoisonError, RwLock, atomic::AtomicU64, atomic::Ordering},
    time::Duration,
};

use moka::future::Cache;
use orion_contracts::cms::PageLinks;
use orion_kernel::{AppError, Frontend, Locale};
use orion_runtime::{App, Ctx, Result, Tx, invalidation, invalidation::Stale};
use uuid::Uuid;

use crate::views::StorefrontHome;

/// What is told when a platform's or a store's pages or texts change; the key is the tenant's id.
const TOPIC: &str = "cms.pages";
/// How long a value may be outdated when its invalidation was lost.
const TIME_TO_LIVE: Duration = Duration::from_secs(600);

/// A tenant's page content in a language, as it was after its latest change and its platform's.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Key {
    frontend: Frontend,
    tenant: Uuid,
    locale: Locale,
    versions: (u64, u64, u64),
}

/// The values. What was loaded before a change is never found after it, even when loading took longer than changing.
pub struct Pages {
    links: Cache<Key, PageLinks>,
    homes: Cache<Key, StorefrontHome>,
    versions: Arc<Versions>,
}

#[derive(Default)]
struct Versions {
    all: AtomicU64,
    tenants: RwLock<HashMap<Uuid, u64>>,
}

impl Versions {
    fn of(&self, tenant: Uuid) -> u64 {
        let tenants = self.tenants.read().unwrap_or_else(PoisonError::into_inner);
        tenants.get(&tenant).copied().unwrap_or_default()
    }

    fn tell(&self, stale: Stale<'_>) {
        match stale {
            Stale::Key(key) => {
                if let Ok(tenant) = key.parse() {
                    *self.tenants.write().unwrap_or_else(PoisonError::into_inner).entry(tenant).or_default() += 1;
                }
            }
            Stale::Everything => {
                self.all.fetch_add(1, Ordering::Relaxed);
            }
        }
    }
}

/// The process's values.
pub fn pages(app: &App) -> &'static Pages {
    static PAGES: OnceLock<Pages> = OnceLock::new();
    PAGES.get_or_init(|| {
        let versions = Arc::new(Versions::default());
        let told = versions.clone();
        app.invalidation().subscribe(TOPIC, move |stale| told.tell(stale));
        Pages {
            links: Cache::builder().max_capacity(20_000).time_to_live(TIME_TO_LIVE).build(),
            homes: Cache::builder().max_capacity(20_000).time_to_live(TIME_TO_LIVE).build(),
            versions,
        }
    })
}

impl Pages {
    /// The links of the frontend at hand.
    pub async fn links(&self, ctx: &Ctx, load: impl Future<Output = Result<PageLinks>>) -> Result<PageLinks, AppError> {
        let load = async { load.await.map_err(AppError::from) };
        self.links.try_get_with(self.key(ctx), load).await.map_err(Arc::unwrap_or_clone)
    }

    /// The top of the storefront's home page.
    pub async fn home(
        &self,
        ctx: &Ctx,
        load: impl Future<Output = Result<StorefrontHome>>,
    ) -> Result<StorefrontHome, AppError> {
        let load = async { load.await.map_err(AppError::from) };
        self.homes.try_get_with(self.key(ctx), load).await.map_err(Arc::unwrap_or_clone)
    }

    fn key(&self, ctx: &Ctx) -> Key {
        let scope = ctx.scope();
        let platform = scope.platform_id().0;
        let tenant = scope.store_id().map_or(platform, |store| store.0);
        let all = self.versions.all.load(Ordering::Relaxed);
        Key {
            frontend: scope.frontend,
            tenant,
            locale: scope.locale,
            versions: (all, self.versions.of(platform), self.versions.of(tenant)),
        }
    }
}

/// Says, when the transaction commits, that a tenant's pages or texts have changed. A platform's are its stores' too.
pub async fn changed(tx: &mut Tx, tenant: Uuid) -> Result<()> {
    Ok(invalidation::publish(tx.conn(), TOPIC, &tenant.to_string()).await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_its_tenants_alone() {
        let versions = Versions::default();
        let (one, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        versions.tell(Stale::Key(&one.to_string()));
        versions.tell(Stale::Key("not an id"));
        assert_eq!((versions.of(one), versions.of(other)), (1, 0));
        versions.tell(Stale::Everything);
        assert_eq!(versions.all.load(Ordering::Relaxed), 1);
    }
}
