//! One cluster for all tests of a machine, and in it a database for each: a copy of one that has the demo.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use orion_runtime::{
    App, ModuleServer,
    app::Parts,
    config::Config,
    database::{PoolSettings, connect},
    embedded_postgres::{Durability, EmbeddedPostgres},
    files::Files,
    mail::Mailer,
};
use sha2::{Digest, Sha256};
use sqlx::{AssertSqlSafe, Connection, PgConnection, PgPool, postgres::PgConnectOptions};

/// Two tests at once build the template once.
const TEMPLATE_LOCK: i64 = 0x6f72_7465_7374;

/// A database of a test's own.
pub struct TestDatabase {
    /// The cluster, shared with other tests.
    pub postgres: EmbeddedPostgres,
    /// How to connect to it.
    pub options: PgConnectOptions,
    name: String,
}

impl TestDatabase {
    /// Copies the database with the demo.
    pub async fn create() -> Self {
        let postgres = EmbeddedPostgres::start_with(&folder(), Durability::None).await.expect("PostgreSQL starts");
        let mut connection = PgConnection::connect_with(&postgres.options()).await.expect("PostgreSQL answers");
        let template = template(&postgres, &mut connection).await;
        let name = format!("test_{}_{:08x}", std::process::id(), rand_u32());
        run(&mut connection, format!("create database {name} template {template}")).await;
        connection.close().await.expect("the connection closes");
        let options = postgres.options_for(&name);
        Self { postgres, options, name }
    }

    /// Removes it, and lets go of the cluster.
    pub async fn remove(self) {
        if let Ok(mut connection) = PgConnection::connect_with(&self.postgres.options()).await {
            drop_database(&mut connection, &self.name).await;
        }
        self.postgres.stop().await.expect("PostgreSQL stops");
    }
}

fn folder() -> PathBuf {
    std::env::temp_dir().join("orion-tests")
}

/// Where the demo's pictures are: written once, with the template.
pub fn files_folder() -> PathBuf {
    folder().join("files-of-the-demo")
}

fn rand_u32() -> u32 {
    let bytes = Sha256::digest(format!("{:?}{:?}", std::time::Instant::now(), std::thread::current().id()));
    u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]])
}

/// The name says what is in it, so that a changed migration or demo makes another.
async fn template(postgres: &EmbeddedPostgres, connection: &mut PgConnection) -> String {
    let name = format!("template_{}", fingerprint());
    sqlx::query("select pg_advisory_lock($1)").bind(TEMPLATE_LOCK).execute(&mut *connection).await.expect("the lock");
    let exists: bool = sqlx::query_scalar("select exists (select from pg_database where datname = $1)")
        .bind(&name)
        .fetch_one(&mut *connection)
        .await
        .expect("the catalogue of databases");
    if !exists {
        let unfinished = format!("{name}_unfinished");
        drop_database(connection, &unfinished).await;
        run(connection, format!("create database {unfinished}")).await;
        fill(postgres.options_for(&unfinished)).await;
        run(connection, format!("alter database {unfinished} rename to {name}")).await;
    }
    sqlx::query("select pg_advisory_unlock($1)").bind(TEMPLATE_LOCK).execute(&mut *connection).await.expect("the lock");
    name
}

async fn fill(options: PgConnectOptions) {
    let modules = orion_app::modules::servers();
    let app = application(Config::for_tests(&files_folder()), options, &files_folder(), modules).await;
    orion_app::server::demo::seed(&app).await.expect("the demo is written");
    app.pool().close().await;
    // The listener's connection goes with the application; the database cannot be renamed before.
    drop(app);
}

/// The application on a database, migrated; its mail is kept in a folder.
pub async fn application(config: Config, options: PgConnectOptions, mail: &Path, modules: Vec<ModuleServer>) -> App {
    let pool: PgPool = connect(options, &PoolSettings { size: config.pool_size, application_name: "orion-test" })
        .await
        .expect("the database");
    let parts = Parts {
        mailer: Mailer::capturing(mail, &config.mail_from).expect("a mailer"),
        files: Files::open(&config).expect("a folder for files"),
        config: Arc::new(config),
        pool,
        registry: orion_app::modules::registry(),
        modules,
        variables: std::collections::HashMap::default(),
    };
    let app = App::new(parts).await.expect("the modules' settings are right");
    orion_runtime::migrate::migrate(app.pool(), &app.migrations()).await.expect("the migrations run");
    orion_runtime::jobs::install(app.pool()).await.expect("the job queue is installed");
    app
}

fn fingerprint() -> String {
    let mut digest = Sha256::new();
    for migration in orion_runtime::migrate::FRAMEWORK {
        digest.update(migration.sql);
    }
    for module in orion_app::modules::servers() {
        for migration in module.migrations {
            digest.update(migration.sql);
        }
    }
    // The demo is written by the program, so another program may write another demo; those of one run are of one build.
    if std::env::var_os("ORION_TEST_RUN").is_none() {
        let program = std::env::current_exe().and_then(std::fs::metadata).and_then(|file| file.modified());
        digest.update(format!("{program:?}"));
    }
    hex::encode(&digest.finalize()[..8])
}

/// Ends what is connected to it first. Not `with (force)`, which fails when the server itself is tidying up in there.
async fn drop_database(connection: &mut PgConnection, name: &str) {
    sqlx::query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and usename = current_user")
        .bind(name)
        .execute(&mut *connection)
        .await
        .expect("connections end");
    run(connection, format!("drop database if exists {name}")).await;
}

async fn run(connection: &mut PgConnection, statement: String) {
    sqlx::query(AssertSqlSafe(statement.clone()))
        .execute(connection)
        .await
        .unwrap_or_else(|error| panic!("{statement}: {error}"));
}
