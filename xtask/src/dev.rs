//! `dev`: builds, starts, and does both again on every change. A change that does not compile leaves the last server running.

use std::{
    path::Path,
    process::{Child, Command},
    sync::mpsc::{Receiver, channel},
    time::Duration,
};

use anyhow::{Result, bail};
use notify::{Event, EventKind, RecursiveMode, Watcher};

use crate::{port, program, progress, progress::Progress, workspace};

/// What the program is made of.
const WATCHED: [&str; 9] =
    ["app", "server", "frontend", "framework", "modules", "migrations", "style", "public", "Cargo.toml"];
/// Editors write a file in several steps.
const QUIET: Duration = Duration::from_millis(300);

#[derive(clap::Args)]
pub struct Options {
    /// Serve on this port.
    #[arg(long)]
    port: Option<u16>,
}

/// Runs until it is stopped.
pub fn dev(options: &Options) -> Result<()> {
    let port = port::wanted(options.port)?;
    port::ensure_free(port)?;
    let (sender, changes) = channel();
    let mut watcher = notify::recommended_watcher(sender)?;
    for name in WATCHED {
        watcher.watch(&workspace::root().join(name), RecursiveMode::Recursive)?;
    }
    let mut running: Option<Server> = None;
    loop {
        match program::build(false, &Progress::new()) {
            Ok(built) => {
                // Its port has to be free before the next one starts.
                drop(running.take());
                running = Some(Server::start(&built, port)?);
            }
            Err(error) => eprintln!("{}", progress::red(&format!("{error:#}; waiting for a change"))),
        }
        wait_for_change(&changes)?;
        progress::say("Something changed");
    }
}

fn wait_for_change(changes: &Receiver<notify::Result<Event>>) -> Result<()> {
    loop {
        match changes.recv() {
            Ok(Ok(event)) if matters(&event) => break,
            Ok(Ok(_)) => {}
            Ok(Err(error)) => bail!("The files cannot be watched: {error}."),
            Err(_) => bail!("The files are not watched any more."),
        }
    }
    while changes.recv_timeout(QUIET).is_ok() {}
    Ok(())
}

fn matters(event: &Event) -> bool {
    let is_change = matches!(event.kind, EventKind::Create(_) | EventKind::Modify(_) | EventKind::Remove(_));
    is_change && event.paths.iter().any(|path| !is_editors_own(path))
}

fn is_editors_own(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    name.starts_with('.') || name.ends_with('~') || name.parse::<u32>().is_ok()
}

/// The running server; it is stopped when this goes.
struct Server(Child);

impl Server {
    fn start(built: &program::Built, port: u16) -> Result<Self> {
        let child = Command::new(&built.program)
            .args(["serve", "--demo"])
            .env("ORION_PORT", port.to_string())
            .env("ORION_SITE_DIR", &built.site)
            .spawn()?;
        Ok(Self(child))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let asked = Command::new("kill").args(["-TERM", &self.0.id().to_string()]).status();
        if !asked.is_ok_and(|status| status.success()) {
            _ = self.0.kill();
        }
        _ = self.0.wait();
    }
}
