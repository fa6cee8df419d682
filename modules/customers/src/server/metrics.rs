//! How many customers the store has, and how many are new.

use futures::future::BoxFuture;
use orion_kernel::{
    AppError, Frontend, fmt,
    metric::{Delta, Metric, Trend},
};
use orion_runtime::{Ctx, MetricsProvider, Result};
use time::Duration;

use crate::{
    i18n::{of, td_string},
    paths, permissions,
};

const PERIOD: Duration = Duration::days(30);

/// Customers on the store's dashboard.
pub fn provider() -> MetricsProvider {
    MetricsProvider { module: "customers", frontend: Frontend::Store, permission: Some(permissions::VIEW), provide }
}

fn provide(ctx: Ctx) -> BoxFuture<'static, Result<Vec<Metric>, AppError>> {
    Box::pin(async move { Ok(metrics(&ctx).await?) })
}

async fn metrics(ctx: &Ctx) -> Result<Vec<Metric>> {
    let mut tx = ctx.begin().await?;
    let (all, new): (i64, i64) = sqlx::query_as(
        "select count(*), count(*) filter (where created_at >= $2) from customers.customers where store_id = $1",
    )
    .bind(ctx.store_id()?.0)
    .bind(ctx.now() - PERIOD)
    .fetch_one(tx.conn())
    .await?;
    let (locale, l) = (ctx.locale(), of(ctx.locale()));
    let delta = (new > 0).then(|| Delta {
        text: td_string!(l, metrics.new_ones, count = fmt::number(locale, new)).to_string(),
        trend: Trend::Better,
    });
    Ok(vec![Metric {
        label: td_string!(l, metrics.customers).to_owned(),
        value: fmt::number(locale, all),
        delta,
        path: Some(paths::CUSTOMERS.to_owned()),
    }])
}
