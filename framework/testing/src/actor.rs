//! Somebody with a browser: cookies, forms, pages.

use std::{
    net::{IpAddr, Ipv4Addr, SocketAddr},
    sync::Arc,
};

use orion_kernel::AppError;
use reqwest::{
    Client, Method, RequestBuilder, Response,
    dns::{Addrs, Name, Resolve, Resolving},
    redirect::Policy,
};
use serde::de::DeserializeOwned;

/// Somebody who uses the application over HTTP. Clones share their cookies, as tabs do.
#[derive(Clone)]
pub struct Actor {
    client: Client,
    origin: String,
    base: String,
}

/// What came back.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// Where it leads, when it leads elsewhere.
    pub location: Option<String>,
    /// The body.
    pub body: String,
}

impl Answer {
    /// The value a server function returned.
    ///
    /// # Panics
    ///
    /// When it returned something else.
    pub fn value<T: DeserializeOwned>(&self) -> T {
        assert!((200..300).contains(&self.status), "{self:?}");
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// The error a server function returned.
    ///
    /// # Panics
    ///
    /// When it returned none.
    pub fn error(&self) -> AppError {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// Whether the page shows this text.
    pub fn shows(&self, text: &str) -> bool {
        self.body.contains(text)
    }
}

impl Actor {
    /// Somebody new at an origin.
    pub fn new(origin: String, base: &str) -> Self {
        Self::from_address(origin, base, Ipv4Addr::LOCALHOST)
    }

    /// Somebody new whose requests come from this address, one of the machine's own.
    pub fn from_address(origin: String, base: &str, address: Ipv4Addr) -> Self {
        let client = Client::builder()
            .cookie_store(true)
            .redirect(Policy::none())
            .local_address(IpAddr::V4(address))
            .dns_resolver(Arc::new(Loopback))
            .build()
            .expect("a client");
        Self { client, origin, base: base.to_owned() }
    }

    /// The same person below another base.
    #[must_use]
    pub fn at(&self, base: &str) -> Self {
        Self { base: base.to_owned(), ..self.clone() }
    }

    /// Opens a page below the base.
    pub async fn get(&self, path: &str) -> Answer {
        read(self.request(Method::GET, path).header("accept", "text/html")).await
    }

    /// Calls a server function as the page's script does.
    pub async fn call(&self, endpoint: &str, fields: &[(&str, &str)]) -> Answer {
        let request = self.request(Method::POST, endpoint).header("accept", "application/json").form(fields);
        read(request.header("sec-fetch-site", "same-origin")).await
    }

    /// Posts a form from a page, as a browser without scripts does.
    pub async fn submit(&self, page: &str, endpoint: &str, fields: &[(&str, &str)]) -> Answer {
        let request = self
            .request(Method::POST, endpoint)
            .header("accept", "text/html,application/xhtml+xml")
            .header("referer", format!("{}{}{page}", self.origin, self.base))
            .header("sec-fetch-site", "same-origin")
            .form(fields);
        read(request).await
    }

    /// A request of any sort below the base.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, format!("{}{}{path}", self.origin, self.base))
    }

    /// Follows a link, with this person's cookies: an address, or a path on the host they are at.
    pub async fn open(&self, link: &str) -> Answer {
        let address = if link.starts_with('/') { format!("{}{link}", self.origin) } else { link.to_owned() };
        read(self.client.get(address).header("accept", "text/html")).await
    }

    /// Sends a form to an absolute address, with this person's cookies.
    pub async fn send(&self, address: &str, fields: &[(&str, &str)]) -> Answer {
        read(self.client.post(address).header("accept", "text/html").form(fields)).await
    }

    pub(crate) async fn sign_in(&self, endpoint: &str, email: &str, password: &str) {
        let answer = self.call(endpoint, &[("email", email), ("password", password), ("next", "")]).await;
        assert!(answer.status < 400, "{email} cannot sign in: {answer:?}");
    }
}

/// Sends a request built with [`Actor::request`].
async fn read(request: RequestBuilder) -> Answer {
    let response: Response = request.send().await.expect("an answer");
    let status = response.status().as_u16();
    let header = |name: &str| response.headers().get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
    // Answers to scripts name the host where the page is to be loaded anew; the path says enough.
    let is_for_scripts = header("serverfnredirect").is_some();
    let own = response.url().origin().ascii_serialization();
    let location = header("location").map(|to| match to.strip_prefix(&own) {
        Some(path) if is_for_scripts && path.starts_with('/') => path.to_owned(),
        _ => to,
    });
    let body = response.text().await.expect("a body");
    Answer { status, location, body }
}

/// Every host is this machine.
struct Loopback;

impl Resolve for Loopback {
    fn resolve(&self, _: Name) -> Resolving {
        let address: SocketAddr = (Ipv4Addr::LOCALHOST, 0).into();
        Box::pin(async move { Ok(Box::new(std::iter::once(address)) as Addrs) })
    }
}
