//! Throws away carts that nobody came back for.

use std::sync::Arc;

use futures::future::BoxFuture;
use orion_kernel::AppError;
use orion_runtime::{App, Result, Schedule, scope::Platform};
use sqlx::PgConnection;
use uuid::Uuid;

/// Every night, for all stores at once.
pub const SCHEDULE: Schedule = Schedule { name: "cart.remove_expired", module: "cart", cron: "40 2 * * *", enqueue };

/// Carts removed in one night; what is left over goes the night after.
const BATCH: i64 = 100_000;

fn enqueue<'a>(
    _: &'a App,
    conn: &'a mut PgConnection,
    platforms: &'a [Arc<Platform>],
) -> BoxFuture<'a, Result<(), AppError>> {
    Box::pin(async move { Ok(remove_expired(conn, platforms).await?) })
}

/// Removes the platforms' carts whose cookie is gone, and customers' carts after three months, in a transaction that sees
/// all stores.
pub async fn remove_expired(conn: &mut PgConnection, platforms: &[Arc<Platform>]) -> Result<()> {
    let platforms: Vec<Uuid> = platforms.iter().map(|platform| platform.id.0).collect();
    sqlx::query(
        "delete from cart.carts c using (
             select store_id, id from cart.carts
             where updated_at < now() - case when state = 'open' and customer_id is not null
                 then interval '90 days' else interval '30 days' end
             and store_id in (select id from tenancy.stores where platform_id = any($2))
             limit $1 for update skip locked
         ) old
         where c.store_id = old.store_id and c.id = old.id",
    )
    .bind(BATCH)
    .bind(platforms)
    .execute(conn)
    .await?;
    Ok(())
}
