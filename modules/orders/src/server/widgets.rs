//! What the store's dashboard says about orders: what there is to do, and what came in last.

use futures::future::BoxFuture;
use orion_kernel::{
    AppError, Currency, Frontend, Money, fmt,
    widget::{Widget, WidgetRow},
};
use orion_runtime::{Ctx, Result, WidgetProvider};
use time::OffsetDateTime;

use crate::{
    i18n::{of, td_string},
    paths, permissions,
};

/// Orders shown as the latest.
const LATEST: i64 = 6;

/// The store dashboard's widgets.
pub fn providers() -> Vec<WidgetProvider> {
    let widget = |key, provide| WidgetProvider {
        module: "orders",
        key,
        frontend: Frontend::Store,
        permission: Some(permissions::VIEW),
        provide,
    };
    vec![widget("to_do", provide_to_do), widget("latest", provide_latest)]
}

fn provide_to_do(ctx: Ctx) -> BoxFuture<'static, Result<Option<Widget>, AppError>> {
    Box::pin(async move { Ok(to_do(&ctx).await?) })
}

fn provide_latest(ctx: Ctx) -> BoxFuture<'static, Result<Option<Widget>, AppError>> {
    Box::pin(async move { Ok(latest(&ctx).await?) })
}

async fn to_do(ctx: &Ctx) -> Result<Option<Widget>> {
    let store = ctx.store_id()?;
    let mut tx = ctx.begin().await?;
    let (to_send, unpaid, to_refund): (i64, i64, i64) = sqlx::query_as(
        "select count(*) filter (where status = 'open' and fulfilment <> 'fulfilled' and payment <> 'pending'),
                count(*) filter (where status <> 'cancelled' and payment = 'pending'),
                count(*) filter (where status = 'cancelled' and payment in ('paid', 'partly_refunded'))
         from orders.orders where store_id = $1",
    )
    .bind(store.0)
    .fetch_one(tx.conn())
    .await?;
    let (locale, l) = (ctx.locale(), of(ctx.locale()));
    let rows = [
        (to_send, td_string!(l, widgets.to_send), "/orders?scope=unfulfilled"),
        (unpaid, td_string!(l, widgets.unpaid), "/orders?scope=unpaid"),
        (to_refund, td_string!(l, widgets.to_refund), "/orders?scope=cancelled&payment=paid"),
    ];
    let rows: Vec<_> = rows
        .into_iter()
        .filter(|(count, ..)| *count > 0)
        .map(|(count, title, path)| WidgetRow {
            title: title.to_owned(),
            detail: fmt::number(locale, count),
            path: Some(path.to_owned()),
        })
        .collect();
    let title = td_string!(l, widgets.to_do).to_owned();
    Ok((!rows.is_empty()).then_some(Widget { title, rows, path: None }))
}

#[derive(sqlx::FromRow)]
struct Latest {
    number: i64,
    name: String,
    customer_name: String,
    total_minor: i64,
    currency: String,
    placed_at: OffsetDateTime,
}

async fn latest(ctx: &Ctx) -> Result<Option<Widget>> {
    let store = ctx.store_id()?;
    let mut tx = ctx.begin().await?;
    let orders: Vec<Latest> = sqlx::query_as(
        "select number, name, customer_name, total_minor, currency, placed_at from orders.orders
         where store_id = $1 order by placed_at desc, id desc limit $2",
    )
    .bind(store.0)
    .bind(LATEST)
    .fetch_all(tx.conn())
    .await?;
    let (locale, l) = (ctx.locale(), of(ctx.locale()));
    let rows: Vec<_> = orders
        .into_iter()
        .filter_map(|order| {
            let currency: Currency = order.currency.parse().ok()?;
            let total = fmt::money(locale, Money::new(order.total_minor, currency));
            Some(WidgetRow {
                title: format!("{} · {}", order.name, order.customer_name),
                detail: format!("{total} · {}", fmt::date_short(locale, ctx.local(order.placed_at))),
                path: Some(paths::order(order.number)),
            })
        })
        .collect();
    let title = td_string!(l, widgets.latest).to_owned();
    Ok((!rows.is_empty()).then_some(Widget { title, rows, path: Some(paths::ORDERS.to_owned()) }))
}
