//! Orders as they are stored, with their lines and parcels, and what others see of them.

use orion_contracts::{
    CheckoutId, OrderId, OrderLineId, PaymentId, VariantId,
    customers::Address,
    orders::{FulfilmentView, NewOrder, NewOrderLine, OrderView},
};
use orion_kernel::{AppError, BasisPoints, Currency, CustomerId, Locale, Money, StoreId};
use orion_runtime::{Result, Tx};
use sqlx::types::Json;
use time::OffsetDateTime;
use uuid::Uuid;

use super::access_token::access_token;
use crate::{
    model::{Fulfilment, Payment, States, Status},
    views::{OrderDetails, OrderLine, Parcel},
};

/// An order with everything that belongs to it.
pub struct Stored {
    record: Record,
    lines: Vec<LineRecord>,
    parcels: Vec<ParcelRecord>,
    currency: Currency,
}

#[derive(sqlx::FromRow)]
struct Record {
    id: Uuid,
    number: i64,
    name: String,
    checkout_id: Uuid,
    customer_id: Option<Uuid>,
    email: String,
    locale: String,
    shipping_address: Json<Address>,
    billing_address: Json<Address>,
    shipping_name: String,
    shipping_minor: i64,
    tax_rate_bp: i32,
    tax_minor: i64,
    total_minor: i64,
    refunded_minor: i64,
    currency: String,
    payment_name: String,
    payment_id: Option<Uuid>,
    #[sqlx(try_from = "String")]
    status: Status,
    #[sqlx(try_from = "String")]
    payment: Payment,
    #[sqlx(try_from = "String")]
    fulfilment: Fulfilment,
    note: String,
    placed_at: OffsetDateTime,
}

#[derive(sqlx::FromRow)]
struct LineRecord {
    order_id: Uuid,
    id: Uuid,
    variant_id: Uuid,
    title: String,
    variant_title: String,
    sku: String,
    quantity: i64,
    sent: i64,
    unit_price_minor: i64,
    image_url: Option<String>,
}

#[derive(sqlx::FromRow)]
struct ParcelRecord {
    order_id: Uuid,
    carrier: String,
    tracking_number: String,
    tracking_url: String,
    sent_at: OffsetDateTime,
    lines: Json<Vec<(String, i64)>>,
}

macro_rules! select_orders {
    ($condition:literal) => {
        concat!(
            "select id, number, name, checkout_id, customer_id, email, locale, shipping_address, billing_address, shipping_name,
                    shipping_minor, tax_rate_bp, tax_minor, total_minor, refunded_minor, currency, payment_name, payment_id,
                    status, payment, fulfilment, note, placed_at
             from orders.orders where store_id = $1 and ",
            $condition
        )
    };
}

/// The order with this number.
pub async fn by_number(tx: &mut Tx, store: StoreId, number: i64) -> Result<Option<Stored>> {
    let records = sqlx::query_as(select_orders!("number = $2")).bind(store.0).bind(number).fetch_all(tx.conn()).await?;
    Ok(complete(tx, store, records).await?.pop())
}

/// The order with this id.
pub async fn by_id(tx: &mut Tx, store: StoreId, id: OrderId) -> Result<Option<Stored>> {
    let records = sqlx::query_as(select_orders!("id = $2")).bind(store.0).bind(id.0).fetch_all(tx.conn()).await?;
    Ok(complete(tx, store, records).await?.pop())
}

/// The last orders of a customer, newest first.
pub async fn of_customer(tx: &mut Tx, store: StoreId, customer: CustomerId, limit: i64) -> Result<Vec<Stored>> {
    let records = sqlx::query_as(select_orders!("customer_id = $2 order by placed_at desc, id desc limit $3"))
        .bind(store.0)
        .bind(customer.0)
        .bind(limit)
        .fetch_all(tx.conn())
        .await?;
    complete(tx, store, records).await
}

/// Adds lines and parcels, in two statements however many orders there are.
async fn complete(tx: &mut Tx, store: StoreId, records: Vec<Record>) -> Result<Vec<Stored>> {
    if records.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<Uuid> = records.iter().map(|record| record.id).collect();
    let mut lines: Vec<LineRecord> = sqlx::query_as(
        "select order_id, id, variant_id, title, variant_title, sku, quantity, sent, unit_price_minor, image_url
         from orders.lines where store_id = $1 and order_id = any($2) order by position",
    )
    .bind(store.0)
    .bind(&ids)
    .fetch_all(tx.conn())
    .await?;
    let mut parcels: Vec<ParcelRecord> = sqlx::query_as(
        "select f.order_id, f.carrier, f.tracking_number, f.tracking_url, f.sent_at, (
                    select coalesce(jsonb_agg(jsonb_build_array(
                        case when l.variant_title = '' then l.title else l.title || ', ' || l.variant_title end, p.quantity
                    ) order by l.position), '[]')
                    from orders.fulfilment_lines p join orders.lines l on l.store_id = p.store_id and l.id = p.line_id
                    where p.store_id = f.store_id and p.fulfilment_id = f.id
                ) as lines
         from orders.fulfilments f where f.store_id = $1 and f.order_id = any($2) order by f.sent_at, f.id",
    )
    .bind(store.0)
    .bind(&ids)
    .fetch_all(tx.conn())
    .await?;
    records
        .into_iter()
        .map(|record| {
            let currency = record.currency.parse().map_err(|_| unreadable(&record, "currency"))?;
            Ok(Stored {
                currency,
                lines: lines.extract_if(.., |line| line.order_id == record.id).collect(),
                parcels: parcels.extract_if(.., |parcel| parcel.order_id == record.id).collect(),
                record,
            })
        })
        .collect()
}

fn unreadable(record: &Record, what: &str) -> AppError {
    tracing::error!(order = %record.id, what, "an order cannot be read");
    AppError::internal()
}

impl Stored {
    /// The order's id.
    pub fn id(&self) -> OrderId {
        OrderId(self.record.id)
    }

    /// Who bought it, when they were signed in.
    pub fn customer_id(&self) -> Option<CustomerId> {
        self.record.customer_id.map(CustomerId)
    }

    /// As pages show it.
    pub fn details(self) -> Result<OrderDetails> {
        let locale = self.locale()?;
        let money = |minor| Money::new(minor, self.currency);
        let lines = self.lines.into_iter().map(|line| {
            let unit_price = money(line.unit_price_minor);
            Ok(OrderLine {
                id: OrderLineId(line.id),
                title: line.title,
                variant_title: line.variant_title,
                sku: line.sku,
                quantity: line.quantity,
                sent: line.sent,
                unit_price,
                total: unit_price.checked_mul(line.quantity)?,
                image_url: line.image_url,
            })
        });
        let parcels = self.parcels.into_iter().map(|parcel| Parcel {
            carrier: parcel.carrier,
            tracking_number: parcel.tracking_number,
            tracking_url: parcel.tracking_url,
            sent_at: parcel.sent_at,
            lines: parcel.lines.0,
        });
        Ok(OrderDetails {
            id: OrderId(self.record.id),
            number: self.record.number,
            name: self.record.name,
            placed_at: self.record.placed_at,
            states: States {
                status: self.record.status,
                payment: self.record.payment,
                fulfilment: self.record.fulfilment,
            },
            customer_id: self.record.customer_id.map(CustomerId),
            email: self.record.email,
            locale,
            shipping_address: self.record.shipping_address.0,
            billing_address: self.record.billing_address.0,
            lines: lines.collect::<Result<_>>()?,
            shipping_name: self.record.shipping_name,
            shipping: money(self.record.shipping_minor),
            tax_rate: BasisPoints(self.record.tax_rate_bp),
            tax: money(self.record.tax_minor),
            total: money(self.record.total_minor),
            refunded: money(self.record.refunded_minor),
            payment_name: self.record.payment_name,
            payment_id: self.record.payment_id.map(PaymentId),
            note: self.record.note,
            parcels: parcels.collect(),
        })
    }

    /// As other modules see it.
    pub fn view(self, tx: &Tx, store: StoreId) -> Result<OrderView> {
        let locale = self.locale()?;
        let id = OrderId(self.record.id);
        let money = |minor| Money::new(minor, self.currency);
        let lines = self.lines.into_iter().map(|line| NewOrderLine {
            variant_id: VariantId(line.variant_id),
            title: line.title,
            variant_title: line.variant_title,
            sku: line.sku,
            quantity: line.quantity,
            unit_price: money(line.unit_price_minor),
            image_url: line.image_url,
        });
        let fulfilments = self.parcels.into_iter().map(|parcel| FulfilmentView {
            carrier: parcel.carrier,
            tracking_number: parcel.tracking_number,
            tracking_url: parcel.tracking_url,
            lines: parcel.lines.0,
        });
        Ok(OrderView {
            id,
            number: self.record.number.to_string(),
            name: self.record.name,
            access_token: access_token(&tx.ctx().app().config().secret_key, store, id),
            placed_at: self.record.placed_at,
            order: NewOrder {
                checkout_id: CheckoutId(self.record.checkout_id),
                customer_id: self.record.customer_id.map(CustomerId),
                email: self.record.email,
                locale,
                shipping_address: self.record.shipping_address.0,
                billing_address: self.record.billing_address.0,
                lines: lines.collect(),
                shipping_name: self.record.shipping_name,
                shipping: money(self.record.shipping_minor),
                tax_rate: BasisPoints(self.record.tax_rate_bp),
                tax: money(self.record.tax_minor),
                total: money(self.record.total_minor),
                payment_name: self.record.payment_name,
                payment_id: self.record.payment_id.map(PaymentId),
                is_paid: self.record.payment != Payment::Pending,
                note: self.record.note,
            },
            fulfilments: fulfilments.collect(),
        })
    }

    fn locale(&self) -> Result<Locale> {
        Ok(Locale::from_code(&self.record.locale).ok_or_else(|| unreadable(&self.record, "locale"))?)
    }
}
