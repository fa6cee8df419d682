//! What the store's dashboard says about stock.

use futures::future::BoxFuture;
use orion_kernel::{
    AppError, Frontend, Period, fmt,
    metric::Metric,
    widget::{Widget, WidgetRow},
};
use orion_runtime::{Ctx, MetricsProvider, Result, WidgetProvider};

use super::stored::Stored;
use crate::{
    i18n::{of, td_string},
    paths, permissions,
    views::StockRow,
};

/// Variants shown.
const SHOWN: i64 = 6;

/// How many variants run low.
pub fn metrics() -> MetricsProvider {
    MetricsProvider {
        module: "inventory",
        frontend: Frontend::Store,
        permission: Some(permissions::VIEW),
        provide: provide_metrics,
    }
}

/// The variants that run low, those with least first.
pub fn widget() -> WidgetProvider {
    WidgetProvider {
        module: "inventory",
        key: "low_stock",
        frontend: Frontend::Store,
        permission: Some(permissions::VIEW),
        provide: provide_widget,
    }
}

fn provide_metrics(ctx: Ctx, _: Period) -> BoxFuture<'static, Result<Vec<Metric>, AppError>> {
    Box::pin(async move { Ok(low_metric(&ctx).await?) })
}

fn provide_widget(ctx: Ctx) -> BoxFuture<'static, Result<Option<Widget>, AppError>> {
    Box::pin(async move { Ok(low_widget(&ctx).await?) })
}

async fn low_metric(ctx: &Ctx) -> Result<Vec<Metric>> {
    let counts = super::count_stock(ctx).await?;
    let low = counts.get("low").copied().unwrap_or_default();
    let (locale, l) = (ctx.locale(), of(ctx.locale()));
    Ok(vec![Metric {
        label: td_string!(l, dashboard.low).to_owned(),
        value: fmt::number(locale, i64::try_from(low).unwrap_or(i64::MAX)),
        delta: None,
        path: Some(paths::LOW_STOCK.to_owned()),
    }])
}

async fn low_widget(ctx: &Ctx) -> Result<Option<Widget>> {
    let store = ctx.store_id()?;
    let mut tx = ctx.begin().await?;
    let rows: Vec<Stored> = sqlx::query_as(
        "select * from inventory.stock_levels
         where store_id = $1 and is_counted and on_hand - reserved <= low_stock_threshold
         order by on_hand - reserved, lower(title), variant_id limit $2",
    )
    .bind(store.0)
    .bind(SHOWN)
    .fetch_all(tx.conn())
    .await?;
    let (locale, l) = (ctx.locale(), of(ctx.locale()));
    let rows: Vec<_> = rows
        .into_iter()
        .map(StockRow::from)
        .map(|row| WidgetRow {
            detail: td_string!(l, dashboard.left, count = fmt::number(locale, row.figures.available())),
            path: Some(paths::variant(row.variant_id)),
            title: if row.variant_title.is_empty() {
                row.title
            } else {
                format!("{} · {}", row.title, row.variant_title)
            },
        })
        .collect();
    let title = td_string!(l, dashboard.low).to_owned();
    Ok((!rows.is_empty()).then_some(Widget { title, rows, path: Some(paths::LOW_STOCK.to_owned()) }))
}
