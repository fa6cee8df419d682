//! How many customers the store has, and how many are new in a period. Registrations that nobody has confirmed are none yet.

use futures::future::BoxFuture;
use orion_kernel::{
    AppError, Frontend, Period, fmt,
    metric::{Delta, Metric},
};
use orion_runtime::{Ctx, MetricsProvider, Result};

use crate::{
    i18n::{of, td_string},
    paths, permissions,
};

/// Customers on the store's dashboard.
pub fn provider() -> MetricsProvider {
    MetricsProvider { module: "customers", frontend: Frontend::Store, permission: Some(permissions::VIEW), provide }
}

fn provide(ctx: Ctx, period: Period) -> BoxFuture<'static, Result<Vec<Metric>, AppError>> {
    Box::pin(async move { Ok(metrics(&ctx, period).await?) })
}

async fn metrics(ctx: &Ctx, period: Period) -> Result<Vec<Metric>> {
    let mut tx = ctx.begin().await?;
    let (all, new, new_before): (i64, i64, i64) = sqlx::query_as(
        "select count(*), count(*) filter (where created_at >= $2 and created_at < $4),
                count(*) filter (where created_at >= $3 and created_at < $2)
         from customers.customers
         where store_id = $1 and (registered_at is null or verified_at is not null or password_phc is not null)",
    )
    .bind(ctx.store_id()?.0)
    .bind(period.from)
    .bind(period.before)
    .bind(period.until)
    .fetch_one(tx.conn())
    .await?;
    let (locale, l) = (ctx.locale(), of(ctx.locale()));
    let metric = |label: &str, value: i64, delta: Option<Delta>| Metric {
        label: label.to_owned(),
        value: fmt::number(locale, value),
        delta,
        path: Some(paths::CUSTOMERS.to_owned()),
    };
    Ok(vec![
        metric(td_string!(l, metrics.customers), all, None),
        metric(td_string!(l, metrics.new_ones), new, Delta::compare(locale, new, new_before)),
    ])
}
