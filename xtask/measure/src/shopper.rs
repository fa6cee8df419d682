//! Somebody with a browser that has no scripts: cookies, pages, forms.

use std::{
    net::{Ipv4Addr, SocketAddr},
    sync::Arc,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use reqwest::{
    Client, RequestBuilder, Response,
    cookie::Jar,
    dns::{Addrs, Name, Resolve, Resolving},
    redirect::Policy,
};

use crate::html::Form;

const PATIENCE: Duration = Duration::from_secs(30);
const MOST_REDIRECTS: usize = 8;

/// A person with an address of their own.
pub struct Shopper {
    client: Client,
    address: String,
}

/// What came back.
pub struct Page {
    /// Where it was in the end.
    pub url: String,
    /// 200 when all is well.
    pub status: u16,
    /// As it travelled: compressed.
    pub bytes: usize,
    /// As text, when it was asked for uncompressed.
    pub text: String,
}

impl Page {
    /// Whether the server was content.
    pub fn is_good(&self) -> bool {
        (200..300).contains(&self.status)
    }
}

impl Shopper {
    /// The `number`th person.
    pub fn new(number: usize) -> Result<Self> {
        Self::with_jar(number, Arc::new(Jar::default()))
    }

    /// The `number`th person, who has a cookie of the site already.
    pub fn with_cookie(number: usize, site: &str, cookie: &str) -> Result<Self> {
        let jar = Jar::default();
        jar.add_cookie_str(cookie, &reqwest::Url::parse(site)?);
        Self::with_jar(number, Arc::new(jar))
    }

    fn with_jar(number: usize, jar: Arc<Jar>) -> Result<Self> {
        let client = Client::builder()
            .cookie_provider(jar)
            .redirect(Policy::none())
            .timeout(PATIENCE)
            .dns_resolver(Arc::new(Loopback))
            .build()?;
        let [_, a, b, c] = u32::try_from(number)?.to_be_bytes();
        Ok(Self { client, address: format!("10.{a}.{b}.{c}") })
    }

    /// Opens a page and follows where it leads.
    pub async fn get(&self, url: &str) -> Result<Page> {
        self.follow(url.to_owned(), self.request(self.client.get(url))).await
    }

    /// A file as browsers load it: compressed.
    pub async fn weigh(&self, url: &str) -> Result<Page> {
        let response = self.request(self.client.get(url)).header("accept-encoding", "br").send().await?;
        read(response).await
    }

    /// Sends a form from a page, as a browser without scripts does.
    pub async fn submit(&self, page: &str, form: &Form) -> Result<Page> {
        let url = reqwest::Url::parse(page)?.join(&form.action)?.to_string();
        if !form.is_post {
            let mut url = reqwest::Url::parse(&url)?;
            url.query_pairs_mut().clear().extend_pairs(&form.fields);
            return self.get(url.as_str()).await;
        }
        let request =
            self.client.post(&url).form(&form.fields).header("referer", page).header("sec-fetch-site", "same-origin");
        self.follow(url, self.request(request)).await
    }

    /// How long a page takes to begin. It has to be there.
    pub async fn first_byte(&self, url: &str) -> Result<Duration> {
        let started = Instant::now();
        let response = self.request(self.client.get(url)).send().await?;
        let (time, status) = (started.elapsed(), response.status());
        response.bytes().await?;
        if !status.is_success() {
            bail!("{url} answers {status}");
        }
        Ok(time)
    }

    /// The status of what a server function answers.
    pub async fn status_of(&self, url: &str, fields: &[(&str, &str)]) -> Result<u16> {
        let request = self.client.post(url).form(fields).header("accept", "application/json");
        let request = request.header("sec-fetch-site", "same-origin").header("x-forwarded-for", &self.address);
        let response = request.send().await?;
        let status = response.status().as_u16();
        response.bytes().await?;
        Ok(status)
    }

    /// Calls a server function as a page's script does.
    pub async fn call(&self, url: &str, fields: &[(&str, &str)]) -> Result<()> {
        let request = self.client.post(url).form(fields).header("accept", "application/json");
        let response =
            request.header("sec-fetch-site", "same-origin").header("x-forwarded-for", &self.address).send().await?;
        let status = response.status();
        if status.as_u16() >= 400 {
            bail!("{url} answers {status}: {}", response.text().await?);
        }
        Ok(())
    }

    fn request(&self, request: RequestBuilder) -> RequestBuilder {
        request.header("accept", "text/html,application/xhtml+xml").header("x-forwarded-for", &self.address)
    }

    async fn follow(&self, url: String, request: RequestBuilder) -> Result<Page> {
        let mut response = request.send().await?;
        for _ in 0..MOST_REDIRECTS {
            if !response.status().is_redirection() {
                return read(response).await;
            }
            let target = response
                .headers()
                .get("location")
                .and_then(|target| target.to_str().ok())
                .context("a redirect without a target")?;
            let target = response.url().join(target)?;
            response = self.request(self.client.get(target)).send().await?;
        }
        bail!("{url} leads in circles")
    }
}

async fn read(response: Response) -> Result<Page> {
    let (url, status) = (response.url().to_string(), response.status().as_u16());
    let bytes = response.bytes().await?;
    Ok(Page { url, status, bytes: bytes.len(), text: String::from_utf8_lossy(&bytes).into_owned() })
}

/// Every host is this machine.
struct Loopback;

impl Resolve for Loopback {
    fn resolve(&self, _: Name) -> Resolving {
        let address: SocketAddr = (Ipv4Addr::LOCALHOST, 0).into();
        Box::pin(async move { Ok(Box::new(std::iter::once(address)) as Addrs) })
    }
}
