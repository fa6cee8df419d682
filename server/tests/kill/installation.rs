//! An installation of the program: a database with the demo, a folder, a port that stays the same over restarts.

use std::{net::TcpListener, path::PathBuf, process::Stdio, time::Duration};

use orion_testing::{Actor, TestDatabase};
use sqlx::{PgPool, postgres::PgPoolOptions};
use tempfile::TempDir;
use tokio::process::{Child, Command};

/// How long the program may take to start, to end, or to do what it does in the background. A job whose worker was killed is
/// found by others after half a minute.
const PATIENCE: Duration = Duration::from_secs(90);

/// Where the program runs, whether or not it does at the moment.
pub struct Installation {
    database: TestDatabase,
    inspector: PgPool,
    folder: TempDir,
    port: u16,
}

/// The program while it runs. It is killed when this is dropped.
pub struct Program {
    child: Child,
}

impl Installation {
    /// A new one, not running yet.
    pub async fn create() -> Self {
        let database = TestDatabase::create().await;
        let inspector = PgPoolOptions::new().max_connections(2).connect_lazy_with(database.options.clone());
        let port = TcpListener::bind("127.0.0.1:0").and_then(|socket| socket.local_addr()).expect("a free port").port();
        Self { database, inspector, folder: tempfile::tempdir().expect("a folder"), port }
    }

    /// Starts the program, and waits until it serves.
    pub async fn start(&self) -> Program {
        self.start_armed("").await
    }

    /// Starts a program that ends, as if the power had gone, when it comes to this failpoint.
    pub async fn start_to_die_at(&self, point: &str) -> Program {
        self.start_armed(&format!("{point}:abort")).await
    }

    async fn start_armed(&self, failpoint: &str) -> Program {
        let child = Command::new(env!("CARGO_BIN_EXE_orion"))
            .arg("serve")
            .current_dir(self.folder.path())
            .env("DATABASE_URL", self.database_url())
            .env("ORION_DATA_DIR", self.folder.path())
            .env("ORION_SITE_DIR", self.folder.path())
            .env("ORION_PORT", self.port.to_string())
            .env("ORION_PUBLIC_ORIGIN", self.origin())
            .env("ORION_SECRET_KEY", "07".repeat(32))
            .env("ORION_LOG", "error")
            .env("ORION_FAILPOINT", failpoint)
            .stdin(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .expect("the program starts");
        let mut program = Program { child };
        let visitor = Actor::new(self.origin(), "");
        let ready = async {
            loop {
                let asked = visitor.request(reqwest::Method::GET, "/health/ready").send().await;
                if asked.is_ok_and(|answer| answer.status().is_success()) {
                    return;
                }
                if let Some(status) = program.child.try_wait().expect("a process of ours") {
                    panic!("the program ended before it served: {status}");
                }
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        };
        tokio::time::timeout(PATIENCE, ready).await.expect("the program serves");
        program
    }

    /// Where the platform is.
    pub fn origin(&self) -> String {
        format!("http://localhost:{}", self.port)
    }

    /// Where a store is.
    pub fn origin_of(&self, store: &str) -> String {
        format!("http://{store}.localhost:{}", self.port)
    }

    fn database_url(&self) -> String {
        let options = &self.database.options;
        let database = options.get_database().expect("a name");
        let socket: PathBuf = options.get_socket().expect("a socket").clone();
        format!("postgres://{}@localhost/{database}?host={}&sslmode=disable", options.get_username(), socket.display())
    }

    /// One value from the database, across tenants.
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

    /// Jobs that wait, run, or have failed.
    pub async fn jobs(&self) -> i64 {
        let query = sqlx::query_scalar("select count(*) from graphile_worker._private_jobs");
        query.fetch_one(&self.inspector).await.expect("the queue")
    }

    /// Waits until a question is answered with yes.
    pub async fn until<F: Future<Output = bool>>(&self, what: &str, mut ask: impl FnMut() -> F) {
        let waiting = async {
            while !ask().await {
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        };
        tokio::time::timeout(PATIENCE, waiting).await.unwrap_or_else(|_| panic!("waited in vain for {what}"));
    }

    /// Removes everything. The program does not run any more.
    pub async fn remove(self) {
        self.inspector.close().await;
        self.database.remove().await;
    }
}

impl Program {
    /// Waits until it has come to its failpoint.
    pub async fn died(mut self, point: &str) {
        let ended = tokio::time::timeout(PATIENCE, self.child.wait()).await;
        let status = ended.unwrap_or_else(|_| panic!("{point} was not reached")).expect("a process of ours");
        assert!(!status.success(), "{point}: {status}");
    }

    /// Kills it with everything it is doing.
    pub async fn kill(mut self) {
        self.child.kill().await.expect("a process of ours");
    }
}
