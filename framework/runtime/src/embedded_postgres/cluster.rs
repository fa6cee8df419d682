//! One cluster: made once, started, watched and stopped.

use std::{
    fs, io,
    os::unix::net::UnixStream,
    path::{Path, PathBuf},
    process::{Output, Stdio},
    time::Duration,
};

use sqlx::postgres::{PgConnectOptions, PgSslMode};
use tokio::process::Command;

use super::{Durability, EmbeddedError, PORT, SUPERUSER, binaries::Binaries, folders::Folders};

/// After a crash, the server replays its log before it is ready.
const START_TIMEOUT_SECS: &str = "120";
const STOP_TIMEOUT_SECS: &str = "60";
const START_ATTEMPTS: u32 = 5;
const LARGEST_LOG: u64 = 10 * 1024 * 1024;

/// For a small machine that runs the application too. Parallel workers and compiled expressions cost more than they
/// give on short queries.
const SETTINGS: &str = "\
listen_addresses = ''
unix_socket_permissions = 0700
shared_buffers = 128MB
effective_cache_size = 512MB
work_mem = 8MB
maintenance_work_mem = 96MB
random_page_cost = 1.1
jit = off
max_parallel_workers_per_gather = 0
wal_compression = on
max_wal_size = 1GB
min_wal_size = 80MB
autovacuum_naptime = 30s
log_min_messages = warning
log_line_prefix = '%m [%p] %q%a '
log_timezone = 'UTC'
timezone = 'UTC'
lc_messages = 'C'
default_text_search_config = 'pg_catalog.simple'
";

pub(super) struct Cluster {
    pub(super) folders: Folders,
    binaries: Binaries,
}

impl Cluster {
    /// Makes the cluster when there is none, and writes its settings.
    pub(super) async fn prepare(folders: Folders, durability: Durability) -> Result<Self, EmbeddedError> {
        let binaries = Binaries::find(&folders.cluster)?;
        let cluster = Self { folders, binaries };
        if !cluster.folders.cluster.join("PG_VERSION").exists() {
            cluster.init().await?;
        }
        if !cluster.is_alive().await {
            cluster.write_settings(durability)?;
        }
        Ok(cluster)
    }

    pub(super) fn options(&self, role: &str, database: &str) -> PgConnectOptions {
        PgConnectOptions::new_without_pgpass()
            .socket(&self.folders.socket)
            .port(PORT)
            .username(role)
            .database(database)
            .ssl_mode(PgSslMode::Disable)
    }

    /// Starts the server unless it runs. The caller holds the start lock.
    pub(super) async fn ensure_running(&self) -> Result<(), EmbeddedError> {
        for attempt in 1.. {
            if self.is_alive().await {
                return self.wait_until_ready().await;
            }
            self.remove_stale_pid_file()?;
            self.trim_log();
            let started = self
                .run(
                    "pg_ctl",
                    &[
                        "start",
                        "-w",
                        "-t",
                        START_TIMEOUT_SECS,
                        "-D",
                        text(&self.folders.cluster),
                        "-l",
                        text(&self.folders.log),
                    ],
                )
                .await?;
            if started.status.success() {
                return Ok(());
            }
            let log = fs::read_to_string(&self.folders.log).unwrap_or_default();
            let error = EmbeddedError::failed("start", &format!("{}\n{log}", output_of(&started)), &self.folders.home);
            // Backends of a killed server need a moment to notice and let go of its memory.
            if attempt == START_ATTEMPTS || matches!(error, EmbeddedError::DiskFull { .. }) {
                return Err(error);
            }
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
        Ok(())
    }

    /// Ends sessions, writes everything to disk, and stops the server.
    pub(super) async fn stop(&self) -> Result<(), EmbeddedError> {
        if !self.is_alive().await {
            return Ok(());
        }
        let cluster = text(&self.folders.cluster);
        let stopped = self.run("pg_ctl", &["stop", "-m", "fast", "-w", "-t", STOP_TIMEOUT_SECS, "-D", cluster]).await?;
        if stopped.status.success() || !self.is_alive().await {
            return Ok(());
        }
        Err(EmbeddedError::failed("stop", &output_of(&stopped), &self.folders.home))
    }

    /// Whether the server runs, ready or not. A process id alone proves nothing: after a crash another program may have
    /// it, and in another container the same data has other ids; so the socket counts too.
    pub(super) async fn is_alive(&self) -> bool {
        let by_process = match self.pid() {
            Some(pid) if Path::new("/proc/self").exists() => self.is_our_server(pid),
            Some(_) => {
                let status = self.run("pg_ctl", &["status", "-D", text(&self.folders.cluster)]).await;
                status.is_ok_and(|output| output.status.success())
            }
            None => false,
        };
        by_process || UnixStream::connect(self.folders.socket.join(format!(".s.PGSQL.{PORT}"))).is_ok()
    }

    fn is_our_server(&self, pid: u32) -> bool {
        fs::read_to_string(format!("/proc/{pid}/comm")).is_ok_and(|name| name.trim() == "postgres")
            && fs::read_link(format!("/proc/{pid}/cwd")).is_ok_and(|folder| folder == self.folders.cluster)
    }

    async fn wait_until_ready(&self) -> Result<(), EmbeddedError> {
        let ready = async {
            loop {
                // The eighth line of the file is the server's state.
                let state = fs::read_to_string(self.pid_file()).unwrap_or_default();
                if state.lines().nth(7).is_some_and(|line| line.trim() == "ready") {
                    return;
                }
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        };
        let timeout = Duration::from_secs(START_TIMEOUT_SECS.parse().unwrap_or(120));
        tokio::time::timeout(timeout, ready).await.map_err(|_| {
            let log = fs::read_to_string(&self.folders.log).unwrap_or_default();
            EmbeddedError::failed("become ready", &log, &self.folders.home)
        })
    }

    /// The cluster appears under its name only when it is whole.
    async fn init(&self) -> Result<(), EmbeddedError> {
        let draft = self.folders.home.join("cluster.new");
        // Unicode case mapping without a language's sort order, where the system has it.
        let mut output = String::new();
        for locale in ["C.UTF-8", "en_US.UTF-8"] {
            remove_folder(&draft)?;
            let locale = format!("--locale={locale}");
            let made = self
                .run(
                    "initdb",
                    &[
                        "-D",
                        text(&draft),
                        "-U",
                        SUPERUSER,
                        "--auth=trust",
                        "--encoding=UTF8",
                        "--data-checksums",
                        &locale,
                    ],
                )
                .await?;
            if made.status.success() {
                return fs::rename(&draft, &self.folders.cluster)
                    .map_err(|source| EmbeddedError::folder(&self.folders.cluster, source));
            }
            output = output_of(&made);
        }
        Err(EmbeddedError::failed("make a cluster", &output, &self.folders.home))
    }

    fn write_settings(&self, durability: Durability) -> Result<(), EmbeddedError> {
        let sockets = text(&self.folders.socket).replace('\'', "''");
        let durable = match durability {
            Durability::Full => "max_connections = 100\nfsync = on\nsynchronous_commit = on\nfull_page_writes = on\n",
            Durability::None => {
                "max_connections = 300\nfsync = off\nsynchronous_commit = off\nfull_page_writes = off\n"
            }
        };
        let settings =
            format!("# Written by Orion at every start.\nunix_socket_directories = '{sockets}'\n{SETTINGS}{durable}");
        let file = self.folders.cluster.join("postgresql.conf");
        fs::write(&file, settings).map_err(|source| EmbeddedError::folder(&file, source))
    }

    /// PostgreSQL itself sees that a dead process left the file, but not that another program has its number by now.
    fn remove_stale_pid_file(&self) -> Result<(), EmbeddedError> {
        if !self.pid().is_some_and(|pid| Path::new(&format!("/proc/{pid}")).exists()) {
            return Ok(());
        }
        fs::remove_file(self.pid_file()).map_err(|source| EmbeddedError::folder(&self.pid_file(), source))
    }

    fn trim_log(&self) {
        let log = &self.folders.log;
        if fs::metadata(log).is_ok_and(|metadata| metadata.len() > LARGEST_LOG) {
            let old = log.with_extension("log.old");
            if let Err(error) = fs::rename(log, old) {
                tracing::warn!(%error, "PostgreSQL's log could not be put aside");
            }
        }
    }

    fn pid(&self) -> Option<u32> {
        fs::read_to_string(self.pid_file()).ok()?.lines().next()?.trim().parse().ok()
    }

    fn pid_file(&self) -> PathBuf {
        self.folders.cluster.join("postmaster.pid")
    }

    /// In a process group of its own, out of reach of the terminal's Ctrl-C: the application stops before its database.
    async fn run(&self, program: &str, args: &[&str]) -> Result<Output, EmbeddedError> {
        let path = self.binaries.folder.join(program);
        let mut command = Command::new(&path);
        command.args(args).current_dir(&self.folders.home).process_group(0).stdin(Stdio::null());
        command.env_clear().env("PATH", &self.binaries.folder).env("LC_ALL", "C").env("TZ", "UTC");
        if let Some(account) = &self.folders.account {
            command.uid(account.uid).gid(account.gid);
        }
        command.output().await.map_err(|source| EmbeddedError::folder(&path, source))
    }
}

fn remove_folder(folder: &Path) -> Result<(), EmbeddedError> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(EmbeddedError::folder(folder, error)),
        _ => Ok(()),
    }
}

/// `Folders` takes no path that is not text.
fn text(path: &Path) -> &str {
    path.to_str().unwrap_or_default()
}

fn output_of(output: &Output) -> String {
    format!("{}\n{}", String::from_utf8_lossy(&output.stderr), String::from_utf8_lossy(&output.stdout))
}
