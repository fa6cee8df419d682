//! Tidies up holds that nobody claimed in time.

use std::sync::Arc;

use futures::future::BoxFuture;
use orion_kernel::AppError;
use orion_runtime::{App, Result, Schedule, scope::Platform};
use sqlx::PgConnection;
use uuid::Uuid;

/// Every minute, for all stores at once: an expired hold stands in nobody's way, so there is no hurry, and variants that are
/// busy at the moment wait for the next minute.
pub const SCHEDULE: Schedule =
    Schedule { name: "inventory.release_expired", module: "inventory", cron: "* * * * *", enqueue };

/// Variants tidied up in one go.
const BATCH: i64 = 5_000;

fn enqueue<'a>(
    _: &'a App,
    conn: &'a mut PgConnection,
    platforms: &'a [Arc<Platform>],
) -> BoxFuture<'a, Result<(), AppError>> {
    Box::pin(async move { Ok(release_expired(conn, platforms).await?) })
}

/// Releases what has expired in the platforms' stores, in a transaction that sees all stores.
pub async fn release_expired(conn: &mut PgConnection, platforms: &[Arc<Platform>]) -> Result<()> {
    let platforms: Vec<Uuid> = platforms.iter().map(|platform| platform.id.0).collect();
    sqlx::query(
        "with busy as (
             select l.store_id, l.variant_id from inventory.stock_levels l
             where (l.store_id, l.variant_id) in (
                 select r.store_id, r.variant_id from inventory.reservations r where r.expires_at <= now()
             ) and l.store_id in (select id from tenancy.stores where platform_id = any($2))
             order by l.store_id, l.variant_id limit $1
             for update skip locked
         ), gone as (
             delete from inventory.reservations r using busy
             where r.store_id = busy.store_id and r.variant_id = busy.variant_id and r.expires_at <= now()
             returning r.store_id, r.variant_id, r.quantity
         ), sums as (
             select store_id, variant_id, sum(quantity)::bigint as quantity from gone group by store_id, variant_id
         )
         update inventory.stock_levels l set reserved = l.reserved - sums.quantity
         from sums where l.store_id = sums.store_id and l.variant_id = sums.variant_id",
    )
    .bind(BATCH)
    .bind(platforms)
    .execute(conn)
    .await?;
    Ok(())
}
