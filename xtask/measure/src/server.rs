//! The program under test, with a data folder of its own.

use std::{
    env,
    fs::File,
    net::TcpListener,
    process::Stdio,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use tempfile::TempDir;
use tokio::{
    process::{Child, Command},
    time::sleep,
};

use crate::shopper::Shopper;

/// A first start makes a database and writes the demo.
const PATIENCE: Duration = Duration::from_secs(180);

/// A running server.
pub struct Server {
    child: Child,
    data: TempDir,
    port: u16,
}

impl Server {
    /// Starts `ORION_BINARY` with the demo and waits until it is ready.
    pub async fn start() -> Result<Self> {
        let program = env::var_os("ORION_BINARY")
            .context("ORION_BINARY must name the server's program; cargo xtask weigh and bench do it")?;
        let data = tempfile::tempdir()?;
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let log = File::create(data.path().join("server.log"))?;
        let child = Command::new(program)
            .args(["serve", "--demo"])
            .env("ORION_DATA_DIR", data.path().join("data"))
            .env("ORION_PORT", port.to_string())
            .env("ORION_LOG", "warn")
            // Each shopper says where they come from, or the limits of a single address would be measured.
            .env("ORION_TRUSTED_PROXIES", "127.0.0.0/8")
            .env_remove("DATABASE_URL")
            .env_remove("SMTP_URL")
            .stdout(Stdio::from(log.try_clone()?))
            .stderr(Stdio::from(log))
            .kill_on_drop(true)
            .spawn()?;
        open(data.path())?;
        let mut server = Self { child, data, port };
        server.wait().await?;
        Ok(server)
    }

    /// The platform's address.
    pub fn platform(&self) -> String {
        format!("http://localhost:{}", self.port)
    }

    /// A store's address.
    pub fn store(&self, code: &str) -> String {
        format!("http://{code}.localhost:{}", self.port)
    }

    /// The process's id.
    pub fn id(&self) -> u32 {
        self.child.id().unwrap_or_default()
    }

    /// The folder of its database.
    pub fn cluster(&self) -> std::path::PathBuf {
        self.data.path().join("data/postgres/cluster")
    }

    /// What it has complained of.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.data.path().join("server.log")).unwrap_or_default()
    }

    /// Lets it finish what is under way.
    pub async fn stop(mut self) -> Result<()> {
        Command::new("kill").args(["-TERM", &self.id().to_string()]).status().await?;
        self.child.wait().await?;
        Ok(())
    }

    async fn wait(&mut self) -> Result<()> {
        let visitor = Shopper::new(0)?;
        let ready = format!("{}/health/ready", self.platform());
        let started = Instant::now();
        while started.elapsed() < PATIENCE {
            if let Some(status) = self.child.try_wait()? {
                bail!("The server ended ({status}). {}", self.log().lines().last().unwrap_or_default());
            }
            if visitor.get(&ready).await.is_ok_and(|page| page.is_good()) {
                return Ok(());
            }
            sleep(Duration::from_millis(200)).await;
        }
        bail!("The server is not ready after {} seconds.", PATIENCE.as_secs());
    }
}

/// PostgreSQL runs as another user when we are root, and must be able to pass through.
fn open(folder: &std::path::Path) -> Result<()> {
    use std::os::unix::fs::PermissionsExt;
    Ok(std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o711))?)
}
