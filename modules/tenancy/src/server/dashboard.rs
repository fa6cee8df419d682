//! What the operators' dashboard says about merchants, stores and modules.

use futures::future::BoxFuture;
use orion_kernel::{
    AppError, Frontend, Period, Tier, fmt,
    metric::{Delta, Metric},
    widget::{Widget, WidgetRow},
};
use orion_runtime::{Ctx, MetricsProvider, PlatformCtx, Result, WidgetProvider};
use time::OffsetDateTime;

use crate::{
    i18n::{of, td_string},
    paths, permissions,
};

/// Stores shown as the newest.
const NEWEST: i64 = 5;

/// How many of everything there are.
pub fn metrics() -> MetricsProvider {
    MetricsProvider {
        module: "tenancy",
        frontend: Frontend::Admin,
        permission: Some(permissions::STORES_VIEW),
        provide: |ctx, period| -> BoxFuture<'static, Result<Vec<Metric>, AppError>> {
            Box::pin(async move { Ok(figures(&ctx, period).await?) })
        },
    }
}

/// The newest stores.
pub fn newest_stores() -> WidgetProvider {
    WidgetProvider {
        module: "tenancy",
        key: "newest_stores",
        frontend: Frontend::Admin,
        permission: Some(permissions::STORES_VIEW),
        provide: |ctx| -> BoxFuture<'static, Result<Option<Widget>, AppError>> {
            Box::pin(async move { Ok(newest(&ctx).await?) })
        },
    }
}

async fn figures(ctx: &Ctx, period: Period) -> Result<Vec<Metric>> {
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let (merchants, open, closed, new, new_before): (i64, i64, i64, i64, i64) = sqlx::query_as(
        "select (select count(*) from tenancy.merchants where platform_id = $1),
                count(*) filter (where status = 'open'),
                count(*) filter (where status = 'closed'),
                count(*) filter (where created_at >= $2 and created_at < $4),
                count(*) filter (where created_at >= $3 and created_at < $2)
         from tenancy.stores where platform_id = $1",
    )
    .bind(ctx.platform_id().0)
    .bind(period.from)
    .bind(period.before)
    .bind(period.until)
    .fetch_one(tx.conn())
    .await?;
    let (locale, l) = (ctx.locale(), of(ctx.locale()));
    let optional = ctx.app().registry().modules().iter().filter(|module| module.tier != Tier::Core);
    let (on, all) = optional
        .fold((0_i64, 0_i64), |(on, all), module| (on + i64::from(ctx.scope().has_module(module.code)), all + 1));
    let metric = |label: &str, value: String, path: &str| Metric {
        label: label.to_owned(),
        value,
        delta: None,
        path: Some(path.to_owned()),
    };
    let switched =
        td_string!(l, dashboard.on_of, on = fmt::number(locale, on), all = fmt::number(locale, all)).to_string();
    Ok(vec![
        metric(td_string!(l, dashboard.merchants), fmt::number(locale, merchants), paths::MERCHANTS),
        metric(td_string!(l, dashboard.open_stores), fmt::number(locale, open), paths::OPEN_STORES),
        metric(td_string!(l, dashboard.closed_stores), fmt::number(locale, closed), paths::CLOSED_STORES),
        Metric {
            delta: Delta::compare(locale, new, new_before),
            ..metric(td_string!(l, dashboard.new_stores), fmt::number(locale, new), paths::STORES)
        },
        metric(td_string!(l, dashboard.modules), switched, paths::MODULES),
    ])
}

async fn newest(ctx: &Ctx) -> Result<Option<Widget>> {
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let stores: Vec<(String, String, OffsetDateTime)> = sqlx::query_as(
        "select code, name, created_at from tenancy.stores where platform_id = $1 order by created_at desc, code limit $2",
    )
    .bind(ctx.platform_id().0)
    .bind(NEWEST)
    .fetch_all(tx.conn())
    .await?;
    let locale = ctx.locale();
    let rows: Vec<_> = stores
        .into_iter()
        .map(|(code, name, created_at)| WidgetRow {
            title: name,
            detail: fmt::date(locale, created_at),
            path: Some(paths::store(&code)),
        })
        .collect();
    let title = td_string!(of(locale), dashboard.newest_stores).to_owned();
    Ok((!rows.is_empty()).then_some(Widget { title, rows, path: Some(paths::STORES.to_owned()) }))
}
