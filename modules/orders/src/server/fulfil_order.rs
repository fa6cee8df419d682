//! Notes that goods of an order were handed to a carrier.

use std::collections::HashMap;

use orion_contracts::{FulfilmentId, OrderId, OrderLineId, orders::OrderFulfilled};
use orion_kernel::{AppError, FieldError};
use orion_runtime::{Ctx, Result, Tx};
use time::OffsetDateTime;
use uuid::Uuid;

use super::{
    lock_order::{Locked, lock_order, lock_orders},
    new_parcel::{NewParcel, ParcelLine},
    timeline::note,
};
use crate::{forms::quantity_field, views::Happening};

/// Most orders that are marked at a time.
const MAX_BULK: usize = 100;

/// Notes a parcel with all or some of what is left.
///
/// # Errors
///
/// `Conflict` when the order was cancelled or sent in the meantime, `Invalid` when less is left than asked for.
pub async fn fulfil_order(ctx: &Ctx, id: OrderId, parcel: &NewParcel) -> Result<()> {
    parcel.check()?;
    let mut tx = ctx.begin().await?;
    let mut order = lock_order(&mut tx, id).await?;
    order.insist(&mut tx, order.states.can_fulfil()).await?;
    send(&mut tx, &mut order, parcel).await?;
    tx.commit().await
}

/// Notes that everything left of several orders was sent; all of them or none.
///
/// # Errors
///
/// `NotFound` when the store lacks one of them, `Conflict` with the numbers of those that cannot be sent.
pub async fn fulfil_orders(ctx: &Ctx, ids: &[OrderId]) -> Result<()> {
    if ids.is_empty() || ids.len() > MAX_BULK {
        return Err(AppError::invalid("select_orders").with("max", MAX_BULK).into());
    }
    let mut tx = ctx.begin().await?;
    let mut orders = lock_orders(&mut tx, ids).await?;
    if ids.iter().any(|id| orders.iter().all(|order| order.id != *id)) {
        return Err(AppError::not_found().into());
    }
    let refused: Vec<_> = orders
        .iter()
        .filter(|order| order.states.can_fulfil().is_err())
        .map(|order| order.number.to_string())
        .collect();
    if !refused.is_empty() {
        return Err(AppError::conflict("orders_not_to_send").with("numbers", refused.join(", ")).into());
    }
    for order in &mut orders {
        let lines = left(&mut tx, order.id).await?;
        let lines = lines.into_iter().map(|(id, quantity)| ParcelLine { id, quantity }).collect();
        let parcel =
            NewParcel { lines, carrier: String::new(), tracking_number: String::new(), tracking_url: String::new() };
        send(&mut tx, order, &parcel).await?;
    }
    tx.commit().await
}

async fn send(tx: &mut Tx, order: &mut Locked, parcel: &NewParcel) -> Result<()> {
    let mut left = left(tx, order.id).await?;
    take(&mut left, &parcel.lines)?;
    let lines: Vec<_> = parcel.lines.iter().filter(|line| line.quantity > 0).copied().collect();
    let quantity: i64 = lines.iter().map(|line| line.quantity).sum();
    let now = tx.now();
    record(tx, order.id, parcel, &lines, now).await?;
    let remaining: i64 = left.values().sum();
    order.states = order.states.after_fulfilling(quantity, quantity + remaining);
    order.save(tx).await?;
    let happening = Happening::Fulfilled {
        quantity,
        carrier: parcel.carrier.trim().to_owned(),
        tracking_number: parcel.tracking_number.trim().to_owned(),
    };
    note(tx, order.id, &happening).await?;
    tx.publish(&OrderFulfilled { order_id: order.id }).await?;
    tx.audit("orders.fulfilled", ("order", order.number), &happening).await
}

/// What is not in a parcel yet.
pub async fn left(tx: &mut Tx, order: OrderId) -> Result<HashMap<OrderLineId, i64>> {
    let store = tx.ctx().store_id()?;
    let rows: Vec<(Uuid, i64)> = sqlx::query_as(
        "select id, quantity - sent from orders.lines where store_id = $1 and order_id = $2 and quantity > sent",
    )
    .bind(store.0)
    .bind(order.0)
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(|(id, quantity)| (OrderLineId(id), quantity)).collect())
}

/// Takes what goes into the parcel out of what is left.
fn take(left: &mut HashMap<OrderLineId, i64>, lines: &[ParcelLine]) -> Result<(), AppError> {
    let mut wrong = Vec::new();
    for (index, line) in lines.iter().enumerate().filter(|(_, line)| line.quantity > 0) {
        let available = left.get(&line.id).copied().unwrap_or_default();
        if line.quantity > available {
            wrong.push(FieldError::new(quantity_field(index), "fewer_left").with("left", available));
        } else {
            left.insert(line.id, available - line.quantity);
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(AppError::from_fields(wrong)) }
}

/// Writes a parcel down.
pub async fn record(
    tx: &mut Tx,
    order: OrderId,
    parcel: &NewParcel,
    lines: &[ParcelLine],
    at: OffsetDateTime,
) -> Result<()> {
    let (store, id) = (tx.ctx().store_id()?, tx.new_id::<FulfilmentId>());
    sqlx::query(
        "insert into orders.fulfilments (store_id, id, order_id, carrier, tracking_number, tracking_url, sent_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(store.0)
    .bind(id.0)
    .bind(order.0)
    .bind(parcel.carrier.trim())
    .bind(parcel.tracking_number.trim())
    .bind(parcel.tracking_url.trim())
    .bind(at)
    .execute(tx.conn())
    .await?;
    let (ids, quantities): (Vec<Uuid>, Vec<i64>) = lines.iter().map(|line| (line.id.0, line.quantity)).unzip();
    sqlx::query(
        "with parcel as (
             insert into orders.fulfilment_lines (store_id, fulfilment_id, line_id, quantity)
             select $1, $2, line_id, sum(quantity) from unnest($3::uuid[], $4::bigint[]) as line (line_id, quantity)
             group by line_id
             returning line_id, quantity
         )
         update orders.lines set sent = sent + parcel.quantity from parcel where store_id = $1 and id = parcel.line_id",
    )
    .bind(store.0)
    .bind(id.0)
    .bind(&ids)
    .bind(&quantities)
    .execute(tx.conn())
    .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_is_sent_than_is_left() {
        let (a, b) = (OrderLineId(Uuid::from_u128(1)), OrderLineId(Uuid::from_u128(2)));
        let mut left = HashMap::from([(a, 2)]);
        assert_eq!(take(&mut left, &[ParcelLine { id: a, quantity: 1 }, ParcelLine { id: b, quantity: 0 }]), Ok(()));
        assert_eq!(left[&a], 1);
        let error = take(&mut left, &[ParcelLine { id: b, quantity: 1 }, ParcelLine { id: a, quantity: 2 }])
            .expect_err("refused");
        let fields: Vec<_> =
            error.fields.iter().map(|field| (field.field.as_str(), field.params[0].1.as_str())).collect();
        assert_eq!(fields, [("lines[0][quantity]", "0"), ("lines[1][quantity]", "1")]);
    }

    #[test]
    fn a_line_named_twice_counts_twice() {
        let id = OrderLineId(Uuid::from_u128(1));
        let line = ParcelLine { id, quantity: 1 };
        assert!(take(&mut HashMap::from([(id, 1)]), &[line, line]).is_err());
        assert!(take(&mut HashMap::from([(id, 2)]), &[line, line]).is_ok());
    }
}
