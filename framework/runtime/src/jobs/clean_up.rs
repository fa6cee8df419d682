//! The framework's own nightly work: removes what nobody asks for any more.

use graphile_worker::{Crontab, IntoTaskHandlerResult, TaskHandler, WorkerContext};
use orion_kernel::AppError;
use serde::{Deserialize, Serialize};
use serde_json::json;
use sqlx::{PgConnection, PgPool};

use super::{
    schedule::entry,
    task::{Failure, host_of},
};
use crate::{
    database::{RowScope, begin, to_app_error},
    session, throttle,
};

/// A receipt is needed as long as its event may come again: until its job succeeded or was given up, hours later.
const KEEP_RECEIPTS_DAYS: i32 = 30;

/// How many rows go at a time, so that nobody waits for a lock.
const BATCH: i64 = 5_000;

/// Removes old receipts of events, sessions that have ended, and counts of guesses.
#[derive(Serialize, Deserialize)]
pub(super) struct CleanUp {}

impl CleanUp {
    /// Every night.
    pub(super) fn crontab() -> Result<Crontab, String> {
        entry(Self::IDENTIFIER, "17 3 * * *", Self::IDENTIFIER, json!({}))
    }
}

impl TaskHandler for CleanUp {
    const IDENTIFIER: &'static str = "orion.clean_up";

    async fn run(self, worker: WorkerContext) -> impl IntoTaskHandlerResult {
        let host = host_of(&worker)?;
        clean_up(&host.pool).await.map_err(|error| {
            tracing::warn!(%error, "cleaning up failed");
            Failure(error.to_string())
        })
    }
}

async fn clean_up(pool: &PgPool) -> Result<(), AppError> {
    let mut tx = begin(pool, &RowScope::PLATFORM).await.map_err(to_app_error)?;
    let receipts = remove_receipts(&mut tx).await.map_err(to_app_error)?;
    let sessions = session::remove_expired(&mut tx).await.map_err(to_app_error)?;
    let guesses = throttle::remove_expired(&mut tx).await.map_err(to_app_error)?;
    tx.commit().await.map_err(to_app_error)?;
    tracing::info!(receipts, sessions, guesses, "cleaned up");
    Ok(())
}

async fn remove_receipts(conn: &mut PgConnection) -> Result<u64, sqlx::Error> {
    let mut removed = 0;
    loop {
        let batch = sqlx::query(
            "delete from orion.event_receipts where ctid = any(array(
                select ctid from orion.event_receipts where received_at < now() - make_interval(days => $1) limit $2))",
        )
        .bind(KEEP_RECEIPTS_DAYS)
        .bind(BATCH)
        .execute(&mut *conn)
        .await?;
        removed += batch.rows_affected();
        if batch.rows_affected() == 0 {
            return Ok(removed);
        }
    }
}
