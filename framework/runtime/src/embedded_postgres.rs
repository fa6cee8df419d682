//! The private PostgreSQL of an installation without `DATABASE_URL`: in the data folder, on a Unix socket only.

mod account;
mod binaries;
mod bootstrap;
mod cluster;
mod error;
mod folders;

use std::{
    fs::{File, TryLockError},
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use sqlx::postgres::PgConnectOptions;
use tokio::task::JoinHandle;

pub use error::EmbeddedError;

use cluster::Cluster;
use folders::Folders;

/// The database that holds the installation, and the role that owns it.
const NAME: &str = "orion";
const SUPERUSER: &str = "postgres";
const PORT: u16 = 5432;
const WATCH_INTERVAL: Duration = Duration::from_secs(2);

/// What a cluster gives up for speed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Durability {
    /// Nothing: what was committed survives a power cut.
    Full,
    /// Everything: for tests, whose data nobody misses.
    None,
}

/// A running private PostgreSQL. Several processes may use one data folder at a time; the first starts the server,
/// the others attach to it, and the last to call [`stop`](Self::stop) stops it. A process that is killed counts as gone.
pub struct EmbeddedPostgres {
    cluster: Arc<Cluster>,
    /// Held shared for as long as this process uses the server; the system lets go of it when the process dies.
    users: File,
    watch: JoinHandle<()>,
}

impl EmbeddedPostgres {
    /// Starts the server of a data folder, or attaches to it when it runs already; makes the cluster at first use.
    pub async fn start(data_dir: &Path) -> Result<Self, EmbeddedError> {
        Self::start_with(data_dir, Durability::Full).await
    }

    /// As [`start`](Self::start), with a choice about durability. It takes effect when the server starts.
    pub async fn start_with(data_dir: &Path, durability: Durability) -> Result<Self, EmbeddedError> {
        let folders = Folders::prepare(data_dir)?;
        let turn = lock_exclusively(folders.start_lock.clone()).await?;
        let users = open(&folders.users_lock)?;
        users.lock_shared().map_err(|source| EmbeddedError::folder(&folders.users_lock, source))?;
        let cluster = Arc::new(Cluster::prepare(folders, durability).await?);
        cluster.ensure_running().await?;
        bootstrap::create_database(&cluster).await?;
        drop(turn);
        let watch = tokio::spawn(watch(Arc::clone(&cluster)));
        Ok(Self { cluster, users, watch })
    }

    /// How to connect to the installation's database, as the role that owns it. That role is no superuser.
    pub fn options(&self) -> PgConnectOptions {
        self.options_for(NAME)
    }

    /// How to connect to another database of the cluster; the role may create some.
    pub fn options_for(&self, database: &str) -> PgConnectOptions {
        self.cluster.options(NAME, database)
    }

    /// The folder of the Unix socket, for `psql -h`.
    pub fn socket_dir(&self) -> &Path {
        &self.cluster.folders.socket
    }

    /// Lets go of the server, and stops it when no other process uses it. Says whether it was stopped.
    pub async fn stop(self) -> Result<bool, EmbeddedError> {
        self.watch.abort();
        let turn = lock_exclusively(self.cluster.folders.start_lock.clone()).await?;
        let users_lock = &self.cluster.folders.users_lock;
        self.users.unlock().map_err(|source| EmbeddedError::folder(users_lock, source))?;
        let last = match self.users.try_lock() {
            Ok(()) => true,
            Err(TryLockError::WouldBlock) => false,
            Err(TryLockError::Error(source)) => return Err(EmbeddedError::folder(users_lock, source)),
        };
        if last {
            self.cluster.stop().await?;
        }
        drop(turn);
        Ok(last)
    }
}

/// Brings the server back when it died under us, as it may when memory runs out.
async fn watch(cluster: Arc<Cluster>) {
    loop {
        tokio::time::sleep(WATCH_INTERVAL).await;
        if cluster.is_alive().await {
            continue;
        }
        // A restart by hand also looks dead for a moment.
        tokio::time::sleep(WATCH_INTERVAL).await;
        if cluster.is_alive().await {
            continue;
        }
        tracing::error!("the private PostgreSQL is gone; starting it again");
        let revived = async {
            let _turn = lock_exclusively(cluster.folders.start_lock.clone()).await?;
            cluster.ensure_running().await
        };
        if let Err(error) = revived.await {
            tracing::error!(%error, "the private PostgreSQL did not start again");
        }
    }
}

async fn lock_exclusively(path: PathBuf) -> Result<File, EmbeddedError> {
    let locked = tokio::task::spawn_blocking(move || {
        let file = open(&path)?;
        file.lock().map_err(|source| EmbeddedError::folder(&path, source))?;
        Ok(file)
    });
    locked.await.unwrap_or_else(|error| Err(EmbeddedError::Interrupted(error)))
}

fn open(path: &Path) -> Result<File, EmbeddedError> {
    File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(path)
        .map_err(|source| EmbeddedError::folder(path, source))
}
