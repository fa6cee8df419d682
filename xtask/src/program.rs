//! Builds the server's program.

use std::path::PathBuf;

use anyhow::{Result, ensure};

use crate::{browser, progress::Progress, workspace};

/// What is needed to serve.
pub struct Built {
    /// The program `orion`.
    pub program: PathBuf,
    /// The browser's files.
    pub site: PathBuf,
}

/// Builds both halves.
pub fn build(release: bool, progress: &Progress) -> Result<Built> {
    let site = browser::build(release, progress)?;
    let program = progress.step("Compiling the server", || server(release))?;
    Ok(Built { program, site })
}

/// Builds the program and says where it is.
pub fn server(release: bool) -> Result<PathBuf> {
    let mut arguments = vec!["build", "--package=orion-server", "--bin=orion"];
    if release {
        arguments.push("--release");
    }
    ensure!(workspace::cargo(&arguments).status()?.success(), "the server does not compile");
    path(release)
}

/// Where the program is, built or not.
pub fn path(release: bool) -> Result<PathBuf> {
    Ok(workspace::target_directory()?.join(if release { "release" } else { "debug" }).join("orion"))
}
