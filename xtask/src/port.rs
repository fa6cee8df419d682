//! Whether a port is free, and who holds it.

use std::{
    env, fs,
    net::{Ipv4Addr, TcpListener},
};

use anyhow::{Result, bail};

/// The port to serve on: asked for, from the environment, or 3000.
pub fn wanted(asked: Option<u16>) -> Result<u16> {
    if let Some(port) = asked {
        return Ok(port);
    }
    for name in ["ORION_PORT", "PORT"] {
        match env::var(name) {
            Ok(text) if !text.trim().is_empty() => match text.trim().parse() {
                Ok(port) => return Ok(port),
                Err(_) => bail!("{name} must be a port from 0 to 65535, but it is “{text}”."),
            },
            _ => {}
        }
    }
    Ok(3000)
}

/// Refuses a port that another program listens on.
pub fn ensure_free(port: u16) -> Result<()> {
    if port == 0 || TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok() {
        return Ok(());
    }
    if port < 1024 && holder(port).is_none() {
        bail!("Port {port} may not be used by this user. Choose one above 1023 with --port.");
    }
    let who =
        holder(port).map_or_else(|| "another program".to_owned(), |(name, id)| format!("“{name}” (process {id})"));
    bail!("Port {port} is taken by {who}. Stop it, or choose another with --port {}.", port.saturating_add(1));
}

/// A port that nobody listens on at this moment.
pub fn free() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

/// Name and id of the process that listens on a port, where the system tells.
pub fn holder(port: u16) -> Option<(String, u32)> {
    let sockets: Vec<String> = ["/proc/net/tcp", "/proc/net/tcp6"]
        .into_iter()
        .filter_map(|table| fs::read_to_string(table).ok())
        .filter_map(|table| listening_socket(&table, port))
        .map(|inode| format!("socket:[{inode}]"))
        .collect();
    let processes = fs::read_dir("/proc").ok()?.flatten();
    let mut ids = processes.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
    let id = ids.find(|id| {
        let open = fs::read_dir(format!("/proc/{id}/fd")).into_iter().flatten().flatten();
        open.filter_map(|file| fs::read_link(file.path()).ok())
            .any(|target| target.to_str().is_some_and(|target| sockets.iter().any(|socket| socket == target)))
    })?;
    let name = fs::read_to_string(format!("/proc/{id}/comm")).ok()?;
    Some((name.trim().to_owned(), id))
}

/// The inode of the socket that listens on a port, from the kernel's table.
fn listening_socket(table: &str, port: u16) -> Option<String> {
    const LISTEN: &str = "0A";
    let suffix = format!(":{port:04X}");
    table.lines().skip(1).find_map(|line| {
        let fields: Vec<&str> = line.split_whitespace().collect();
        let listens = fields.get(1)?.ends_with(&suffix) && *fields.get(3)? == LISTEN;
        listens.then(|| fields.get(9).map(|inode| (*inode).to_owned())).flatten()
    })
}

#[cfg(test)]
mod tests {
    use std::{net::TcpListener, process};

    use super::{ensure_free, holder};

    #[test]
    fn names_who_holds_a_port() {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let error = ensure_free(port).expect_err("it is taken").to_string();
        assert!(error.starts_with(&format!("Port {port} is taken by ")), "{error}");
        if cfg!(target_os = "linux") {
            assert_eq!(holder(port).map(|(_, id)| id), Some(process::id()));
        }
        drop(listener);
        ensure_free(port).expect("it is free again");
    }
}
