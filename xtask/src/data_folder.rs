//! Where the server keeps its data, and emptying it. The server decides by the same rules (runtime's `config.rs`).

use std::{
    env,
    fs::{self, File, TryLockError},
    io::ErrorKind,
    path::{Path, PathBuf},
    process::Command,
    thread::sleep,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};

const PATIENCE: Duration = Duration::from_secs(60);

/// The server's data folder.
pub fn path() -> PathBuf {
    let set = |name| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    if let Some(folder) = set("ORION_DATA_DIR") {
        return std::path::absolute(&folder).unwrap_or(folder);
    }
    match (set("XDG_DATA_HOME"), set("HOME")) {
        (_, None) => PathBuf::from("/var/lib/orion"),
        (_, Some(home)) if home == Path::new("/root") => PathBuf::from("/var/lib/orion"),
        (Some(data_home), _) => data_home.join("orion"),
        (None, Some(home)) => home.join(".local/share/orion"),
    }
}

/// Refuses a folder that cannot be written, before anything is built for nothing.
pub fn ensure_writable(folder: &Path) -> Result<()> {
    let probe = folder.join(".writable");
    let tried = fs::create_dir_all(folder).and_then(|()| fs::write(&probe, "")).and_then(|()| fs::remove_file(&probe));
    if let Err(error) = tried {
        bail!(
            "The data folder {} cannot be used: {error}. Make it writable, or set ORION_DATA_DIR to another folder.",
            folder.display()
        );
    }
    Ok(())
}

/// Removes the private database with what belongs to it: files and captured mail.
pub fn empty(folder: &Path) -> Result<()> {
    let lock = folder.join("postgres.users.lock");
    let users = File::options().create(true).truncate(false).write(true).open(&lock)?;
    match users.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            bail!("Orion is running with the database in {}. Stop it first.", folder.display())
        }
        Err(TryLockError::Error(error)) => return Err(error.into()),
    }
    stop_database(&folder.join("postgres/cluster"))?;
    for name in ["postgres", "files", "mail"] {
        let part = folder.join(name);
        match fs::remove_dir_all(&part) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                return Err(error).with_context(|| format!("{} cannot be removed", part.display()));
            }
            _ => {}
        }
    }
    Ok(())
}

/// A server that was killed leaves its database running.
fn stop_database(cluster: &Path) -> Result<()> {
    let pid_file = cluster.join("postmaster.pid");
    let Ok(text) = fs::read_to_string(&pid_file) else { return Ok(()) };
    let Some(id) = text.lines().next().and_then(|line| line.trim().parse::<u32>().ok()) else { return Ok(()) };
    let runs = || fs::read_link(format!("/proc/{id}/cwd")).is_ok_and(|folder| folder == cluster);
    if !runs() {
        return Ok(());
    }
    Command::new("kill").args(["-INT", &id.to_string()]).status()?;
    let started = Instant::now();
    while runs() {
        if started.elapsed() > PATIENCE {
            bail!("The database in {} does not stop (process {id}).", cluster.display());
        }
        sleep(Duration::from_millis(100));
    }
    Ok(())
}
