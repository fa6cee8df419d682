//! What the team is told about stock.

use orion_contracts::{
    notifications::{Audience, Notice, Notifications, Words},
    orders::{OrderPlaced, Orders},
};
use orion_kernel::{AppError, Frontend, fmt};
use orion_runtime::{EventHandler, NoticeKind, Result, Tx};
use uuid::Uuid;

use crate::{
    i18n::{of, td_string},
    paths, permissions,
};

const LOW: &str = "inventory.low";

/// The kinds.
pub fn kinds() -> Vec<NoticeKind> {
    vec![NoticeKind {
        code: LOW,
        frontend: Frontend::Store,
        permission: Some(permissions::VIEW),
        label: |l| td_string!(of(l), notices.low_kind),
        by_mail: false,
    }]
}

/// The reactions that tell.
pub fn handlers() -> Vec<EventHandler> {
    vec![EventHandler::on::<OrderPlaced>("inventory.tell_team_of_low_stock", "inventory", |tx, event| {
        Box::pin(async move { warn(tx, &event).await.map_err(AppError::from) })
    })]
}

#[derive(sqlx::FromRow)]
struct Low {
    variant_id: Uuid,
    title: String,
    variant_title: String,
    left: i64,
}

/// Tells of what an order has made low: it was not before, and is now. What was low before was told before.
async fn warn(tx: &mut Tx, event: &OrderPlaced) -> Result<()> {
    let (store, orders) = (tx.ctx().store_id()?, tx.ctx().port::<dyn Orders>());
    let Some(order) = orders.view(tx, event.order_id).await? else { return Ok(()) };
    let (variants, quantities): (Vec<Uuid>, Vec<i64>) =
        order.order.lines.iter().map(|line| (line.variant_id.0, line.quantity)).unzip();
    let low: Vec<Low> = sqlx::query_as(
        "select l.variant_id, l.title, l.variant_title, l.on_hand - l.reserved as left
         from inventory.stock_levels l
         join (
             select variant_id, sum(quantity)::bigint as quantity
             from unnest($2::uuid[], $3::bigint[]) bought (variant_id, quantity) group by variant_id
         ) b on b.variant_id = l.variant_id
         where l.store_id = $1 and l.is_counted and l.on_hand - l.reserved <= l.low_stock_threshold
             and l.on_hand - l.reserved + b.quantity > l.low_stock_threshold",
    )
    .bind(store.0)
    .bind(&variants)
    .bind(&quantities)
    .fetch_all(tx.conn())
    .await?;
    for variant in low {
        let name = match variant.variant_title.as_str() {
            "" => variant.title,
            options => format!("{} · {options}", variant.title),
        };
        let notice = Notice {
            kind: LOW,
            key: format!("{}:{}", variant.variant_id, event.order_id),
            to: Audience::Team(None),
            title: Words::of(|locale| td_string!(of(locale), notices.low, product = name.clone()).to_string()),
            body: Words::of(|locale| {
                td_string!(of(locale), notices.left, count = fmt::number(locale, variant.left)).to_string()
            }),
            path: paths::variant(variant.variant_id.into()),
        };
        let notifications = tx.ctx().port::<dyn Notifications>();
        notifications.notify(tx, notice).await?;
    }
    Ok(())
}
