//! The last 30 days in figures, beside the 30 days before.

use futures::future::BoxFuture;
use orion_kernel::{
    AppError, BasisPoints, Frontend, Locale, Money, fmt,
    metric::{Delta, Metric, Trend},
};
use orion_runtime::{Ctx, MetricsProvider, Result};
use time::Duration;

use crate::{
    i18n::{of, td_string},
    paths, permissions,
};

const PERIOD: Duration = Duration::days(30);

/// Orders and revenue on the store's dashboard.
pub fn provider() -> MetricsProvider {
    MetricsProvider { module: "orders", frontend: Frontend::Store, permission: Some(permissions::VIEW), provide }
}

fn provide(ctx: Ctx) -> BoxFuture<'static, Result<Vec<Metric>, AppError>> {
    Box::pin(async move { Ok(metrics(&ctx).await?) })
}

#[derive(sqlx::FromRow)]
struct Figures {
    orders: i64,
    orders_before: i64,
    revenue: i64,
    revenue_before: i64,
}

async fn metrics(ctx: &Ctx) -> Result<Vec<Metric>> {
    let store = ctx.store()?;
    let mut tx = ctx.begin().await?;
    let figures: Figures = sqlx::query_as(
        "select count(*) filter (where placed_at >= $2) as orders, count(*) filter (where placed_at < $2) as orders_before,
                coalesce(sum(total_minor - refunded_minor) filter (where placed_at >= $2), 0)::bigint as revenue,
                coalesce(sum(total_minor - refunded_minor) filter (where placed_at < $2), 0)::bigint as revenue_before
         from orders.orders where store_id = $1 and placed_at >= $3 and status <> 'cancelled'",
    )
    .bind(store.id.0)
    .bind(ctx.now() - PERIOD)
    .bind(ctx.now() - PERIOD * 2)
    .fetch_one(tx.conn())
    .await?;
    let (locale, l) = (ctx.locale(), of(ctx.locale()));
    let path = Some(paths::ORDERS.to_owned());
    Ok(vec![
        Metric {
            label: td_string!(l, metrics.orders).to_owned(),
            value: fmt::number(locale, figures.orders),
            delta: delta(locale, figures.orders, figures.orders_before),
            path: path.clone(),
        },
        Metric {
            label: td_string!(l, metrics.revenue).to_owned(),
            value: fmt::money(locale, Money::new(figures.revenue, store.currency)),
            delta: delta(locale, figures.revenue, figures.revenue_before),
            path,
        },
    ])
}

/// How a figure moved in whole percent; nothing to say when there was nothing before.
fn delta(locale: Locale, now: i64, before: i64) -> Option<Delta> {
    if before <= 0 {
        return None;
    }
    let percent = (i128::from(now) - i128::from(before)) * 100 / i128::from(before);
    let basis_points = BasisPoints(i32::try_from(percent.clamp(-100_000, 100_000)).unwrap_or_default() * 100);
    let sign = if percent > 0 { "+" } else { "" };
    Some(Delta {
        text: format!("{sign}{}", fmt::percent(locale, basis_points)),
        trend: match percent {
            1.. => Trend::Better,
            0 => Trend::Same,
            _ => Trend::Worse,
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_compared_with_the_one_before() {
        let text = |now, before| delta(Locale::En, now, before).map(|delta| (delta.text, delta.trend));
        assert_eq!(text(110, 100), Some(("+10%".to_owned(), Trend::Better)));
        assert_eq!(text(50, 100), Some(("-50%".to_owned(), Trend::Worse)));
        assert_eq!(text(100, 100), Some(("0%".to_owned(), Trend::Same)));
        assert_eq!(text(100, 0), None);
        assert_eq!(text(i64::MAX, 1), Some(("+100,000%".to_owned(), Trend::Better)));
    }
}
