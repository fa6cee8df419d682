//! Asks the domain name system what stands in a domain's records.

mod fake;
mod system;

use std::net::IpAddr;

use async_trait::async_trait;

pub use fake::FileResolver;
pub use system::SystemResolver;

/// The domain name system did not answer; asking again later may help.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the domain name system did not answer: {0}")]
pub struct DnsError(pub String);

/// Reads records. A name without records of a kind has none; that is no error.
#[async_trait]
pub trait Resolver: Send + Sync {
    /// The texts of a name, each put together from its parts.
    async fn texts(&self, name: &str) -> Result<Vec<String>, DnsError>;
    /// The name that a name stands for, without a point at its end.
    async fn alias(&self, name: &str) -> Result<Option<String>, DnsError>;
    /// The addresses a name leads to, be it by way of another name.
    async fn addresses(&self, name: &str) -> Result<Vec<IpAddr>, DnsError>;
}
