//! What does the domain name system say about a domain?

use std::{net::IpAddr, time::Duration};

use orion_runtime::{Ctx, dns::DnsError};

use crate::{
    model::{proof_name, proof_text},
    views::Finding,
};

/// The most records that are shown, and the most characters of each.
const MOST_SHOWN: (usize, usize) = (5, 120);
/// How long a page waits for addresses.
const PATIENCE: Duration = Duration::from_secs(2);

/// What was seen.
#[derive(Clone, Debug)]
pub struct Seen {
    /// Why the proof is not there; nothing when it is.
    pub finding: Finding,
    /// The texts in the record.
    pub texts: Vec<String>,
    /// Whether the domain leads here.
    pub leads_here: bool,
}

impl Seen {
    /// Whether this store has proved the domain.
    pub fn is_proof(&self) -> bool {
        self.finding == Finding::Nothing
    }

    /// Whether the proof with this token stands there.
    pub fn holds(&self, token: &str) -> bool {
        !token.is_empty() && self.texts.contains(&proof_text(token))
    }

    /// The records for the page.
    pub fn shown(&self) -> Vec<String> {
        let (records, chars) = MOST_SHOWN;
        self.texts.iter().take(records).map(|text| text.chars().take(chars).collect()).collect()
    }
}

/// Looks for the proof, and where the domain leads.
pub async fn look(ctx: &Ctx, host: &str, token: &str) -> Seen {
    let resolver = ctx.app().resolver();
    let (finding, texts) = match resolver.texts(&proof_name(host)).await {
        Ok(texts) if texts.is_empty() => (Finding::NoRecord, texts),
        Ok(texts) => (Finding::OtherRecords, texts),
        Err(error) => {
            tracing::warn!(host, %error, "a domain could not be looked at");
            (Finding::NoAnswer, Vec::new())
        }
    };
    let leads_here = leads_here(ctx, host).await.unwrap_or_default();
    let mut seen = Seen { finding, texts, leads_here };
    if seen.holds(token) {
        seen.finding = Finding::Nothing;
    }
    seen
}

async fn leads_here(ctx: &Ctx, host: &str) -> Result<bool, DnsError> {
    let resolver = ctx.app().resolver();
    let own = &ctx.scope().platform.host;
    if let Some(alias) = resolver.alias(host).await? {
        return Ok(alias == *own || alias.strip_suffix(own.as_str()).is_some_and(|rest| rest.ends_with('.')));
    }
    let ours = resolver.addresses(own).await?;
    Ok(resolver.addresses(host).await?.iter().any(|address| ours.contains(address)))
}

/// The addresses a domain has to lead to that cannot be an alias; none when nobody answers in time.
pub async fn own_addresses(ctx: &Ctx) -> Vec<IpAddr> {
    let asked = ctx.app().resolver().addresses(&ctx.scope().platform.host);
    tokio::time::timeout(PATIENCE, asked).await.ok().and_then(Result::ok).unwrap_or_default()
}
