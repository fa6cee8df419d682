//! Places an order, once for each checkout.

use orion_contracts::{
    CheckoutId, OrderId, OrderLineId,
    orders::{NewOrder, OrderPaid, OrderPlaced, PlacedOrder},
    stores::{OrderNumbers, Stores},
};
use orion_kernel::{AppError, Money, StoreId};
use orion_runtime::{Result, Tx};
use serde::Serialize;
use sqlx::types::Json;
use time::OffsetDateTime;
use uuid::Uuid;

use super::{access_token::access_token, timeline::entries};
use crate::{model::States, views::Happening};

/// The channel of orders from the storefront.
const ONLINE: &str = "online";

#[derive(Serialize)]
struct LineInsert<'a> {
    id: Uuid,
    position: usize,
    variant_id: Uuid,
    title: &'a str,
    variant_title: &'a str,
    sku: &'a str,
    quantity: i64,
    unit_price_minor: i64,
    image_url: Option<&'a str>,
}

/// Places an order; the same checkout gets the same order again.
pub async fn place_order(tx: &mut Tx, order: &NewOrder) -> Result<PlacedOrder> {
    check_sum(order)?;
    let store = tx.ctx().store_id()?;
    let id: OrderId = tx.new_id();
    let now = tx.now();
    let stores = tx.ctx().port::<dyn Stores>();
    let numbers = stores.order_numbers(tx)?;
    let Some((number, name)) = record(tx, store, id, order, &numbers, now).await? else {
        return Ok(of_checkout(tx, order.checkout_id).await?.ok_or_else(AppError::internal)?);
    };
    tx.publish(&OrderPlaced { order_id: id }).await?;
    if order.is_paid {
        tx.publish(&OrderPaid { order_id: id }).await?;
    }
    Ok(placed(tx, store, id, number, name))
}

/// What a new order's timeline begins with.
fn beginning(order: &NewOrder) -> &'static [Happening] {
    if order.is_paid { &[Happening::Placed, Happening::Paid] } else { &[Happening::Placed] }
}

/// The order of a checkout, once it is placed.
pub async fn of_checkout(tx: &mut Tx, checkout: CheckoutId) -> Result<Option<PlacedOrder>> {
    let store = tx.ctx().store_id()?;
    let found: Option<(Uuid, i64, String)> = sqlx::query_as(
        "select id, number, name
         from orders.orders where store_id = $1 and checkout_id = $2",
    )
    .bind(store.0)
    .bind(checkout.0)
    .fetch_optional(tx.conn())
    .await?;
    Ok(found.map(|(id, number, name)| placed(tx, store, OrderId(id), number, name)))
}

/// Whether the store has any orders.
pub async fn has_any(tx: &mut Tx) -> Result<bool> {
    let store = tx.ctx().store_id()?;
    let found = sqlx::query_scalar("select exists (select from orders.orders where store_id = $1)");
    Ok(found.bind(store.0).fetch_one(tx.conn()).await?)
}

fn placed(tx: &Tx, store: StoreId, id: OrderId, number: i64, name: String) -> PlacedOrder {
    let access_token = access_token(&tx.ctx().app().config().secret_key, store, id);
    PlacedOrder { id, number: number.to_string(), name, access_token }
}

/// An order whose parts do not make its total would be wrong for good, in mails, in the books and at the tax office.
fn check_sum(order: &NewOrder) -> Result<()> {
    let mut sum = order.shipping;
    for line in &order.lines {
        sum = sum.checked_add(line.unit_price.checked_mul(line.quantity)?)?;
    }
    let is_sound = |amount: Money| !amount.is_negative() && amount.currency == order.total.currency;
    let sound = !order.lines.is_empty()
        && order.lines.iter().all(|line| line.quantity > 0 && is_sound(line.unit_price))
        && is_sound(order.shipping)
        && is_sound(order.tax)
        && sum == order.total;
    if sound {
        return Ok(());
    }
    tracing::error!(checkout = %order.checkout_id, total = order.total.minor, sum = sum.minor, "an order does not add up");
    Err(AppError::internal().into())
}

/// Writes the order, its lines and the beginning of its timeline, in one statement. The answer is its number and name; `None` when its
/// checkout has an order already. The counter's row lock makes orders of a store queue here for the rest of their transactions.
pub async fn record(
    tx: &mut Tx,
    store: StoreId,
    id: OrderId,
    order: &NewOrder,
    numbers: &OrderNumbers,
    at: OffsetDateTime,
) -> Result<Option<(i64, String)>> {
    let states = States::placed(order.is_paid);
    let address = &order.shipping_address;
    let name = format!("{} {}", address.first_name, address.last_name);
    let (lines, beginning) = (lines(tx, order), entries(tx, beginning(order)));
    let number = sqlx::query_as(
        "with counter as (
             insert into orders.counters (store_id, last_number) values ($1, $26)
             on conflict (store_id) do update set last_number = greatest(counters.last_number + 1, excluded.last_number)
             returning last_number
         ), placed as (
             insert into orders.orders (store_id, id, number, checkout_id, customer_id, email, locale, customer_name,
                 shipping_address, billing_address, shipping_name, shipping_minor, tax_rate_bp, tax_minor, total_minor, currency,
                 payment_name, payment_id, status, payment, fulfilment, note, channel, placed_at, name)
             select $1, $2, last_number, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21,
                 $22, $23, $27::text || last_number || $28::text
             from counter
             on conflict on constraint orders_checkout do nothing
             returning number, name
         ), lines as (
             insert into orders.lines (store_id, id, order_id, position, variant_id, title, variant_title, sku, quantity,
                 unit_price_minor, image_url)
             select $1, line.id, $2, line.position, line.variant_id, line.title, line.variant_title, line.sku, line.quantity,
                 line.unit_price_minor, line.image_url
             from placed, jsonb_to_recordset($24) as line (id uuid, position integer, variant_id uuid, title text,
                 variant_title text, sku text, quantity bigint, unit_price_minor bigint, image_url text)
         ), noted as (
             insert into orders.timeline (store_id, id, order_id, kind, params, actor_name, at)
             select $1, entry.id, $2, entry.params ->> 'kind', entry.params, '', $23
             from placed, jsonb_to_recordset($25) as entry (id uuid, params jsonb)
         )
         select number, name from placed",
    )
    .bind(store.0)
    .bind(id.0)
    .bind(order.checkout_id.0)
    .bind(order.customer_id.map(|customer| customer.0))
    .bind(&order.email)
    .bind(order.locale.code())
    .bind(name.trim())
    .bind(Json(address))
    .bind(Json(&order.billing_address))
    .bind(&order.shipping_name)
    .bind(order.shipping.minor)
    .bind(order.tax_rate.0)
    .bind(order.tax.minor)
    .bind(order.total.minor)
    .bind(order.total.currency.code())
    .bind(&order.payment_name)
    .bind(order.payment_id.map(|payment| payment.0))
    .bind(states.status.code())
    .bind(states.payment.code())
    .bind(states.fulfilment.code())
    .bind(&order.note)
    .bind(ONLINE)
    .bind(at)
    .bind(Json(&lines))
    .bind(Json(&beginning))
    .bind(numbers.start)
    .bind(&numbers.prefix)
    .bind(&numbers.suffix)
    .fetch_optional(tx.conn())
    .await?;
    Ok(number)
}

fn lines<'a>(tx: &Tx, order: &'a NewOrder) -> Vec<LineInsert<'a>> {
    let numbered = order.lines.iter().enumerate();
    let lines = numbered.map(|(position, line)| LineInsert {
        id: tx.new_id::<OrderLineId>().0,
        position,
        variant_id: line.variant_id.0,
        title: &line.title,
        variant_title: &line.variant_title,
        sku: &line.sku,
        quantity: line.quantity,
        unit_price_minor: line.unit_price.minor,
        image_url: line.image_url.as_deref(),
    });
    lines.collect()
}
