//! A period in figures, beside the one before.

use futures::future::BoxFuture;
use orion_kernel::{
    AppError, Frontend, Money, Period, fmt,
    metric::{Delta, Metric},
};
use orion_runtime::{Ctx, MetricsProvider, Result};

use crate::{
    i18n::{of, td_string},
    paths, permissions,
};

/// Orders and revenue on the store's dashboard.
pub fn provider() -> MetricsProvider {
    MetricsProvider { module: "orders", frontend: Frontend::Store, permission: Some(permissions::VIEW), provide }
}

fn provide(ctx: Ctx, period: Period) -> BoxFuture<'static, Result<Vec<Metric>, AppError>> {
    Box::pin(async move { Ok(metrics(&ctx, period).await?) })
}

#[derive(sqlx::FromRow)]
struct Figures {
    orders: i64,
    orders_before: i64,
    revenue: i64,
    revenue_before: i64,
}

async fn metrics(ctx: &Ctx, period: Period) -> Result<Vec<Metric>> {
    let store = ctx.store()?;
    let mut tx = ctx.begin().await?;
    let figures: Figures = sqlx::query_as(
        "select count(*) filter (where placed_at >= $2) as orders, count(*) filter (where placed_at < $2) as orders_before,
                coalesce(sum(total_minor - refunded_minor) filter (where placed_at >= $2), 0)::bigint as revenue,
                coalesce(sum(total_minor - refunded_minor) filter (where placed_at < $2), 0)::bigint as revenue_before
         from orders.orders where store_id = $1 and placed_at >= $3 and placed_at < $4 and status <> 'cancelled'",
    )
    .bind(store.id.0)
    .bind(period.from)
    .bind(period.before)
    .bind(period.until)
    .fetch_one(tx.conn())
    .await?;
    let (locale, l) = (ctx.locale(), of(ctx.locale()));
    let path = Some(paths::ORDERS.to_owned());
    Ok(vec![
        Metric {
            label: td_string!(l, metrics.orders).to_owned(),
            value: fmt::number(locale, figures.orders),
            delta: Delta::compare(locale, figures.orders, figures.orders_before),
            path: path.clone(),
        },
        Metric {
            label: td_string!(l, metrics.revenue).to_owned(),
            value: fmt::money(locale, Money::new(figures.revenue, store.currency)),
            delta: Delta::compare(locale, figures.revenue, figures.revenue_before),
            path: path.clone(),
        },
        Metric {
            label: td_string!(l, metrics.average).to_owned(),
            value: fmt::money(locale, Money::new(average(figures.revenue, figures.orders), store.currency)),
            delta: Delta::compare(
                locale,
                average(figures.revenue, figures.orders),
                average(figures.revenue_before, figures.orders_before),
            ),
            path,
        },
    ])
}

/// What an order came to, in whole minor units.
fn average(revenue: i64, orders: i64) -> i64 {
    if orders > 0 { revenue / orders } else { 0 }
}
