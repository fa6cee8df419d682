//! Where things are: the checkout, the build output, the tools beside it.

use std::{
    path::{Path, PathBuf},
    process::Command,
    sync::OnceLock,
};

use anyhow::Result;
use cargo_metadata::{Metadata, MetadataCommand};

/// The checkout's root.
pub fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

/// What cargo knows of the workspace's own crates.
pub fn metadata() -> Result<&'static Metadata> {
    static METADATA: OnceLock<Metadata> = OnceLock::new();
    if let Some(known) = METADATA.get() {
        return Ok(known);
    }
    let read = MetadataCommand::new().manifest_path(root().join("Cargo.toml")).no_deps().exec()?;
    Ok(METADATA.get_or_init(|| read))
}

/// Where cargo puts its output.
pub fn target_directory() -> Result<PathBuf> {
    Ok(metadata()?.target_directory.clone().into_std_path_buf())
}

/// A call of cargo in the workspace.
pub fn cargo(arguments: &[&str]) -> Command {
    // By name: through rustup, so that rust-toolchain.toml also holds for the compilers cargo starts in packages that
    // bring a rust-toolchain file of their own.
    let mut command = Command::new("cargo");
    command.args(arguments).current_dir(root());
    command
}
