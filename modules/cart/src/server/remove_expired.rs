//! Throws away carts that nobody came back for.

use futures::future::BoxFuture;
use orion_kernel::AppError;
use orion_runtime::{App, Result, Schedule};
use sqlx::PgConnection;

/// Every night, for all stores at once.
pub const SCHEDULE: Schedule = Schedule { name: "cart.remove_expired", cron: "40 2 * * *", enqueue };

/// Carts removed in one night; what is left over goes the night after.
const BATCH: i64 = 100_000;

fn enqueue<'a>(_: &'a App, conn: &'a mut PgConnection) -> BoxFuture<'a, Result<(), AppError>> {
    Box::pin(async move { Ok(remove_expired(conn).await?) })
}

/// Removes carts whose cookie is gone, and customers' carts after three months, in a transaction that sees all stores.
pub async fn remove_expired(conn: &mut PgConnection) -> Result<()> {
    sqlx::query(
        "delete from cart.carts c using (
             select store_id, id from cart.carts
             where updated_at < now() - case when state = 'open' and customer_id is not null
                 then interval '90 days' else interval '30 days' end
             limit $1 for update skip locked
         ) old
         where c.store_id = old.store_id and c.id = old.id",
    )
    .bind(BATCH)
    .execute(conn)
    .await?;
    Ok(())
}
