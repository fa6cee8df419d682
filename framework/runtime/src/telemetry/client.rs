//! Who is at the other end, and what they asked for, as far as proxies can be believed.

use std::net::IpAddr;

use http::{HeaderMap, header};

use crate::config::Config;

/// What is kept of the browser's name for itself, in characters.
const LONGEST_AGENT: usize = 300;

/// The other end of a request. Forwarding headers count only when the connection comes from a trusted proxy; anyone
/// can write them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Client {
    /// The address of the client itself, not of a proxy of ours.
    pub ip: IpAddr,
    /// Whether the client speaks TLS, be it to a proxy.
    pub is_secure: bool,
    /// The host asked for, in lower case, with its port if there is one.
    pub host: String,
    /// What the browser calls itself, cut where it is longer than anybody needs.
    pub user_agent: String,
    /// Whether a trusted proxy passed the request on.
    pub through_proxy: bool,
}

impl Client {
    /// From the address of the connection and the request's headers. `authority` is the host in the request line, as
    /// HTTP/2 has it.
    pub fn resolve(config: &Config, peer: IpAddr, authority: Option<&str>, headers: &HeaderMap) -> Self {
        let peer = peer.to_canonical();
        let through_proxy = config.trusts(peer);
        let believed = |name: &str| last_value(headers, name).filter(|_| through_proxy);
        let host = believed("x-forwarded-host").or_else(|| last_value(headers, header::HOST.as_str())).or(authority);
        Self {
            ip: if through_proxy { behind_proxies(config, peer, headers) } else { peer },
            is_secure: believed("x-forwarded-proto")
                .map_or_else(|| config.public_origin.is_secure(), |protocol| protocol.eq_ignore_ascii_case("https")),
            host: host.unwrap_or_default().to_ascii_lowercase(),
            user_agent: last_text(headers, header::USER_AGENT.as_str()).chars().take(LONGEST_AGENT).collect(),
            through_proxy,
        }
    }

    /// The host without its port.
    pub fn host_name(&self) -> &str {
        match self.host.rsplit_once(':') {
            Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
            _ => &self.host,
        }
    }
}

/// Each proxy appends whom it heard from, so the last entry that is no proxy of ours is the client; what stands before
/// it, the client may have made up.
fn behind_proxies(config: &Config, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
    let entries = headers.get_all("x-forwarded-for").iter().filter_map(|value| value.to_str().ok());
    let addresses: Vec<&str> = entries.flat_map(|value| value.split(',')).map(str::trim).collect();
    let mut client = peer;
    for address in addresses.into_iter().rev() {
        let Ok(address) = address.parse::<IpAddr>() else { break };
        client = address.to_canonical();
        if !config.trusts(client) {
            break;
        }
    }
    client
}

/// Of a header given several times, the last.
fn last_text<'h>(headers: &'h HeaderMap, name: &str) -> &'h str {
    headers.get_all(name).iter().next_back().and_then(|value| value.to_str().ok()).unwrap_or_default()
}

/// Of a header given several times or as a list, what the nearest proxy said.
fn last_value<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    let value = headers.get_all(name).iter().next_back()?.to_str().ok()?;
    value.rsplit(',').map(str::trim).next().filter(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    const PROXY: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(10, 0, 0, 1));

    fn config() -> Config {
        let mut config = Config::for_tests(Path::new("/nowhere"));
        config.trusted_proxies = vec!["10.0.0.0/8".parse().expect("a network")];
        config
    }

    fn headers(values: &[(&'static str, &str)]) -> HeaderMap {
        values
            .iter()
            .map(|(name, value)| (http::HeaderName::from_static(name), value.parse().expect("a value")))
            .collect()
    }

    #[test]
    fn a_stranger_cannot_pretend() {
        let headers = headers(&[
            ("host", "Shop.localhost:3000"),
            ("x-forwarded-for", "127.0.0.1"),
            ("x-forwarded-host", "evil"),
            ("x-forwarded-proto", "https"),
        ]);
        let client = Client::resolve(&config(), "203.0.113.9".parse().expect("an address"), None, &headers);
        assert_eq!(client.ip.to_string(), "203.0.113.9");
        assert_eq!((client.host.as_str(), client.host_name()), ("shop.localhost:3000", "shop.localhost"));
        assert!(!client.is_secure && !client.through_proxy);
    }

    #[test]
    fn a_trusted_proxy_is_believed_for_its_own_entry_only() {
        let headers = headers(&[
            ("host", "internal"),
            ("x-forwarded-for", "6.6.6.6, 203.0.113.9, 10.0.0.2"),
            ("x-forwarded-host", "shop.example"),
            ("x-forwarded-proto", "https"),
        ]);
        let client = Client::resolve(&config(), PROXY, None, &headers);
        assert_eq!(client.ip.to_string(), "203.0.113.9");
        assert_eq!(client.host, "shop.example");
        assert!(client.is_secure);
    }

    #[test]
    fn without_headers_the_connection_counts() {
        let client = Client::resolve(&config(), PROXY, Some("[::1]:3000"), &HeaderMap::new());
        assert_eq!(client.ip, PROXY);
        assert_eq!(client.host_name(), "[::1]");
    }
}
