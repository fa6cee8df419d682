//! Finds platforms and stores for every request, from what this process remembers of them.

mod cache;
mod rows;
mod settings_row;

use std::sync::{
    Arc, Once,
    atomic::{AtomicU64, Ordering},
};

use async_trait::async_trait;
use orion_kernel::{PlatformId, StoreId};
use orion_runtime::{
    App, Result,
    ctx::begin_unscoped,
    directory::Directory,
    invalidation::Stale,
    scope::{Platform, Store},
};

use cache::Remembered;
use rows::{PlatformRow, StoreRow};

/// A platform, or which modules are on for it, has changed. The key is its id.
pub const PLATFORMS: &str = "tenancy.platforms";
/// A store or its hosts have changed. The key is its id.
pub const STORES: &str = "tenancy.stores";

/// Tenants as this process remembers them. What is remembered belongs to a generation; a change begins the next one, so
/// that a row read before the change and put in after it is never found again.
pub struct CachedDirectory {
    listening: Once,
    generations: Arc<Generations>,
    platforms_by_host: Remembered<String, Platform>,
    platforms: Remembered<PlatformId, Platform>,
    store_ids_by_host: Remembered<String, (PlatformId, StoreId)>,
    store_ids_by_code: Remembered<(PlatformId, String), StoreId>,
    stores: Remembered<StoreId, Store>,
}

impl Default for CachedDirectory {
    fn default() -> Self {
        Self {
            listening: Once::new(),
            generations: Arc::default(),
            platforms_by_host: Remembered::default(),
            platforms: Remembered::default(),
            store_ids_by_host: Remembered::default(),
            store_ids_by_code: Remembered::default(),
            stores: Remembered::default(),
        }
    }
}

#[derive(Default)]
struct Generations {
    platforms: AtomicU64,
    stores: AtomicU64,
}

impl CachedDirectory {
    /// The generation of platforms. Subscribes to changes at the first question, which is when there is an application.
    fn platform_generation(&self, app: &App) -> u64 {
        self.listen(app);
        self.generations.platforms.load(Ordering::SeqCst)
    }

    fn store_generation(&self, app: &App) -> u64 {
        self.listen(app);
        self.generations.stores.load(Ordering::SeqCst)
    }

    fn listen(&self, app: &App) {
        self.listening.call_once(|| {
            let generations = Arc::clone(&self.generations);
            app.invalidation().subscribe(PLATFORMS, move |_: Stale<'_>| {
                generations.platforms.fetch_add(1, Ordering::SeqCst);
            });
            let generations = Arc::clone(&self.generations);
            app.invalidation().subscribe(STORES, move |_: Stale<'_>| {
                generations.stores.fetch_add(1, Ordering::SeqCst);
            });
        });
    }
}

#[async_trait]
impl Directory for CachedDirectory {
    async fn platform_by_host(&self, app: &App, host: &str) -> Result<Option<Arc<Platform>>> {
        let name = without_port(host);
        let ask = async {
            let mut tx = begin_unscoped(app).await?;
            let own = (name != app.config().public_origin.host()).then_some(name);
            Ok(PlatformRow::by_host(&mut tx, own).await?.map(|row| row.into_platform(app)))
        };
        self.platforms_by_host.get(self.platform_generation(app), name.to_owned(), ask).await
    }

    async fn platform(&self, app: &App, id: PlatformId) -> Result<Option<Arc<Platform>>> {
        let ask = async {
            let mut tx = begin_unscoped(app).await?;
            Ok(PlatformRow::by_id(&mut tx, id).await?.map(|row| row.into_platform(app)))
        };
        self.platforms.get(self.platform_generation(app), id, ask).await
    }

    async fn store_by_host(&self, app: &App, host: &str) -> Result<Option<(Arc<Platform>, Arc<Store>)>> {
        let name = without_port(host);
        let ask = async {
            let mut tx = begin_unscoped(app).await?;
            Ok(StoreRow::id_by_host(&mut tx, name, app.config().public_origin.store_code_of(name)).await?)
        };
        let Some(ids) = self.store_ids_by_host.get(self.store_generation(app), name.to_owned(), ask).await? else {
            return Ok(None);
        };
        let (platform, store) = *ids;
        Ok(self.platform(app, platform).await?.zip(self.store(app, store).await?))
    }

    async fn store_by_code(&self, app: &App, platform: &Platform, code: &str) -> Result<Option<Arc<Store>>> {
        let ask = async {
            let mut tx = begin_unscoped(app).await?;
            Ok(StoreRow::id_by_code(&mut tx, platform.id, code).await?)
        };
        let key = (platform.id, code.to_owned());
        match self.store_ids_by_code.get(self.store_generation(app), key, ask).await? {
            Some(id) => self.store(app, *id).await,
            None => Ok(None),
        }
    }

    async fn store(&self, app: &App, id: StoreId) -> Result<Option<Arc<Store>>> {
        let ask = async {
            let mut tx = begin_unscoped(app).await?;
            Ok(StoreRow::by_id(&mut tx, id).await?.map(|row| row.into_store(app)))
        };
        self.stores.get(self.store_generation(app), id, ask).await
    }

    async fn platforms(&self, app: &App) -> Result<Vec<Arc<Platform>>> {
        let mut tx = begin_unscoped(app).await?;
        let rows = PlatformRow::all(&mut tx).await?;
        Ok(rows.into_iter().map(|row| Arc::new(row.into_platform(app))).collect())
    }

    async fn next_stores(&self, app: &App, platform: PlatformId, after: Option<StoreId>) -> Result<Vec<Arc<Store>>> {
        let mut tx = begin_unscoped(app).await?;
        let rows = StoreRow::next_of_platform(&mut tx, platform, after).await?;
        Ok(rows.into_iter().map(|row| Arc::new(row.into_store(app))).collect())
    }

    fn forget(&self) {
        self.generations.platforms.fetch_add(1, Ordering::SeqCst);
        self.generations.stores.fetch_add(1, Ordering::SeqCst);
    }
}

/// Hosts are kept without the port: which one the server listens on is nobody's name.
fn without_port(host: &str) -> &str {
    match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    }
}

#[cfg(test)]
mod tests {
    use super::without_port;

    #[test]
    fn a_host_is_known_without_its_port() {
        for (host, expected) in [("localhost:3000", "localhost"), ("localhost", "localhost"), ("[::1]:80", "[::1]")] {
            assert_eq!(without_port(host), expected);
        }
    }
}
