//! Forgets what was entered and left alone.

use futures::future::BoxFuture;
use orion_kernel::AppError;
use orion_runtime::{App, Result, Schedule};
use sqlx::PgConnection;

/// Every night: one statement for all stores.
pub const SCHEDULE: Schedule = Schedule { name: "checkout.expire", cron: "20 3 * * *", enqueue };

fn enqueue<'a>(_: &'a App, conn: &'a mut PgConnection) -> BoxFuture<'a, Result<(), AppError>> {
    Box::pin(async move { Ok(expire_checkouts(conn).await?) })
}

/// Nobody needs the address of somebody who has not come back in a month, which is as long as a browser remembers its checkout.
async fn expire_checkouts(conn: &mut PgConnection) -> Result<()> {
    sqlx::query(
        "update checkout.checkouts set state = 'expired', draft = '{}', frozen = null, error_code = null, updated_at = now()
         where state = 'open' and updated_at < now() - interval '30 days'",
    )
    .execute(conn)
    .await?;
    Ok(())
}
