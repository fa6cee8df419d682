//! The state of the process, shared by requests and jobs.

use std::{collections::HashMap, sync::Arc};

use orion_kernel::{AppError, PlatformId, Registry};
use sqlx::PgPool;

use crate::{
    ModuleServer, Ports,
    config::Config,
    directory::{Directory, Identity},
    dns::{FileResolver, Resolver, SystemResolver},
    files::Files,
    invalidation::Invalidation,
    mail::Mailer,
    migrate::ModuleMigrations,
    principal::PrincipalKind,
    rate_limit::{RateClass, RateLimiter},
    settings::{Cipher, CipherError, SettingsError, SettingsStore},
};

/// The process: configuration, modules, and the ways out of it. Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Inner>);

struct Inner {
    config: Arc<Config>,
    pool: PgPool,
    registry: &'static Registry,
    modules: Vec<ModuleServer>,
    ports: Ports,
    directory: Arc<dyn Directory>,
    mailer: Mailer,
    files: Files,
    invalidation: Invalidation,
    rate_limiter: RateLimiter,
    settings: SettingsStore,
    cipher: Cipher,
    resolver: Arc<dyn Resolver>,
}

/// What an [`App`] is made of.
pub struct Parts {
    /// The configuration.
    pub config: Arc<Config>,
    /// The connections, of the schema's owner.
    pub pool: PgPool,
    /// The modules' definitions.
    pub registry: &'static Registry,
    /// The modules' server halves.
    pub modules: Vec<ModuleServer>,
    /// How mail leaves.
    pub mailer: Mailer,
    /// Where files are.
    pub files: Files,
    /// The environment, for the modules' settings.
    pub variables: HashMap<String, String>,
}

impl App {
    /// Puts the process together.
    ///
    /// # Panics
    ///
    /// At start-up, when no module knows the tenants.
    ///
    /// # Errors
    ///
    /// A module's settings are declared wrongly, or an environment variable does not fit.
    pub async fn new(parts: Parts) -> Result<Self, SettingsError> {
        let mut modules = parts.modules;
        let position = |code: &str| parts.registry.modules().iter().position(|module| module.code == code);
        modules.sort_by_key(|module| position(module.code));
        let mut ports = Ports::default();
        for module in &modules {
            (module.ports)(&mut ports);
        }
        let directory = modules.iter().find_map(|module| module.directory.clone()).expect("a module knows the tenants");
        let invalidation = Invalidation::start(&parts.pool).await;
        let schemas: Vec<_> = modules.iter().filter_map(|module| module.settings.clone()).collect();
        let cipher = Cipher::new(&parts.config.secret_key, &[]);
        let settings = SettingsStore::new(parts.pool.clone(), cipher.clone(), &schemas, &parts.variables)?;
        settings.listen(&invalidation);
        let resolver: Arc<dyn Resolver> = match &parts.config.dns_fake {
            Some(file) => Arc::new(FileResolver::new(file.clone())),
            None => Arc::new(SystemResolver::default()),
        };
        Ok(Self(Arc::new(Inner {
            config: parts.config,
            pool: parts.pool,
            registry: parts.registry,
            modules,
            ports,
            directory,
            mailer: parts.mailer,
            files: parts.files,
            invalidation,
            rate_limiter: RateLimiter::new(),
            settings,
            cipher,
            resolver,
        })))
    }

    /// The configuration.
    #[must_use]
    pub fn config(&self) -> &Arc<Config> {
        &self.0.config
    }

    /// The modules' definitions.
    #[must_use]
    pub fn registry(&self) -> &'static Registry {
        self.0.registry
    }

    /// The modules' server halves, in dependency order.
    #[must_use]
    pub fn modules(&self) -> &[ModuleServer] {
        &self.0.modules
    }

    /// All migrations, in dependency order.
    #[must_use]
    pub fn migrations(&self) -> Vec<ModuleMigrations<'static>> {
        self.0.modules.iter().map(|module| (module.code, module.migrations)).collect()
    }

    /// The ports' implementations.
    #[must_use]
    pub fn ports(&self) -> &Ports {
        &self.0.ports
    }

    /// Who knows the tenants.
    #[must_use]
    pub fn directory(&self) -> &dyn Directory {
        &*self.0.directory
    }

    /// Who knows this kind of people.
    #[must_use]
    pub fn identity(&self, kind: PrincipalKind) -> Option<&Arc<dyn Identity>> {
        self.0.modules.iter().flat_map(|module| &module.identities).find(|identity| identity.kind() == kind)
    }

    /// How mail leaves.
    #[must_use]
    pub fn mailer(&self) -> &Mailer {
        &self.0.mailer
    }

    /// Where files are.
    #[must_use]
    pub fn files(&self) -> &Files {
        &self.0.files
    }

    /// Tells the processes what is out of date.
    #[must_use]
    pub fn invalidation(&self) -> &Invalidation {
        &self.0.invalidation
    }

    /// Counts requests.
    #[must_use]
    pub fn rate_limiter(&self) -> &RateLimiter {
        &self.0.rate_limiter
    }

    /// The modules' settings.
    #[must_use]
    pub fn settings(&self) -> &SettingsStore {
        &self.0.settings
    }

    /// Reads the records of domains.
    #[must_use]
    pub fn resolver(&self) -> &dyn Resolver {
        &*self.0.resolver
    }

    /// Encrypts what is kept secret at rest.
    #[must_use]
    pub fn cipher(&self) -> &Cipher {
        &self.0.cipher
    }

    /// Encrypts a secret for the place it is kept at, such as `tenancy/second_factor/<user>`.
    ///
    /// # Errors
    ///
    /// `Internal`, logged.
    pub fn seal(&self, place: &str, secret: &str) -> Result<String, AppError> {
        self.0.cipher.encrypt(place, secret).map_err(|error| unreadable(place, &error))
    }

    /// Decrypts what was sealed for the same place.
    ///
    /// # Errors
    ///
    /// `Internal`, logged: it was changed, belongs somewhere else, or the installation's key is another one.
    pub fn unseal(&self, place: &str, sealed: &str) -> Result<String, AppError> {
        self.0.cipher.decrypt(place, sealed).map_err(|error| unreadable(place, &error))
    }

    /// Whether somebody who is not signed in may call a function of a back office.
    #[must_use]
    pub fn is_door(&self, module: &str, endpoint: &str) -> bool {
        self.0.modules.iter().any(|server| server.code == module && server.doors.contains(&endpoint))
    }

    /// Whether somebody who still lacks the second factor they must have may call a function.
    #[must_use]
    pub fn is_open_without_second_factor(&self, module: &str, endpoint: &str) -> bool {
        self.0.modules.iter().any(|server| server.code == module && server.before_second_factor.contains(&endpoint))
    }

    /// How tightly an endpoint is limited.
    #[must_use]
    pub fn rate_class(&self, module: &str, endpoint: &str) -> RateClass {
        self.0
            .modules
            .iter()
            .filter(|server| server.code == module)
            .flat_map(|server| server.rate_classes)
            .find(|(name, _)| *name == endpoint)
            .map_or(RateClass::Write, |(_, class)| *class)
    }

    /// Whether a module is on for a platform, as far as this process knows.
    ///
    /// # Errors
    ///
    /// The database cannot be reached; the caller tries again rather than dropping what it has.
    pub async fn is_enabled(&self, platform: PlatformId, module: &str) -> Result<bool, AppError> {
        let found = self.0.directory.platform(self, platform).await?;
        Ok(found.is_some_and(|platform| platform.modules.contains(module)))
    }

    /// The connections. Modules go through a context; health, migrations and workers need this.
    #[must_use]
    pub fn pool(&self) -> &PgPool {
        &self.0.pool
    }
}

fn unreadable(place: &str, error: &CipherError) -> AppError {
    tracing::error!(%error, place, "a secret cannot be read or written");
    AppError::internal()
}
