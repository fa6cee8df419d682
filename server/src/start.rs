//! Configuration, database, migrations, application: what every command needs first.

use std::{future::Future, pin::Pin, sync::Arc, time::Duration};

use anyhow::{Context, Result};
use orion_runtime::{
    App,
    app::Parts,
    config::Config,
    database::{PoolSettings, connect, options_from_url},
    embedded_postgres::EmbeddedPostgres,
    files::Files,
    mail::Mailer,
    telemetry,
};

/// How long connections to the database may take to be given back.
const LET_GO: Duration = Duration::from_secs(5);

/// A started process, before it serves or works.
pub struct Process {
    /// The application.
    pub app: App,
    /// The private database, when there is no other.
    pub postgres: Option<EmbeddedPostgres>,
}

/// Starts the process and brings the database up to date.
pub async fn start() -> Result<Process> {
    let config = Arc::new(Config::from_env()?);
    telemetry::init(&config)?;
    let (postgres, options) = match &config.database_url {
        Some(url) => (None, options_from_url(url.expose())?),
        None => {
            let postgres = EmbeddedPostgres::start(&config.data_dir).await?;
            let options = postgres.options();
            (Some(postgres), options)
        }
    };
    match prepare(config, options).await {
        Ok(app) => Ok(Process { app, postgres }),
        Err(error) => {
            if let Some(postgres) = postgres {
                postgres.stop().await?;
            }
            Err(error)
        }
    }
}

async fn prepare(config: Arc<Config>, options: sqlx::postgres::PgConnectOptions) -> Result<App> {
    let settings = PoolSettings { size: config.pool_size, application_name: "orion" };
    let pool = connect(options, &settings).await?;
    let registry = orion_app::modules::registry();
    let modules = orion_app::modules::servers();
    let app = App::new(Parts {
        mailer: mailer(&config)?,
        files: Files::open(&config)?,
        config,
        pool,
        registry,
        modules,
        variables: std::env::vars_os()
            .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
            .collect(),
    })
    .await?;
    let done = orion_runtime::migrate::migrate(app.pool(), &app.migrations()).await?;
    orion_runtime::jobs::install(app.pool()).await?;
    if !done.is_empty() {
        tracing::info!(migrations = done.len(), "the database is up to date");
    }
    Ok(app)
}

fn mailer(config: &Config) -> Result<Mailer> {
    let mailer = match &config.smtp_url {
        Some(url) => Mailer::smtp(url.expose(), &config.mail_from),
        None => Mailer::capturing(&config.data_dir, &config.mail_from),
    };
    mailer.context("mail is set up wrongly")
}

type Task<'p> = Pin<Box<dyn Future<Output = Result<()>> + 'p>>;

/// Starts the process for one task, and stops its database afterwards.
pub async fn with_process(task: impl for<'p> FnOnce(&'p Process) -> Task<'p>) -> Result<()> {
    let process = start().await?;
    let result = task(&process).await;
    stop(process).await?;
    result
}

/// Lets go of the database. What still holds a connection by now had its time.
pub async fn stop(process: Process) -> Result<()> {
    if tokio::time::timeout(LET_GO, process.app.pool().close()).await.is_err() {
        tracing::warn!("connections to the database are cut off");
    }
    if let Some(postgres) = process.postgres {
        postgres.stop().await?;
    }
    Ok(())
}
