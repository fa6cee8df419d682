//! How the module reaches providers, and the pretend provider the shop.

use std::{
    net::{Ipv4Addr, SocketAddr},
    sync::{Arc, LazyLock},
    time::Duration,
};

use reqwest::{
    Client, RequestBuilder,
    dns::{Addrs, Name, Resolve, Resolving},
    redirect::Policy,
};
use serde::de::DeserializeOwned;

use super::{card_protocol::Refused, provider::ProviderError};

/// Who waits longer is better served by trying again.
const TIMEOUT: Duration = Duration::from_secs(10);
const CONNECT_TIMEOUT: Duration = Duration::from_secs(3);

/// The process's client, with its connections.
pub fn client() -> &'static Client {
    static CLIENT: LazyLock<Client> = LazyLock::new(|| {
        Client::builder()
            .timeout(TIMEOUT)
            .connect_timeout(CONNECT_TIMEOUT)
            .redirect(Policy::none())
            .dns_resolver(Arc::new(Resolver))
            .build()
            .expect("the TLS backend starts")
    });
    &CLIENT
}

/// Sends a request and reads the answer, sorting failures by what can be done about them.
pub async fn ask<T: DeserializeOwned>(request: RequestBuilder) -> Result<T, ProviderError> {
    let answer = request.send().await.map_err(|error| ProviderError::Unreachable(plain(&error)))?;
    let status = answer.status();
    let body = answer.bytes().await.map_err(|error| ProviderError::Unreachable(plain(&error)))?;
    match status.as_u16() {
        200..=299 => serde_json::from_slice(&body).map_err(|error| ProviderError::Unreadable(error.to_string())),
        401 | 403 => Err(ProviderError::Unauthorised),
        408 | 409 | 429 | 500..=599 => Err(ProviderError::Unreachable(status.to_string())),
        _ => {
            let refused = serde_json::from_slice::<Refused>(&body);
            Err(ProviderError::Refused(refused.map_or_else(|_| status.to_string(), |refused| refused.error)))
        }
    }
}

/// An error without the address it was about, which may hold ids.
fn plain(error: &reqwest::Error) -> String {
    let kind = if error.is_timeout() {
        "timeout"
    } else if error.is_connect() {
        "no connection"
    } else {
        "broken connection"
    };
    kind.to_owned()
}

/// Names below `localhost` are this machine (RFC 6761, 6.3), which not every system's resolver knows.
struct Resolver;

impl Resolve for Resolver {
    fn resolve(&self, name: Name) -> Resolving {
        let host = name.as_str().to_owned();
        Box::pin(async move {
            if host == "localhost" || host.ends_with(".localhost") {
                let address: SocketAddr = (Ipv4Addr::LOCALHOST, 0).into();
                return Ok(Box::new(std::iter::once(address)) as Addrs);
            }
            let found: Vec<SocketAddr> = tokio::net::lookup_host((host, 0)).await?.collect();
            Ok(Box::new(found.into_iter()) as Addrs)
        })
    }
}
