//! What running jobs share: the application, and which reactions and schedules there are.

use std::{collections::HashMap, fmt};

use futures::future::BoxFuture;
use orion_kernel::{AppError, PlatformId};
use sqlx::PgPool;

use super::Schedule;
use crate::{app::App, events::EventHandler};

/// Whether a module is on for a platform.
pub type ModuleEnabled = for<'a> fn(&'a App, PlatformId, &'a str) -> BoxFuture<'a, Result<bool, AppError>>;

/// Handed to every job through the worker's extensions.
pub(crate) struct Host {
    pub(crate) app: App,
    pub(crate) pool: PgPool,
    pub(crate) module_enabled: ModuleEnabled,
    /// The module of each job; a job that is not in here belongs to the framework.
    pub(crate) modules: HashMap<&'static str, &'static str>,
    pub(crate) handlers: HashMap<&'static str, EventHandler>,
    pub(crate) schedules: HashMap<&'static str, Schedule>,
}

impl Host {
    pub(crate) async fn is_enabled(&self, platform: PlatformId, module: &str) -> Result<bool, AppError> {
        (self.module_enabled)(&self.app, platform, module).await
    }
}

impl fmt::Debug for Host {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Host").finish_non_exhaustive()
    }
}
