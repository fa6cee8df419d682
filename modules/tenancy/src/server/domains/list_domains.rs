//! Where is the store found?

use orion_kernel::AppError;
use orion_runtime::{Ctx, Result};
use time::OffsetDateTime;

use super::{
    host::{is_apex, shown},
    look::own_addresses,
};
use crate::{
    model::{proof_name, proof_text},
    views::{DomainRow, DomainSettings, DomainState, Finding},
};

#[derive(sqlx::FromRow)]
struct Row {
    host: String,
    token: String,
    state: String,
    leads_here: bool,
    finding: String,
    found: Vec<String>,
    checked_at: Option<OffsetDateTime>,
    is_primary: bool,
}

/// The name below the platform's host, and the store's domains.
///
/// # Errors
///
/// `NotFound`; the database cannot be reached.
pub async fn domain_settings(ctx: &Ctx) -> Result<DomainSettings> {
    let store = ctx.store_id()?;
    let mut tx = ctx.begin().await?;
    let subdomain: Option<String> =
        sqlx::query_scalar("select coalesce(subdomain, code) from tenancy.stores where id = $1")
            .bind(store.0)
            .fetch_optional(tx.conn())
            .await?;
    let subdomain = subdomain.ok_or_else(AppError::not_found)?;
    let rows: Vec<Row> = sqlx::query_as(
        "select c.host, c.token, c.state, c.leads_here, c.finding, c.found, c.checked_at,
                coalesce(d.is_primary, false) as is_primary
         from tenancy.domain_claims c
         left join tenancy.store_domains d on d.store_id = c.store_id and d.host = c.host
         where c.store_id = $1 order by c.claimed_at, c.wants_primary desc, c.host",
    )
    .bind(store.0)
    .fetch_all(tx.conn())
    .await?;
    let former = sqlx::query_as(
        "select subdomain, until from tenancy.former_subdomains where store_id = $1 and until > $2 order by until desc",
    )
    .bind(store.0)
    .bind(ctx.now())
    .fetch_all(tx.conn())
    .await?;
    tx.commit().await?;
    let platform_host = ctx.scope().platform.host.clone();
    let primary = rows.iter().find(|row| row.is_primary).map(|row| row.host.clone());
    let needs_addresses = rows.iter().any(|row| is_apex(&row.host) && !row.leads_here);
    let addresses = if needs_addresses { own_addresses(ctx).await } else { Vec::new() };
    Ok(DomainSettings {
        primary: primary.unwrap_or_else(|| format!("{subdomain}.{platform_host}")),
        domains: rows.into_iter().map(Row::view).collect(),
        addresses: addresses.iter().map(ToString::to_string).collect(),
        subdomain,
        platform_host,
        former,
    })
}

impl Row {
    fn view(self) -> DomainRow {
        DomainRow {
            shown: shown(&self.host),
            is_apex: is_apex(&self.host),
            proof_name: proof_name(&self.host),
            proof_text: proof_text(&self.token),
            state: DomainState::from(self.state),
            finding: Finding::from(self.finding),
            host: self.host,
            is_primary: self.is_primary,
            leads_here: self.leads_here,
            found: self.found,
            checked_at: self.checked_at,
        }
    }
}
