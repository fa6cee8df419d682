//! `up`: builds what is not built, and starts the server with the demo.

mod database;

use std::{env, os::unix::process::CommandExt, process::Command};

use anyhow::{Result, bail};

use crate::{data_folder, disk, port, program, progress, progress::Progress};

#[derive(clap::Args)]
pub struct Options {
    /// Start with a new database.
    #[arg(long)]
    fresh: bool,
    /// Serve on this port.
    #[arg(long)]
    port: Option<u16>,
    /// Build faster, run slower.
    #[arg(long)]
    debug: bool,
}

/// Everything that can be wrong is found before the long build, not after it.
pub fn up(options: &Options) -> Result<()> {
    let port = port::wanted(options.port)?;
    port::ensure_free(port)?;
    let data = data_folder::path();
    data_folder::ensure_writable(&data)?;
    let own_database = match env::var("DATABASE_URL") {
        Ok(url) if !url.trim().is_empty() => {
            database::ensure_reachable(url.trim())?;
            false
        }
        _ => true,
    };
    if options.fresh && !own_database {
        bail!(
            "--fresh makes a new private database, but DATABASE_URL names another one. Empty that one yourself, or unset DATABASE_URL."
        );
    }
    let release = !options.debug;
    let progress = Progress::new();
    if !program::path(release)?.exists() {
        disk::make_room()?;
        let minutes = if release { "a quarter of an hour" } else { "six minutes" };
        eprintln!("The first build takes about {minutes} on two cores, less on more; later ones take seconds.");
    }
    let built = program::build(release, &progress)?;
    if options.fresh {
        data_folder::empty(&data)?;
    }
    progress::say(&format!("Starting (everything so far: {})", progress.total()));
    let failed = Command::new(&built.program)
        .args(["serve", "--demo"])
        .env("ORION_PORT", port.to_string())
        .env("ORION_SITE_DIR", &built.site)
        .exec();
    bail!("{} does not start: {failed}", built.program.display());
}
