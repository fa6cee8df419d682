//! Throws away links to a new password that nobody used in time.

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

/// Removes the links that work no more, in a transaction that sees all stores.
pub async fn remove_expired(conn: &mut PgConnection) -> Result<()> {
    sqlx::query("delete from customers.password_resets where expires_at <= now()").execute(conn).await?;
    Ok(())
}
