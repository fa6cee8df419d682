//! Forgets what was entered and left alone.

use std::sync::Arc;

use futures::future::BoxFuture;
use orion_kernel::AppError;
use orion_runtime::{App, Result, Schedule, scope::Platform};
use sqlx::PgConnection;
use uuid::Uuid;

/// Every night: one statement for all stores.
pub const SCHEDULE: Schedule = Schedule { name: "checkout.expire", module: "checkout", cron: "20 3 * * *", enqueue };

fn enqueue<'a>(
    _: &'a App,
    conn: &'a mut PgConnection,
    platforms: &'a [Arc<Platform>],
) -> BoxFuture<'a, Result<(), AppError>> {
    Box::pin(async move { Ok(expire_checkouts(conn, platforms).await?) })
}

/// Nobody needs the address of somebody who has not come back in a month, which is as long as a browser remembers its checkout.
async fn expire_checkouts(conn: &mut PgConnection, platforms: &[Arc<Platform>]) -> Result<()> {
    let platforms: Vec<Uuid> = platforms.iter().map(|platform| platform.id.0).collect();
    sqlx::query(
        "update checkout.checkouts set state = 'expired', draft = '{}', frozen = null, error_code = null, updated_at = now()
         where state = 'open' and updated_at < now() - interval '30 days'
             and store_id in (select id from tenancy.stores where platform_id = any($1))",
    )
    .bind(platforms)
    .execute(conn)
    .await?;
    Ok(())
}
