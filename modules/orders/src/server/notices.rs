//! What the team is told about orders.

use orion_contracts::{
    OrderId,
    notifications::{Audience, Notice, Notifications, Words},
    orders::{OrderCancelled, OrderPlaced},
};
use orion_kernel::{AppError, Currency, Frontend, Money, fmt};
use orion_runtime::{EventHandler, NoticeKind, Result, Tx};

use crate::{
    i18n::{of, td_string},
    paths, permissions,
};

const PLACED: &str = "orders.placed";
const CANCELLED: &str = "orders.cancelled";

/// The kinds.
pub fn kinds() -> Vec<NoticeKind> {
    let kind = |code, label| NoticeKind {
        code,
        frontend: Frontend::Store,
        permission: Some(permissions::VIEW),
        label,
        by_mail: false,
    };
    vec![
        kind(PLACED, |l| td_string!(of(l), notices.placed_kind)),
        kind(CANCELLED, |l| td_string!(of(l), notices.cancelled_kind)),
    ]
}

/// The reactions that tell.
pub fn handlers() -> Vec<EventHandler> {
    vec![
        EventHandler::on::<OrderPlaced>("orders.tell_team_of_order", "orders", |tx, event| {
            Box::pin(async move { tell(tx, event.order_id, PLACED).await.map_err(AppError::from) })
        }),
        EventHandler::on::<OrderCancelled>("orders.tell_team_of_cancellation", "orders", |tx, event| {
            Box::pin(async move { tell(tx, event.order_id, CANCELLED).await.map_err(AppError::from) })
        }),
    ]
}

/// Nobody's name stands in it: what the order knows of its customer may have to be forgotten.
async fn tell(tx: &mut Tx, id: OrderId, kind: &'static str) -> Result<()> {
    let store = tx.ctx().store_id()?;
    let found: Option<(i64, String, i64, String)> = sqlx::query_as(
        "select number, name, total_minor, currency
         from orders.orders where store_id = $1 and id = $2",
    )
    .bind(store.0)
    .bind(id.0)
    .fetch_optional(tx.conn())
    .await?;
    let Some((number, name, total, currency)) = found else { return Ok(()) };
    let currency: Currency = currency.parse().map_err(|_| AppError::internal())?;
    let total = Money::new(total, currency);
    let notice = Notice {
        kind,
        key: id.to_string(),
        to: Audience::Team(None),
        title: Words::of(|locale| match kind {
            CANCELLED => td_string!(of(locale), notices.cancelled, order = name.clone()).to_string(),
            _ => td_string!(of(locale), notices.placed, order = name.clone()).to_string(),
        }),
        body: Words::of(|locale| td_string!(of(locale), notices.total, total = fmt::money(locale, total)).to_string()),
        path: paths::order(number),
    };
    let notifications = tx.ctx().port::<dyn Notifications>();
    Ok(notifications.notify(tx, notice).await?)
}
