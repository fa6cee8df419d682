//! Throws away links that nobody used in time, and registrations that nobody confirmed.

use std::sync::Arc;

use futures::future::BoxFuture;
use orion_kernel::AppError;
use orion_runtime::{App, Result, Schedule, scope::Platform};
use sqlx::PgConnection;

/// Every night, for all stores at once.
pub const SCHEDULE: Schedule =
    Schedule { name: "customers.remove_expired", module: "customers", cron: "50 2 * * *", enqueue };

fn enqueue<'a>(_: &'a App, conn: &'a mut PgConnection, _: &'a [Arc<Platform>]) -> BoxFuture<'a, Result<(), AppError>> {
    Box::pin(async move { Ok(remove_expired(conn).await?) })
}

/// Removes the links that work no more, and whoever registered a week ago and never confirmed, in a transaction that sees all
/// stores.
pub async fn remove_expired(conn: &mut PgConnection) -> Result<()> {
    sqlx::query("delete from customers.links where expires_at <= now()").execute(&mut *conn).await?;
    sqlx::query("delete from customers.password_resets where expires_at <= now()").execute(&mut *conn).await?;
    sqlx::query(
        "delete from customers.customers
         where password_phc is null and verified_at is null and note = ''
             and registered_at < now() - interval '7 days'",
    )
    .execute(conn)
    .await?;
    Ok(())
}
