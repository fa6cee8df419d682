//! The binary as whoever runs it sees it: what it says when it cannot start, and how it ends.

#[path = "process/ending.rs"]
mod ending;
#[path = "process/starting.rs"]
mod starting;

use std::{net::TcpListener, path::Path, process::Command};

/// `orion serve` with nothing of this machine's environment.
fn orion(data_dir: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_orion"));
    command.arg("serve").env_clear().env("ORION_DATA_DIR", data_dir).env("ORION_SITE_DIR", data_dir.join("site"));
    if let Some(path) = std::env::var_os("PATH") {
        command.env("PATH", path);
    }
    command
}

/// A port nobody listens on at this moment.
fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("an address").port()
}
