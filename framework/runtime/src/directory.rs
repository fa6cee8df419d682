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
    /// Every store of a platform, for schedules. Not for pages.
    async fn stores(&self, app: &App, platform: PlatformId) -> Result<Vec<Arc<Store>>>;
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
