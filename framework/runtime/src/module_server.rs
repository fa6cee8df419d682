//! The server's half of a module: what it registers beside its definition.

use std::sync::Arc;

use axum::Router;
use orion_kernel::{Locale, MenuItem};

use crate::{
    App, ChecklistProvider, ContextProvider, EventHandler, JobRegistration, MetricsProvider, Migration, NoticeKind,
    Ports, Schedule, SearchProvider, WidgetProvider,
    api_key::ApiKeys,
    directory::{Directory, Identity, ModuleSwitches, Provisioning},
    health::HealthCheck,
    rate_limit::RateClass,
    settings::SettingsSchema,
};

/// Runs once when the process has started or a module is switched.
pub type LifecycleHook = fn(App, orion_kernel::PlatformId) -> futures::future::BoxFuture<'static, crate::Result<()>>;

/// The files of the demo, by path below its folder.
#[derive(Clone, Copy)]
pub struct DemoFiles(pub fn(&str) -> Option<&'static [u8]>);

impl DemoFiles {
    /// A file's content.
    ///
    /// # Errors
    ///
    /// The demo lacks the file, which a test rules out.
    pub fn read(&self, path: &str) -> crate::Result<&'static [u8]> {
        (self.0)(path).ok_or_else(|| {
            tracing::error!(path, "the demo lacks a file");
            orion_kernel::AppError::internal().into()
        })
    }

    /// A JSON file's content.
    ///
    /// # Errors
    ///
    /// The demo lacks the file, or it has another shape.
    pub fn json<T: serde::de::DeserializeOwned>(&self, path: &str) -> crate::Result<T> {
        serde_json::from_slice(self.read(path)?).map_err(|error| {
            tracing::error!(%error, path, "a demo file has another shape");
            orion_kernel::AppError::internal().into()
        })
    }
}

/// Writes a module's share of the demo.
pub type Seed = fn(App, DemoFiles) -> futures::future::BoxFuture<'static, crate::Result<()>>;

/// What things of one kind are called that audit entries name by id.
#[derive(Clone, Copy, Debug)]
pub struct AuditNames {
    /// The kind, as audit entries have it.
    pub kind: &'static str,
    /// Stores' teams cannot ask.
    pub for_operators: bool,
    /// Takes the ids of stores and of things, answers ids and names. Row-level security decides whose.
    pub statement: &'static str,
}

/// What a module registers on the server.
#[derive(Clone)]
pub struct ModuleServer {
    /// The module's code.
    pub code: &'static str,
    /// Its migrations, in order.
    pub migrations: &'static [Migration],
    /// Values for every page.
    pub context: Vec<ContextProvider>,
    /// Figures for dashboards.
    pub metrics: Vec<MetricsProvider>,
    /// Widgets for dashboards.
    pub widgets: Vec<WidgetProvider>,
    /// What it finds for the search over everything.
    pub search: Vec<SearchProvider>,
    /// What one can go and do from the search: "Add a product".
    pub actions: Vec<MenuItem>,
    /// Its steps of the first-run checklist.
    pub checklist: Vec<ChecklistProvider>,
    /// What it tells people about.
    pub notices: Vec<NoticeKind>,
    /// The actions of its audit entries, each with what was done in words: `orders.cancelled`, "Cancelled an order".
    pub audit_words: fn(Locale) -> Vec<(&'static str, &'static str)>,
    /// What the things its audit entries are about are called.
    pub audit_names: &'static [AuditNames],
    /// Its jobs.
    pub jobs: Vec<JobRegistration>,
    /// Its reactions to events.
    pub handlers: Vec<EventHandler>,
    /// Its schedules.
    pub schedules: Vec<Schedule>,
    /// Its settings.
    pub settings: Option<SettingsSchema>,
    /// Its implementations of ports.
    pub ports: fn(&mut Ports),
    /// Its own routes at the root of every host: webhooks, feeds, robots.txt. They answer 404 where it is off.
    pub routes: Option<fn(App) -> Router>,
    /// Endpoints that are limited more tightly than others.
    pub rate_classes: &'static [(&'static str, RateClass)],
    /// Functions of back offices for people who are not signed in yet.
    pub doors: &'static [&'static str],
    /// Functions for people who still lack the second factor they must have: setting one up, and leaving.
    pub before_second_factor: &'static [&'static str],
    /// Health checks.
    pub health: Vec<HealthCheck>,
    /// Set by the module that owns tenants.
    pub directory: Option<Arc<dyn Directory>>,
    /// Set by the module that owns tenants.
    pub switches: Option<Arc<dyn ModuleSwitches>>,
    /// Set by the module that owns tenants.
    pub provisioning: Option<Arc<dyn Provisioning>>,
    /// Set by the module that owns the keys of programs.
    pub api_keys: Option<Arc<dyn ApiKeys>>,
    /// Set by modules that own people.
    pub identities: Vec<Arc<dyn Identity>>,
    /// After it was switched on for a platform.
    pub on_enable: Option<LifecycleHook>,
    /// After it was switched off for a platform.
    pub on_disable: Option<LifecycleHook>,
    /// What it imports.
    pub importers: Vec<crate::import::Importer>,
    /// Its share of the demo, written in dependency order into an empty database.
    pub seed: Option<Seed>,
}

impl ModuleServer {
    /// A module that registers nothing yet; fill in with struct update syntax.
    #[must_use]
    pub fn new(code: &'static str) -> Self {
        Self {
            code,
            migrations: &[],
            context: Vec::new(),
            metrics: Vec::new(),
            widgets: Vec::new(),
            search: Vec::new(),
            actions: Vec::new(),
            checklist: Vec::new(),
            notices: Vec::new(),
            audit_words: |_| Vec::new(),
            audit_names: &[],
            jobs: Vec::new(),
            handlers: Vec::new(),
            schedules: Vec::new(),
            settings: None,
            ports: |_| (),
            routes: None,
            rate_classes: &[],
            doors: &[],
            before_second_factor: &[],
            health: Vec::new(),
            directory: None,
            switches: None,
            provisioning: None,
            api_keys: None,
            identities: Vec::new(),
            on_enable: None,
            on_disable: None,
            importers: Vec::new(),
            seed: None,
        }
    }
}
