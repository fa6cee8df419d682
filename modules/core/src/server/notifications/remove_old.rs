//! Throws away what was told long ago.

use std::sync::Arc;

use futures::future::BoxFuture;
use orion_kernel::AppError;
use orion_runtime::{App, Result, Schedule, scope::Platform};
use sqlx::PgConnection;
use uuid::Uuid;

/// Every night, for all places at once.
pub const SCHEDULE: Schedule =
    Schedule { name: "core.remove_old_notices", module: "core", cron: "20 3 * * *", enqueue };

/// Notices removed in one night; what is left over goes the night after.
const BATCH: i64 = 100_000;

fn enqueue<'a>(
    _: &'a App,
    conn: &'a mut PgConnection,
    platforms: &'a [Arc<Platform>],
) -> BoxFuture<'a, Result<(), AppError>> {
    Box::pin(async move { Ok(remove_old(conn, platforms).await?) })
}

/// Removes the platforms' notices of more than half a year ago, read or not, with whom they were told to.
async fn remove_old(conn: &mut PgConnection, platforms: &[Arc<Platform>]) -> Result<()> {
    let platforms: Vec<Uuid> = platforms.iter().map(|platform| platform.id.0).collect();
    sqlx::query(
        "delete from core.notices n using (
             select platform_id, id from core.notices
             where at < now() - interval '180 days' and platform_id = any($2)
             limit $1 for update skip locked
         ) old
         where n.platform_id = old.platform_id and n.id = old.id",
    )
    .bind(BATCH)
    .bind(platforms)
    .execute(conn)
    .await?;
    Ok(())
}
