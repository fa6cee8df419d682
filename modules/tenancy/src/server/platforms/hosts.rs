//! Which hosts lead somewhere already. A host leads to one place in the whole installation.

use orion_runtime::{Result, Tx};

/// Whoever gives out a host or a subdomain waits here for the others who do.
pub async fn lock_hosts(tx: &mut Tx) -> Result<()> {
    sqlx::query("select pg_advisory_xact_lock(hashtext('tenancy.hosts'))").execute(tx.conn()).await?;
    Ok(())
}

/// Whether a host leads to a platform or a store, other than the platform with this code.
pub async fn is_taken(tx: &mut Tx, host: &str, except: &str) -> Result<bool> {
    let main = tx.ctx().app().config().public_origin.host().to_owned();
    let (label, parent) = host.split_once('.').unwrap_or((host, ""));
    let taken = sqlx::query_scalar(
        "select $1 = $2
             or exists (select from tenancy.platforms p where p.host = $1 and p.code <> $5)
             or exists (select from tenancy.store_domains d where d.host = $1)
             or exists (select from tenancy.platforms p join tenancy.stores s on s.platform_id = p.id
                        where coalesce(p.host, $2) = $4 and (s.code = $3 or coalesce(s.subdomain, s.code) = $3))",
    )
    .bind(host)
    .bind(main)
    .bind(label)
    .bind(parent)
    .bind(except)
    .fetch_one(tx.conn())
    .await?;
    Ok(taken)
}
