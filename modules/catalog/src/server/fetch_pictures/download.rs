//! Downloads from an address that somebody wrote into a file: it may lead anywhere, so it is led to public places only.

use std::{net::SocketAddr, time::Duration};

use bytes::{Bytes, BytesMut};
use reqwest::{Client, Response, header::LOCATION, redirect::Policy};
use tokio::{net::lookup_host, time::timeout};
use url::{Host, Url};

use super::public_address::is_public;

/// How long all of it may take.
const PATIENCE: Duration = Duration::from_secs(5);
/// The largest picture.
const MAX_BYTES: usize = 10 << 20;
const MAX_REDIRECTS: usize = 3;

/// The content at an address.
///
/// # Errors
///
/// A code: `address_refused`, `unknown_host`, `unreachable`, `refused_by_server`, `too_slow`, `too_large`.
pub async fn download(address: &str) -> Result<Bytes, &'static str> {
    timeout(PATIENCE, follow(address)).await.unwrap_or(Err("too_slow"))
}

async fn follow(address: &str) -> Result<Bytes, &'static str> {
    let mut url = Url::parse(address).map_err(|_| "address_refused")?;
    for _ in 0..=MAX_REDIRECTS {
        let response = ask(&url).await?;
        if response.status().is_success() {
            return body(response).await;
        }
        if !response.status().is_redirection() {
            return Err("refused_by_server");
        }
        let location = response.headers().get(LOCATION).and_then(|to| to.to_str().ok()).ok_or("refused_by_server")?;
        url = url.join(location).map_err(|_| "refused_by_server")?;
    }
    Err("refused_by_server")
}

/// Resolves the host once and asks exactly the addresses that were looked at.
async fn ask(url: &Url) -> Result<Response, &'static str> {
    let is_web = matches!((url.scheme(), url.port()), ("http" | "https", None));
    if !is_web || !url.username().is_empty() || url.password().is_some() {
        return Err("address_refused");
    }
    let port = url.port_or_known_default().ok_or("address_refused")?;
    let (host, found): (_, Vec<SocketAddr>) = match url.host().ok_or("address_refused")? {
        Host::Domain(name) => (name.to_owned(), lookup_host((name, port)).await.map_err(|_| "unknown_host")?.collect()),
        Host::Ipv4(ip) => (ip.to_string(), vec![(ip, port).into()]),
        Host::Ipv6(ip) => (ip.to_string(), vec![(ip, port).into()]),
    };
    if found.is_empty() {
        return Err("unknown_host");
    }
    if !found.iter().all(|address| is_public(address.ip())) {
        return Err("address_refused");
    }
    let client = Client::builder()
        .redirect(Policy::none())
        .no_proxy()
        .timeout(PATIENCE)
        .resolve_to_addrs(&host, &found)
        .user_agent(concat!("Orion/", env!("CARGO_PKG_VERSION")))
        .build()
        .map_err(|_| "unreachable")?;
    client.get(url.clone()).header("accept", "image/*").send().await.map_err(|_| "unreachable")
}

async fn body(mut response: Response) -> Result<Bytes, &'static str> {
    if response.content_length().is_some_and(|length| length > MAX_BYTES as u64) {
        return Err("too_large");
    }
    let mut content = BytesMut::new();
    while let Some(chunk) = response.chunk().await.map_err(|_| "unreachable")? {
        if content.len() + chunk.len() > MAX_BYTES {
            return Err("too_large");
        }
        content.extend_from_slice(&chunk);
    }
    Ok(content.freeze())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_public_places_are_asked() {
        for address in [
            "http://127.0.0.1/",
            "http://[::1]/x.png",
            "http://localhost/x.png",
            "http://2130706433/",
            "http://0x7f.1/",
            "http://169.254.169.254/latest/meta-data",
            "http://[::ffff:10.0.0.1]/",
            "https://example.com:5432/",
            "ftp://example.com/x.png",
            "https://user:secret@example.com/x.png",
            "not an address",
        ] {
            assert_eq!(download(address).await, Err("address_refused"), "{address}");
        }
    }
}
