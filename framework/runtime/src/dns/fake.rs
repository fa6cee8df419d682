//! Records from a file, for development and tests: `{"shop.test": {"TXT": ["…"], "CNAME": ["…"], "A": ["127.0.0.1"]}}`.

use std::{
    collections::{BTreeMap, BTreeSet},
    net::IpAddr,
    path::PathBuf,
};

use async_trait::async_trait;

use super::{DnsError, Resolver};

type Records = BTreeMap<String, BTreeMap<String, Vec<String>>>;

/// Answers from a file that is read for every question. Without it, no name has records.
#[derive(Clone, Debug)]
pub struct FileResolver {
    path: PathBuf,
}

impl FileResolver {
    /// Answers from this file.
    #[must_use]
    pub fn new(path: PathBuf) -> Self {
        Self { path }
    }

    async fn records(&self, name: &str, kind: &str) -> Result<Vec<String>, DnsError> {
        let text = match tokio::fs::read_to_string(&self.path).await {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(DnsError(error.to_string())),
        };
        let records: Records = serde_json::from_str(&text).map_err(|error| DnsError(error.to_string()))?;
        Ok(records.get(name).and_then(|kinds| kinds.get(kind)).cloned().unwrap_or_default())
    }
}

#[async_trait]
impl Resolver for FileResolver {
    async fn texts(&self, name: &str) -> Result<Vec<String>, DnsError> {
        self.records(name, "TXT").await
    }

    async fn alias(&self, name: &str) -> Result<Option<String>, DnsError> {
        Ok(self.records(name, "CNAME").await?.into_iter().next())
    }

    async fn addresses(&self, name: &str) -> Result<Vec<IpAddr>, DnsError> {
        let (mut name, mut seen) = (name.to_owned(), BTreeSet::new());
        while let Some(alias) = self.alias(&name).await?.filter(|_| seen.insert(name.clone())) {
            name = alias;
        }
        Ok(self.records(&name, "A").await?.iter().filter_map(|address| address.parse().ok()).collect())
    }
}
