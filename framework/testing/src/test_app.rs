//! The application under test.

use std::{
    future::Future,
    net::{Ipv4Addr, SocketAddr},
    time::Duration,
};

use axum::{ServiceExt, extract::Request};
use orion_kernel::PlatformId;
use orion_runtime::{
    App, ModuleServer,
    config::{Config, Origin},
    health::Health,
    jobs::{WorkerSetup, run_workers},
    mail::CapturedMail,
    shutdown::Shutdown,
    telemetry,
};
use sqlx::{
    PgPool,
    postgres::{PgConnectOptions, PgPoolOptions},
};
use tempfile::TempDir;
use tokio::{net::TcpListener, task::JoinHandle};

use crate::{
    Actor,
    database::{self, TestDatabase},
};

/// How long a test waits for something that happens in the background.
const PATIENCE: Duration = Duration::from_secs(20);

/// The password of everybody in the demo.
const PASSWORD: &str = "demo-orion-2026";

/// A whole application with the demo in a database of its own, served over HTTP, its jobs worked off. Ask for
/// [`TestApp::stop`] at the end; a test that fails leaves its database to the next run's clean-up.
pub struct TestApp {
    /// The process under test.
    pub app: App,
    database: Option<TestDatabase>,
    data: TempDir,
    origin: Origin,
    shutdown: Shutdown,
    serving: JoinHandle<()>,
    inspector: PgPool,
}

/// What a test wants otherwise than usual.
struct Setup {
    modules: Vec<ModuleServer>,
    with_workers: bool,
    configure: fn(&mut Config),
}

impl Default for Setup {
    fn default() -> Self {
        Self { modules: orion_app::modules::servers(), with_workers: true, configure: |_| () }
    }
}

impl TestApp {
    /// Starts one.
    pub async fn start() -> Self {
        Self::start_with(|_| ()).await
    }

    /// Starts one whose modules a test has changed, such as by a provider that fails.
    pub async fn start_with(change: impl FnOnce(&mut Vec<ModuleServer>)) -> Self {
        let mut modules = orion_app::modules::servers();
        change(&mut modules);
        Self::create(Setup { modules, ..Setup::default() }).await
    }

    /// Starts one that is configured differently, such as for production or behind a proxy.
    pub async fn start_configured(configure: fn(&mut Config)) -> Self {
        Self::create(Setup { configure, ..Setup::default() }).await
    }

    /// Starts one whose jobs nobody works off, so that every statement it sends belongs to a request: for counting them.
    pub async fn start_without_workers() -> Self {
        Self::create(Setup { with_workers: false, ..Setup::default() }).await
    }

    async fn create(setup: Setup) -> Self {
        telemetry::init_for_tests();
        let database = TestDatabase::create().await;
        let data = tempfile::tempdir().expect("a folder");
        let options = database.options.clone();
        Self::serve(Some(database), data, options, setup).await
    }

    /// Another process on the same database.
    pub async fn second_process(&self) -> Self {
        let database = self.database.as_ref().expect("the first process owns the database");
        Self::serve(None, tempfile::tempdir().expect("a folder"), database.options.clone(), Setup::default()).await
    }

    async fn serve(database: Option<TestDatabase>, data: TempDir, options: PgConnectOptions, setup: Setup) -> Self {
        let Setup { modules, with_workers, configure } = setup;
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("an address");
        let origin = Origin::local(address.port());
        let mut config = Config::for_tests(data.path());
        config.public_origin = origin.clone();
        config.listen = address;
        config.pool_size = 20;
        config.data_dir = database::files_folder();
        configure(&mut config);
        let app = database::application(config, options.clone(), data.path(), modules).await;
        let shutdown = Shutdown::new();
        let health = Health::of(&app, shutdown.clone(), telemetry::prometheus().expect("metrics"));
        let router = orion_app::server::router(app.clone(), health, data.path()).expect("a router");
        let stopping = shutdown.clone();
        let serving = tokio::spawn(async move {
            let service = ServiceExt::<Request>::into_make_service_with_connect_info::<SocketAddr>(router);
            axum::serve(listener, service)
                .with_graceful_shutdown(async move { stopping.stopping().await })
                .await
                .expect("the server serves");
        });
        if with_workers {
            let (setup, token) = (workers(&app), shutdown.token());
            shutdown.spawn(async move { run_workers(setup, token).await.expect("the workers start") });
        }
        let inspector = PgPoolOptions::new().max_connections(3).connect_lazy_with(options);
        Self { app, database, data, origin, shutdown, serving, inspector }
    }

    /// Somebody in a store's storefront, without an account.
    pub fn shopper(&self, store: &str) -> Actor {
        Actor::new(self.origin.of_store(store), "")
    }

    /// So many shoppers in a store's storefront, each with an address of their own: one address may not ask that often.
    pub fn crowd(&self, store: &str, size: u8) -> Vec<Actor> {
        let addresses = (1..=size).map(|number| Ipv4Addr::new(127, 0, 1, number));
        addresses.map(|address| Actor::from_address(self.origin.of_store(store), "", address)).collect()
    }

    /// Somebody on the platform's own pages.
    pub fn visitor(&self) -> Actor {
        Actor::new(self.origin.to_string(), "")
    }

    /// The platform's operator, signed in to the admin.
    pub async fn operator(&self) -> Actor {
        let actor = Actor::new(self.origin.to_string(), "/admin");
        actor.sign_in("/api/v1/admin/tenancy/sign_in", "operator@orion.test", PASSWORD).await;
        actor
    }

    /// A member of a merchant's team, signed in to a store's back office.
    pub async fn member(&self, email: &str, store: &str) -> Actor {
        let door = Actor::new(self.origin.to_string(), "");
        door.sign_in("/api/v1/platform/tenancy/sign_in", email, PASSWORD).await;
        door.at(&format!("/store/{store}"))
    }

    /// A customer of the demo, signed in to their store.
    pub async fn customer(&self, email: &str, store: &str) -> Actor {
        let actor = self.shopper(store);
        actor.sign_in("/api/v1/storefront/customers/sign_in", email, PASSWORD).await;
        actor
    }

    /// Where the platform is served.
    pub fn origin(&self) -> String {
        self.origin.to_string()
    }

    /// The demo's platform.
    pub async fn platform_id(&self) -> PlatformId {
        self.app.directory().platforms(&self.app).await.expect("the platforms")[0].id
    }

    /// One value from the database, across tenants. For looking at the outcome, never for bringing it about.
    pub async fn one<T>(&self, query: &'static str) -> T
    where
        T: Send + Unpin + for<'r> sqlx::Decode<'r, sqlx::Postgres> + sqlx::Type<sqlx::Postgres>,
    {
        let mut tx = self.inspector.begin().await.expect("a connection");
        sqlx::query("select orion.set_scope('orion_platform', null, null, null)")
            .execute(&mut *tx)
            .await
            .expect("the scope");
        sqlx::query_scalar(query).fetch_one(&mut *tx).await.unwrap_or_else(|error| panic!("{query}: {error}"))
    }

    /// Waits until a question is answered with `Some`.
    pub async fn until<T, F: Future<Output = Option<T>>>(&self, what: &str, mut ask: impl FnMut() -> F) -> T {
        let waiting = async {
            loop {
                if let Some(answer) = ask().await {
                    return answer;
                }
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        };
        tokio::time::timeout(PATIENCE, waiting).await.unwrap_or_else(|_| panic!("waited in vain for {what}"))
    }

    /// The mails sent so far, the latest first.
    pub async fn mails(&self) -> Vec<CapturedMail> {
        self.app.mailer().captured().await.expect("the captured mails")
    }

    /// A folder of the test's own.
    pub fn folder(&self) -> &std::path::Path {
        self.data.path()
    }

    /// Stops serving and removes the database.
    pub async fn stop(self) {
        self.shutdown.stop();
        self.shutdown.drained(PATIENCE).await;
        self.serving.abort();
        self.inspector.close().await;
        self.app.pool().close().await;
        if let Some(database) = self.database {
            database.remove().await;
        }
    }
}

fn workers(app: &App) -> WorkerSetup {
    let modules = app.modules();
    WorkerSetup {
        app: app.clone(),
        pool: app.pool().clone(),
        module_enabled: |app, platform, module| Box::pin(app.is_enabled(platform, module)),
        jobs: modules.iter().flat_map(|module| module.jobs.iter().cloned()).collect(),
        handlers: modules.iter().flat_map(|module| module.handlers.iter().cloned()).collect(),
        schedules: Vec::new(),
        concurrency: 2,
        poll_interval: Duration::from_millis(200),
    }
}
