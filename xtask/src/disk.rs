//! Room on the disk for build output.

use std::{fs, io, path::Path, process::Command};

use anyhow::{Result, ensure};

use crate::{progress::say, workspace};

/// What a complete build writes, with its tests, in gigabytes.
pub const COMPLETE_BUILD: u64 = 20;

/// Below this nothing can be built, and what fails says anything but that.
const NOTHING_FITS: u64 = 3;

/// Gigabytes left for build output; none where nobody can tell.
pub fn free() -> Option<u64> {
    let target = workspace::target_directory().ok()?;
    let existing = target.ancestors().find(|folder| folder.exists())?;
    let output = Command::new("df").args(["-Pk"]).arg(existing).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    let kilobytes: u64 = text.lines().nth(1)?.split_whitespace().nth(3)?.parse().ok()?;
    Some(kilobytes / 1024 / 1024)
}

/// Where a complete build would not fit, takes away what the compiler keeps to be quicker next time, which is most of what is
/// there after some weeks.
///
/// # Errors
/// When there is still no room for anything.
pub fn make_room() -> Result<()> {
    if free().is_some_and(|left| left < COMPLETE_BUILD) {
        let target = workspace::target_directory()?;
        say(&format!("Making room in {}", target.display()));
        remove_incremental(&target, 2)?;
    }
    if let Some(left) = free() {
        ensure!(
            left >= NOTHING_FITS,
            "The disk is full: {left} GB are left, and a complete build takes about {COMPLETE_BUILD}. `cargo clean` takes away \
             what is built; CARGO_TARGET_DIR names a folder on another disk."
        );
    }
    Ok(())
}

/// `target/<profile>/incremental` and `target/<triple>/<profile>/incremental`.
fn remove_incremental(folder: &Path, depth: u32) -> io::Result<()> {
    let Ok(entries) = fs::read_dir(folder) else { return Ok(()) };
    for entry in entries {
        let entry = entry?;
        if !entry.file_type()?.is_dir() {
            continue;
        }
        if entry.file_name() == "incremental" {
            fs::remove_dir_all(entry.path())?;
        } else if depth > 0 {
            remove_incremental(&entry.path(), depth - 1)?;
        }
    }
    Ok(())
}
