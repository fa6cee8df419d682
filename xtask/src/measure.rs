//! Weighing and load, in a crate of their own: an HTTP client would make every first build longer.

use anyhow::{Result, ensure};

use crate::{program, progress::Progress, workspace};

/// Builds the release and lets `orion-measure` measure it.
pub fn run(arguments: &[&str]) -> Result<()> {
    let progress = Progress::new();
    let built = program::build(true, &progress)?;
    let built_measure = progress.step("Compiling the measuring tools", || {
        Ok(workspace::cargo(&["build", "--quiet", "--release", "--package=orion-measure"]).status()?.success())
    })?;
    ensure!(built_measure, "the measuring tools do not compile");
    let status = workspace::cargo(&["run", "--quiet", "--release", "--package=orion-measure", "--"])
        .args(arguments)
        .env("ORION_BINARY", built.program)
        .env("ORION_SITE_DIR", built.site)
        .status()?;
    ensure!(status.success(), "measuring failed");
    Ok(())
}
