//! Asks after payments and refunds of which nothing was heard: the browser was closed, the provider's message was lost.

use std::{collections::HashSet, sync::Arc};

use futures::future::BoxFuture;
use orion_contracts::PaymentId;
use orion_kernel::AppError;
use orion_runtime::{
    App, Ctx, Job, JobCtx, JobError, Queue, Result, Schedule,
    jobs::{EnqueueOptions, JobScope, enqueue_with},
    scope::Platform,
};
use serde::{Deserialize, Serialize};
use sqlx::PgConnection;
use time::{Duration, OffsetDateTime};
use uuid::Uuid;

use super::{
    close_payment::{ask_again, close_payment},
    send_refund::send_late_refunds,
};

/// From this age on a payment is asked after.
const ASK_AFTER: Duration = Duration::minutes(10);
/// From this age on it is given up.
const CLOSE_AFTER: Duration = Duration::minutes(30);
/// After this time the job of a refund has used up its tries.
const REFUND_LATE_AFTER: Duration = Duration::hours(36);
/// As many as one run takes on; the next one goes on.
const BATCH: i64 = 100;

/// Every five minutes, for every store that waits for a payment or a refund.
pub const SCHEDULE: Schedule =
    Schedule { name: "payments.reconcile", module: "payments", cron: "*/5 * * * *", enqueue };

/// Asks after a store's payments.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct ReconcilePayments;

impl Job for ReconcilePayments {
    const NAME: &'static str = "payments.reconcile_payments";
    const QUEUE: Queue = Queue::Scheduled;
    // The next run of the schedule is the next try.
    const MAX_ATTEMPTS: i16 = 1;

    async fn run(self, ctx: JobCtx) -> Result<(), JobError> {
        let ctx = ctx.ctx().await?;
        send_late_refunds(&ctx, REFUND_LATE_AFTER).await?;
        reconcile_payments(&ctx, ASK_AFTER, CLOSE_AFTER).await?;
        Ok(())
    }
}

/// Asks after the store's payments of some age, and gives up those of a greater one. A provider that cannot be asked about one
/// payment is asked about the others all the same. Says how many were asked after.
pub async fn reconcile_payments(ctx: &Ctx, ask_after: Duration, close_after: Duration) -> Result<usize> {
    let mut tx = ctx.begin().await?;
    let waiting: Vec<(Uuid, OffsetDateTime)> = sqlx::query_as(
        "select id, created_at from payments.payments
         where store_id = $1 and status = 'pending' and created_at <= $2 order by created_at limit $3",
    )
    .bind(ctx.store_id()?.0)
    .bind(ctx.now() - ask_after)
    .bind(BATCH)
    .fetch_all(tx.conn())
    .await?;
    tx.commit().await?;
    for (id, created_at) in &waiting {
        let id = PaymentId(*id);
        let is_over = *created_at <= ctx.now() - close_after;
        let asked = if is_over { close_payment(ctx, id).await } else { ask_again(ctx, id).await };
        if let Err(error) = asked {
            tracing::warn!(payment = %id, %error, "a payment could not be asked after");
        }
    }
    Ok(waiting.len())
}

fn enqueue<'a>(
    app: &'a App,
    conn: &'a mut PgConnection,
    platforms: &'a [Arc<Platform>],
) -> BoxFuture<'a, Result<(), AppError>> {
    Box::pin(async move { Ok(enqueue_for_stores(app, conn, platforms).await?) })
}

async fn enqueue_for_stores(app: &App, conn: &mut PgConnection, platforms: &[Arc<Platform>]) -> Result<()> {
    let waiting: HashSet<Uuid> = sqlx::query_scalar::<_, Uuid>(
        "select store_id from payments.payments where status = 'pending' and created_at <= now() - interval '10 minutes'
         union
         select store_id from payments.refunds where status = 'pending' and updated_at <= now() - interval '36 hours'",
    )
    .fetch_all(&mut *conn)
    .await?
    .into_iter()
    .collect();
    if waiting.is_empty() {
        return Ok(());
    }
    for platform in platforms {
        let mut last = None;
        loop {
            let stores = app.directory().next_stores(app, platform.id, last).await?;
            let Some(end) = stores.last() else { break };
            last = Some(end.id);
            for store in stores.iter().filter(|store| waiting.contains(&store.id.0)) {
                let scope = JobScope {
                    platform_id: platform.id,
                    merchant_id: Some(store.merchant_id),
                    store_id: Some(store.id),
                    locale: store.locales.first().copied().unwrap_or(orion_kernel::Locale::En),
                };
                // A provider that hangs is not asked by ever more runs.
                let options = EnqueueOptions { key: Some("reconcile".to_owned()), ..EnqueueOptions::default() };
                enqueue_with(conn, &scope, "schedule", &ReconcilePayments, &options).await?;
            }
        }
    }
    Ok(())
}
