//! Whether somebody answers where `DATABASE_URL` points.

use std::{
    net::{TcpStream, ToSocketAddrs},
    time::Duration,
};

use anyhow::{Result, bail};

const PATIENCE: Duration = Duration::from_secs(5);

/// Refuses an address where nothing answers. The address itself may carry a password and is not repeated.
pub fn ensure_reachable(url: &str) -> Result<()> {
    let Some((host, port)) = host_and_port(url) else { return Ok(()) };
    let advice = "Start that server, or unset DATABASE_URL to use Orion's own database.";
    let addresses = match (host.as_str(), port).to_socket_addrs() {
        Ok(addresses) => addresses,
        Err(_) => bail!("DATABASE_URL names the host “{host}”, which is unknown here. {advice}"),
    };
    let mut refusal = None;
    for address in addresses {
        match TcpStream::connect_timeout(&address, PATIENCE) {
            Ok(_) => return Ok(()),
            Err(error) => refusal = Some(error),
        }
    }
    let why = refusal.map_or_else(|| "it has no address".to_owned(), |error| error.to_string());
    bail!("DATABASE_URL names {host}:{port}, where no database answers ({why}). {advice}");
}

/// `None` when it is a socket, or nothing this can judge; the server says more then.
fn host_and_port(url: &str) -> Option<(String, u16)> {
    let rest = url.strip_prefix("postgres://").or_else(|| url.strip_prefix("postgresql://"))?;
    let authority = rest.split(['/', '?']).next()?;
    let place = authority.rsplit('@').next()?;
    let (host, port) = match place.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, port.parse().ok()?),
        _ => (place, 5432),
    };
    let host = host.trim_start_matches('[').trim_end_matches(']');
    (!host.is_empty() && !host.contains(['%', ','])).then(|| (host.to_owned(), port))
}

#[cfg(test)]
mod tests {
    use super::{ensure_reachable, host_and_port};

    #[test]
    fn reads_host_and_port() {
        let read = |url| host_and_port(url).map(|(host, port)| format!("{host} {port}"));
        assert_eq!(read("postgres://me:p@ss@db.example:5433/shop?sslmode=require").as_deref(), Some("db.example 5433"));
        assert_eq!(read("postgresql://db.example/shop").as_deref(), Some("db.example 5432"));
        assert_eq!(read("postgres://me@[::1]:5432/shop").as_deref(), Some("::1 5432"));
        assert_eq!(read("postgres:///shop?host=/run/postgresql"), None);
    }

    #[test]
    fn says_where_nothing_answers_without_the_password() {
        let error = ensure_reachable("postgres://me:secret@127.0.0.1:1/shop").expect_err("nothing there").to_string();
        assert!(error.contains("127.0.0.1:1") && !error.contains("secret"), "{error}");
    }
}
