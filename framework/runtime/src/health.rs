//! What load balancers, monitoring and operators ask: is it alive, is it ready, what is wrong.

mod integrations;
mod routes;
mod trusted;

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use futures::future::{BoxFuture, join_all};
use metrics_exporter_prometheus::PrometheusHandle;
use serde::Serialize;
use sqlx::PgPool;

pub use routes::routes;

use crate::{
    App,
    config::Secret,
    migrate::{self, ModuleMigrations},
    shutdown::Shutdown,
};

/// A check that takes longer has failed.
const CHECK_TIMEOUT: Duration = Duration::from_secs(3);

type Probe<T> = Arc<dyn Fn() -> BoxFuture<'static, T> + Send + Sync>;

/// Something that must work; modules contribute theirs.
#[derive(Clone)]
pub struct HealthCheck {
    /// What is checked, such as `database`.
    pub name: &'static str,
    /// Says what is wrong.
    pub check: Probe<Result<(), String>>,
}

impl HealthCheck {
    /// A check from an async function.
    pub fn new<F>(name: &'static str, check: impl Fn() -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Result<(), String>> + Send + 'static,
    {
        Self { name, check: Arc::new(move || Box::pin(check())) }
    }
}

/// A service outside the process that an installation may use.
#[derive(Clone)]
pub struct Integration {
    /// What it is, such as `smtp`.
    pub name: &'static str,
    /// Whether this installation uses it.
    pub configured: bool,
    /// What is used instead, or how to set it up.
    pub note: &'static str,
    /// Says what is wrong. Not asked when it is not configured.
    pub check: Probe<Result<(), String>>,
}

impl Integration {
    /// A service whose check is an async function.
    pub fn new<F>(
        name: &'static str,
        configured: bool,
        note: &'static str,
        check: impl Fn() -> F + Send + Sync + 'static,
    ) -> Self
    where
        F: Future<Output = Result<(), String>> + Send + 'static,
    {
        Self { name, configured, note, check: Arc::new(move || Box::pin(check())) }
    }
}

/// Everything the health pages tell.
#[derive(Clone)]
pub struct Health {
    /// The database, checked always.
    pub pool: PgPool,
    /// The modules' migrations; readiness needs all of them.
    pub migrations: Vec<ModuleMigrations<'static>>,
    /// What must work besides.
    pub checks: Vec<HealthCheck>,
    /// What operators see on `/health/tools`.
    pub integrations: Vec<Integration>,
    /// A stopping process is not ready.
    pub shutdown: Shutdown,
    /// What `/metrics` prints.
    pub metrics: PrometheusHandle,
    /// Opens details and metrics to whoever bears it.
    pub metrics_token: Option<Secret>,
}

/// How a check went.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CheckReport {
    /// What was checked.
    pub name: &'static str,
    /// Whether it works.
    pub ok: bool,
    /// How long the check took.
    pub duration_ms: u64,
    /// What is wrong; for trusted readers only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
}

/// The state of an integration.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct IntegrationReport {
    /// What it is.
    pub name: &'static str,
    /// Whether this installation uses it.
    pub configured: bool,
    /// Whether it works; what is not configured cannot fail.
    pub ok: bool,
    /// What is wrong or what is used instead; for trusted readers only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
}

impl Health {
    /// The health of a process.
    #[must_use]
    pub fn of(app: &App, shutdown: Shutdown, metrics: PrometheusHandle) -> Self {
        Self {
            pool: app.pool().clone(),
            migrations: app.migrations(),
            checks: app.modules().iter().flat_map(|module| module.health.iter().cloned()).collect(),
            integrations: integrations::integrations(app),
            shutdown,
            metrics,
            metrics_token: app.config().metrics_token.clone(),
        }
    }

    /// Runs all checks side by side.
    pub async fn report(&self) -> Vec<CheckReport> {
        let pool = self.pool.clone();
        let database = HealthCheck::new("database", move || ping(pool.clone()));
        let checks = std::iter::once(database).chain(self.checks.iter().cloned());
        join_all(checks.map(run)).await
    }

    /// Asks the integrations side by side.
    pub async fn integrations(&self) -> Vec<IntegrationReport> {
        join_all(self.integrations.iter().map(async |integration| {
            let result = if integration.configured { within_time(&integration.check).await } else { Ok(()) };
            IntegrationReport {
                name: integration.name,
                configured: integration.configured,
                ok: result.is_ok(),
                message: result.err().or_else(|| (!integration.note.is_empty()).then(|| integration.note.to_owned())),
            }
        }))
        .await
    }

    /// Why requests should not come here right now.
    pub async fn not_ready(&self, schema: &SchemaState) -> Option<&'static str> {
        if self.shutdown.is_stopping() {
            return Some("stopping");
        }
        if tokio::time::timeout(CHECK_TIMEOUT, ping(self.pool.clone())).await.is_ok_and(|answer| answer.is_ok()) {
            return (!schema.is_current(self).await).then_some("migrations");
        }
        Some("database")
    }
}

/// Remembers that the schema is current: a running process never becomes older than its schema again.
#[derive(Debug, Default)]
pub struct SchemaState(AtomicBool);

impl SchemaState {
    async fn is_current(&self, health: &Health) -> bool {
        if self.0.load(Ordering::Relaxed) {
            return true;
        }
        let current = migrate::pending(&health.pool, &health.migrations).await.is_ok_and(|pending| pending.is_empty());
        self.0.store(current, Ordering::Relaxed);
        current
    }
}

async fn ping(pool: PgPool) -> Result<(), String> {
    sqlx::query("select 1").execute(&pool).await.map(drop).map_err(|error| error.to_string())
}

async fn run(check: HealthCheck) -> CheckReport {
    let started = Instant::now();
    let result = within_time(&check.check).await;
    CheckReport {
        name: check.name,
        ok: result.is_ok(),
        duration_ms: u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX),
        message: result.err(),
    }
}

async fn within_time(check: &Probe<Result<(), String>>) -> Result<(), String> {
    let timed = tokio::time::timeout(CHECK_TIMEOUT, check());
    timed.await.unwrap_or_else(|_| Err(format!("no answer within {} seconds", CHECK_TIMEOUT.as_secs())))
}
