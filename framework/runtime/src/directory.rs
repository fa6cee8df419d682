//! What the framework asks the modules that own tenants and people.

use std::sync::Arc;

use async_trait::async_trait;
use orion_kernel::{PlatformId, StoreId};
use uuid::Uuid;

use crate::{
    App,
    error::Result,
    principal::{Principal, PrincipalKind},
    scope::{Platform, Store},
};

/// Finds tenants. Implemented by the module that owns them, which caches what every request asks.
#[async_trait]
pub trait Directory: Send + Sync {
    /// The platform whose own pages this host serves.
    async fn platform_by_host(&self, app: &App, host: &str) -> Result<Option<Arc<Platform>>>;
    /// The platform with this id.
    async fn platform(&self, app: &App, id: PlatformId) -> Result<Option<Arc<Platform>>>;
    /// The store whose storefront this host serves: a domain of its own, or a subdomain of its platform's.
    async fn store_by_host(&self, app: &App, host: &str) -> Result<Option<(Arc<Platform>, Arc<Store>)>>;
    /// A platform's store by its code.
    async fn store_by_code(&self, app: &App, platform: &Platform, code: &str) -> Result<Option<Arc<Store>>>;
    /// The store with this id.
    async fn store(&self, app: &App, id: StoreId) -> Result<Option<Arc<Store>>>;
    /// Every platform, for schedules and the command line.
    async fn platforms(&self, app: &App) -> Result<Vec<Arc<Platform>>>;
    /// Some hundred stores of a platform, in the order of their ids, those after `after` first; empty when there are no
    /// more. For schedules that reach every store; not for pages.
    async fn next_stores(&self, app: &App, platform: PlatformId, after: Option<StoreId>) -> Result<Vec<Arc<Store>>>;
    /// Every store of a platform at once. For the demo and for tests, which have a handful.
    async fn stores(&self, app: &App, platform: PlatformId) -> Result<Vec<Arc<Store>>> {
        let mut all = Vec::new();
        loop {
            let more = self.next_stores(app, platform, all.last().map(|store: &Arc<Store>| store.id)).await?;
            if more.is_empty() {
                return Ok(all);
            }
            all.extend(more);
        }
    }
    /// Drops what this process remembers of tenants, so that whoever has just changed one sees it at once. The other
    /// processes, and this one, hear of the change by its invalidation a moment later.
    fn forget(&self) {}
}

/// Knows one kind of people. Implemented by the module that owns them.
#[async_trait]
pub trait Identity: Send + Sync {
    /// Whom it knows.
    fn kind(&self) -> PrincipalKind;
    /// The person behind a session, with their rights here; `None` when they have none here, or not any more.
    async fn principal(
        &self,
        app: &App,
        platform: &Platform,
        store: Option<&Store>,
        id: Uuid,
    ) -> Result<Option<Principal>>;
    /// Everybody who may be signed in here: the operators of a platform, the team of a store. For telling them something;
    /// nobody for kinds of people that are too many.
    async fn everybody(&self, _app: &App, _platform: &Platform, _store: Option<&Store>) -> Result<Vec<Uuid>> {
        Ok(Vec::new())
    }
}

/// A module as the command line and the admin list it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ModuleState {
    /// The module's code.
    pub code: &'static str,
    /// Whether it is on.
    pub is_on: bool,
    /// Whether it can be switched.
    pub is_optional: bool,
}

/// A platform to be made.
#[derive(Clone, Debug, Default)]
pub struct NewPlatform {
    /// Its code, unique in the installation.
    pub code: String,
    /// The name people read.
    pub name: String,
    /// The host of its own pages; only the installation's first platform has none.
    pub host: String,
    /// A recipe: the name of one that comes with the program, or a file's content.
    pub recipe: Recipe,
    /// Who becomes its first administrator: somebody's address.
    pub administrator: String,
}

/// What a platform starts with.
#[derive(Clone, Debug, Default)]
pub enum Recipe {
    /// Every module, and nothing else.
    #[default]
    Nothing,
    /// One that comes with the program, by its code.
    Shipped(String),
    /// A file's content.
    File(Vec<u8>),
}

/// Makes platforms. Implemented by the module that owns tenants.
#[async_trait]
pub trait Provisioning: Send + Sync {
    /// Makes a platform in one transaction, or says what is wrong with which field.
    async fn create(&self, app: &App, platform: NewPlatform) -> Result<PlatformId>;
    /// The codes of the recipes that come with the program, each with what it is for.
    fn recipes(&self) -> Vec<(&'static str, String)>;
}

/// Switches modules. Implemented by the module that owns tenants.
#[async_trait]
pub trait ModuleSwitches: Send + Sync {
    /// Every module and its state on a platform.
    async fn list(&self, app: &App, platform: PlatformId) -> Result<Vec<ModuleState>>;
    /// Switches a module on with everything it requires, and says what was switched.
    async fn enable(&self, app: &App, platform: PlatformId, module: &str) -> Result<Vec<&'static str>>;
    /// Switches a module off with everything that requires it, and says what was switched.
    async fn disable(&self, app: &App, platform: PlatformId, module: &str) -> Result<Vec<&'static str>>;
}
