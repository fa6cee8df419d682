//! Looks whether a domain is proved, and takes it into use when it is.

use orion_kernel::{AppError, StoreId};
use orion_runtime::{Ctx, PlatformCtx, Result, Tx, invalidation, jobs::EnqueueOptions};
use serde_json::json;
use time::Duration;
use uuid::Uuid;

use super::{
    claim::Claim,
    host::is_of_platform,
    look::{Seen, look},
    task::CheckDomain,
};
use crate::{
    server::{directory::STORES, platforms::lock_hosts},
    views::{DomainState, Finding},
};

/// For how long a domain is looked at by itself.
const GIVE_UP_AFTER: Duration = Duration::days(7);
/// The wait after the first look; each is twice the one before.
const FIRST_WAIT: Duration = Duration::minutes(1);
/// The longest wait.
const LONGEST_WAIT: Duration = Duration::hours(6);

/// Looks at a domain because somebody asks for it: checking begins anew.
///
/// # Errors
///
/// `NotFound` for what the store has not claimed.
pub async fn check_domain(ctx: &Ctx, host: &str) -> Result<()> {
    let store = ctx.store_id()?;
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    sqlx::query(
        "update tenancy.domain_claims set checking_since = $3, checks = 0, state = 'waiting'
         where store_id = $1 and host = $2 and state <> 'verified'",
    )
    .bind(store.0)
    .bind(host)
    .bind(ctx.now())
    .execute(tx.conn())
    .await?;
    tx.commit().await?;
    check(ctx, host).await
}

/// Looks at a domain: at what stands in its records, then writes down what that means. Between the two nothing is locked.
///
/// # Errors
///
/// `NotFound` for what the store has not claimed.
pub(super) async fn check(ctx: &Ctx, host: &str) -> Result<()> {
    let store = ctx.store_id()?;
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let claim = Claim::lock(&mut tx, store, host).await?.ok_or_else(AppError::not_found)?;
    tx.commit().await?;
    let seen = look(ctx, host, &claim.token).await;
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    // Whoever gives out hosts waits here, so that of two who prove a domain at once one is first.
    lock_hosts(&mut tx).await?;
    let Some(now) = Claim::lock(&mut tx, store, host).await?.filter(|now| now.token == claim.token) else {
        return Ok(());
    };
    if now.state == DomainState::Verified {
        note(&mut tx, store, host, DomainState::Verified, Finding::Nothing, &seen).await?;
        return tx.commit().await;
    }
    if seen.is_proof() && take(&mut tx, store, host, &now, &seen).await? {
        note(&mut tx, store, host, DomainState::Verified, Finding::Nothing, &seen).await?;
        tx.audit("tenancy.domain_verified", ("domain", host), json!({ "host": host })).await?;
        invalidation::publish(tx.conn(), STORES, &store.to_string()).await?;
        tx.commit().await?;
        ctx.app().directory().forget();
        return Ok(());
    }
    let finding = if seen.is_proof() { Finding::Taken } else { seen.finding };
    let is_over = ctx.now() - now.checking_since >= GIVE_UP_AFTER;
    let state = if is_over { DomainState::Failed } else { DomainState::Waiting };
    note(&mut tx, store, host, state, finding, &seen).await?;
    if !is_over {
        let wait = wait_after(now.checks);
        let options =
            EnqueueOptions { run_at: Some(ctx.now() + wait), key: Some(host.to_owned()), ..EnqueueOptions::default() };
        tx.enqueue_with(&CheckDomain { host: host.to_owned() }, &options).await?;
    }
    tx.commit().await
}

/// Makes the domain the store's, unless it is another's that still proves it, or a platform's.
async fn take(tx: &mut Tx, store: StoreId, host: &str, claim: &Claim, seen: &Seen) -> Result<bool> {
    if is_of_platform(tx, host).await? {
        return Ok(false);
    }
    let owner: Option<(Uuid, String)> = sqlx::query_as(
        "select d.store_id, coalesce(c.token, '') from tenancy.store_domains d
         left join tenancy.domain_claims c on c.store_id = d.store_id and c.host = d.host
         where d.host = $1 for update of d",
    )
    .bind(host)
    .fetch_optional(tx.conn())
    .await?;
    match owner {
        Some((owner, _)) if owner == store.0 => return Ok(true),
        Some((_, token)) if seen.holds(&token) => return Ok(false),
        // Whoever had it has its record there no more: domains are sold.
        Some((owner, _)) => let_go(tx, owner, host).await?,
        None => {}
    }
    let taken = sqlx::query(
        "insert into tenancy.store_domains (store_id, host, is_primary, created_at)
         select $1, $2, $3 and not exists (select from tenancy.store_domains where store_id = $1 and is_primary), $4
         on conflict (host) do nothing",
    )
    .bind(store.0)
    .bind(host)
    .bind(claim.wants_primary)
    .bind(tx.now())
    .execute(tx.conn())
    .await?;
    Ok(taken.rows_affected() > 0)
}

async fn let_go(tx: &mut Tx, owner: Uuid, host: &str) -> Result<()> {
    sqlx::query("delete from tenancy.store_domains where store_id = $1 and host = $2")
        .bind(owner)
        .bind(host)
        .execute(tx.conn())
        .await?;
    sqlx::query(
        "update tenancy.domain_claims set state = 'failed', finding = $3, verified_at = null where store_id = $1 and host = $2",
    )
    .bind(owner)
    .bind(host)
    .bind(Finding::Taken.to_string())
    .execute(tx.conn())
    .await?;
    invalidation::publish(tx.conn(), STORES, &owner.to_string()).await?;
    Ok(())
}

async fn note(
    tx: &mut Tx,
    store: StoreId,
    host: &str,
    state: DomainState,
    finding: Finding,
    seen: &Seen,
) -> Result<()> {
    let now = tx.now();
    sqlx::query(
        "update tenancy.domain_claims
         set state = $3, finding = $4, found = $5, leads_here = $6, checked_at = $7, checks = checks + 1,
             verified_at = case when $3 = 'verified' then coalesce(verified_at, $7) end
         where store_id = $1 and host = $2",
    )
    .bind(store.0)
    .bind(host)
    .bind(state.to_string())
    .bind(finding.to_string())
    .bind(if finding == Finding::Nothing { Vec::new() } else { seen.shown() })
    .bind(seen.leads_here)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(())
}

fn wait_after(checks: i32) -> Duration {
    let doublings = u32::try_from(checks).unwrap_or_default().min(16);
    (FIRST_WAIT * 2_i32.pow(doublings)).min(LONGEST_WAIT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looks_become_rarer() {
        let minutes = [0, 1, 2, 3, 8, 9, 1_000].map(|checks| wait_after(checks).whole_minutes());
        assert_eq!(minutes, [1, 2, 4, 8, 256, 360, 360]);
    }
}
