//! The resolvers that the machine is set up with, asked directly: a name that was answered "nothing" a minute ago is asked
//! for again.

use std::{net::IpAddr, time::Duration};

use async_trait::async_trait;
use hickory_resolver::{
    TokioResolver,
    net::NetError,
    proto::rr::{Name, RData, RecordType},
};
use tokio::sync::OnceCell;

use super::{DnsError, Resolver};

/// How long one question may take.
const TIMEOUT: Duration = Duration::from_secs(3);

/// Asks over the network; set up at the first question.
#[derive(Default)]
pub struct SystemResolver {
    resolver: OnceCell<TokioResolver>,
}

impl SystemResolver {
    async fn resolver(&self) -> Result<&TokioResolver, DnsError> {
        self.resolver
            .get_or_try_init(|| async {
                let mut builder = TokioResolver::builder_tokio().map_err(failed)?;
                let options = builder.options_mut();
                options.timeout = TIMEOUT;
                options.attempts = 2;
                // Somebody has just set a record and waits for it to be seen.
                options.positive_max_ttl = Some(Duration::from_secs(30));
                options.negative_max_ttl = Some(Duration::from_secs(5));
                builder.build().map_err(failed)
            })
            .await
    }

    async fn records(&self, name: &str, kind: RecordType) -> Result<Vec<RData>, DnsError> {
        // With the point at its end: never below a domain of the machine's own.
        let name = Name::from_ascii(format!("{name}.")).map_err(|error| DnsError(error.to_string()))?;
        match self.resolver().await?.lookup(name, kind).await {
            Ok(found) => Ok(found.answers().iter().map(|record| record.data.clone()).collect()),
            Err(error) if error.is_no_records_found() => Ok(Vec::new()),
            Err(error) => Err(failed(error)),
        }
    }
}

#[async_trait]
impl Resolver for SystemResolver {
    async fn texts(&self, name: &str) -> Result<Vec<String>, DnsError> {
        let records = self.records(name, RecordType::TXT).await?;
        let texts = records.iter().filter_map(|record| match record {
            RData::TXT(text) => {
                let bytes: Vec<u8> = text.txt_data.iter().flat_map(|part| part.iter().copied()).collect();
                Some(String::from_utf8_lossy(&bytes).into_owned())
            }
            _ => None,
        });
        Ok(texts.collect())
    }

    async fn alias(&self, name: &str) -> Result<Option<String>, DnsError> {
        let records = self.records(name, RecordType::CNAME).await?;
        Ok(records.iter().find_map(|record| match record {
            RData::CNAME(alias) => Some(alias.0.to_ascii().trim_end_matches('.').to_ascii_lowercase()),
            _ => None,
        }))
    }

    async fn addresses(&self, name: &str) -> Result<Vec<IpAddr>, DnsError> {
        let mut addresses = Vec::new();
        for kind in [RecordType::A, RecordType::AAAA] {
            addresses.extend(self.records(name, kind).await?.iter().filter_map(|record| match record {
                RData::A(address) => Some(IpAddr::V4(address.0)),
                RData::AAAA(address) => Some(IpAddr::V6(address.0)),
                _ => None,
            }));
        }
        Ok(addresses)
    }
}

fn failed(error: NetError) -> DnsError {
    DnsError(error.to_string())
}
