//! Throws away mails that nobody needs any more: those of long ago, and those to somebody who has had their account deleted.

use std::sync::Arc;

use futures::future::BoxFuture;
use orion_kernel::AppError;
use orion_runtime::{App, Result, Schedule, Tx, scope::Platform};
use sqlx::PgConnection;
use uuid::Uuid;

/// Every night, for all stores at once.
pub const SCHEDULE: Schedule =
    Schedule { name: "messaging.remove_old", module: "messaging", cron: "10 3 * * *", enqueue };

/// Mails removed in one night; what is left over goes the night after.
const BATCH: i64 = 100_000;

fn enqueue<'a>(
    _: &'a App,
    conn: &'a mut PgConnection,
    platforms: &'a [Arc<Platform>],
) -> BoxFuture<'a, Result<(), AppError>> {
    Box::pin(async move { Ok(remove_old(conn, platforms).await?) })
}

/// Removes the platforms' mails of more than ninety days ago, in a transaction that sees all stores.
pub async fn remove_old(conn: &mut PgConnection, platforms: &[Arc<Platform>]) -> Result<()> {
    let platforms: Vec<Uuid> = platforms.iter().map(|platform| platform.id.0).collect();
    sqlx::query(
        "delete from messaging.outbox o using (
             select platform_id, id from messaging.outbox
             where created_at < now() - interval '90 days' and status <> 'queued' and platform_id = any($2)
             limit $1 for update skip locked
         ) old
         where o.platform_id = old.platform_id and o.id = old.id",
    )
    .bind(BATCH)
    .bind(platforms)
    .execute(conn)
    .await?;
    Ok(())
}

/// Removes what the store has sent to an address, in lower case. What is on its way goes in time.
pub async fn forget_recipient(tx: &mut Tx, email: &str) -> Result<()> {
    let (platform, store) = (tx.ctx().platform_id(), tx.ctx().store_id()?);
    sqlx::query(
        "delete from messaging.outbox
         where platform_id = $1 and store_id = $2 and lower(recipient) = $3 and status <> 'queued'",
    )
    .bind(platform.0)
    .bind(store.0)
    .bind(email)
    .execute(tx.conn())
    .await?;
    Ok(())
}
