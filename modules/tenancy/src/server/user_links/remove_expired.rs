//! Throws away what nobody used in time, and sign-ins of long ago.

use std::sync::Arc;

use futures::future::BoxFuture;
use orion_kernel::AppError;
use orion_runtime::{App, Result, Schedule, scope::Platform};
use sqlx::PgConnection;

/// Every hour; users belong to no platform.
pub const SCHEDULE: Schedule =
    Schedule { name: "tenancy.remove_expired", module: "tenancy", cron: "35 * * * *", enqueue };

fn enqueue<'a>(_: &'a App, conn: &'a mut PgConnection, _: &'a [Arc<Platform>]) -> BoxFuture<'a, Result<(), AppError>> {
    Box::pin(async move { Ok(remove_expired(conn).await?) })
}

async fn remove_expired(conn: &mut PgConnection) -> Result<()> {
    for statement in [
        "delete from tenancy.user_links where expires_at <= now()",
        "delete from tenancy.challenges where expires_at <= now()",
        "delete from tenancy.trusted_devices where expires_at <= now()",
        "delete from tenancy.second_factors where confirmed_at is null and created_at < now() - interval '1 day'",
        "delete from tenancy.sign_ins where at < now() - interval '180 days'",
    ] {
        sqlx::query(statement).execute(&mut *conn).await?;
    }
    Ok(())
}
