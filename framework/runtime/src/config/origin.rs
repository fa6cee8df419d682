//! How browsers reach the platform.

use std::fmt;

use url::Url;

/// Scheme, host and port of the platform, as browsers write them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    secure: bool,
    host: String,
    port: Option<u16>,
}

impl Origin {
    /// Reads `https://orion.example` or `http://localhost:3000`; anything after the port must be absent.
    pub fn parse(text: &str) -> Option<Self> {
        let url = Url::parse(text).ok()?;
        let bare = url.path() == "/" && url.query().is_none() && url.fragment().is_none();
        let anonymous = url.username().is_empty() && url.password().is_none();
        (matches!(url.scheme(), "http" | "https") && bare && anonymous).then_some(())?;
        Some(Self { secure: url.scheme() == "https", host: url.host_str()?.to_owned(), port: url.port() })
    }

    /// `http://localhost` with a port.
    pub fn local(port: u16) -> Self {
        Self { secure: false, host: "localhost".to_owned(), port: Some(port).filter(|port| *port != 80) }
    }

    /// Whether browsers use TLS, and cookies may say `Secure`.
    pub const fn is_secure(&self) -> bool {
        self.secure
    }

    /// `http` or `https`.
    pub const fn scheme(&self) -> &'static str {
        if self.secure { "https" } else { "http" }
    }

    /// The host without its port.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// The port, when it is not the scheme's own.
    pub const fn port(&self) -> Option<u16> {
        self.port
    }

    /// Host and port as the `Host` header has them: `localhost:3000`.
    pub fn authority(&self) -> String {
        self.with_port(&self.host)
    }

    /// Where a store without a domain of its own is: `https://books.orion.example`.
    pub fn of_store(&self, store_code: &str) -> String {
        self.of_host(&format!("{store_code}.{}", self.host))
    }

    /// The origin of another host on this installation, such as a store's own domain.
    pub fn of_host(&self, host: &str) -> String {
        format!("{}://{}", self.scheme(), self.with_port(host))
    }

    /// The store code when the host (without port) is a direct subdomain of the platform's.
    pub fn store_code_of<'h>(&self, host: &'h str) -> Option<&'h str> {
        let code = host.strip_suffix(&self.host)?.strip_suffix('.')?;
        (!code.is_empty() && !code.contains('.')).then_some(code)
    }

    fn with_port(&self, host: &str) -> String {
        self.port.map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.of_host(&self.host))
    }
}
