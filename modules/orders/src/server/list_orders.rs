//! Which orders are there?

use orion_contracts::OrderId;
use orion_kernel::{AppError, Currency, Money, Paged};
use orion_runtime::{Ctx, Result};
use orion_ui::IndexQuery;
use time::{Date, Duration, OffsetDateTime, macros::format_description};
use uuid::Uuid;

use crate::{
    model::{Fulfilment, Payment, States, Status},
    views::OrderRow,
};

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    number: i64,
    name: String,
    placed_at: OffsetDateTime,
    customer_name: String,
    quantity: i64,
    total_minor: i64,
    currency: String,
    #[sqlx(try_from = "String")]
    status: Status,
    #[sqlx(try_from = "String")]
    payment: Payment,
    #[sqlx(try_from = "String")]
    fulfilment: Fulfilment,
}

macro_rules! from_orders {
    ($select:literal, $rest:literal) => {
        concat!(
            $select,
            " from orders.orders o
             where o.store_id = $1
               and case $2
                   when 'unfulfilled' then o.status = 'open' and o.fulfilment <> 'fulfilled'
                   when 'unpaid' then o.status <> 'cancelled' and o.payment = 'pending'
                   when 'cancelled' then o.status = 'cancelled'
                   else true
               end
               and ($3 = '' or o.number::text = $3 or o.name_key = lower($3)
                    or o.customer_name ilike $4 or o.email ilike $4)
               and ($5::text is null or o.payment = $5)
               and ($6::text is null or o.fulfilment = $6)
               and ($7::timestamptz is null or o.placed_at >= $7)
               and ($8::timestamptz is null or o.placed_at < $8) ",
            $rest
        )
    };
}

/// A page of the store's orders, newest first unless asked otherwise.
pub async fn list_orders(ctx: &Ctx, query: &IndexQuery) -> Result<Paged<OrderRow>> {
    let store = ctx.store_id()?;
    let page = query.page();
    let search = query.search.trim().trim_start_matches('#').to_owned();
    let contains = format!("%{}%", search.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_"));
    let payment = query.filter("payment").and_then(Payment::from_code).map(Payment::code);
    let fulfilment = query.filter("fulfilment").and_then(Fulfilment::from_code).map(Fulfilment::code);
    let from = query.filter("from").and_then(day);
    let until = query.filter("until").and_then(day).map(|day| day + Duration::days(1));
    let mut tx = ctx.begin().await?;
    let total = sqlx::query_scalar(from_orders!("select count(*)", ""))
        .bind(store.0)
        .bind(&query.scope)
        .bind(&search)
        .bind(&contains)
        .bind(payment)
        .bind(fulfilment)
        .bind(from)
        .bind(until)
        .fetch_one(tx.conn())
        .await?;
    let rows: Vec<Row> = sqlx::query_as(from_orders!(
        "select o.id, o.number, o.name, o.placed_at, o.customer_name, o.total_minor, o.currency, o.status, o.payment, o.fulfilment,
                (select coalesce(sum(l.quantity), 0)::bigint from orders.lines l
                 where l.store_id = o.store_id and l.order_id = o.id) as quantity",
        "order by
             case when $9 = 'number' then o.number end,
             case when $9 = '-number' then o.number end desc,
             case when $9 = 'placed' then o.placed_at end,
             case when $9 = 'customer' then lower(o.customer_name) end,
             case when $9 = '-customer' then lower(o.customer_name) end desc,
             case when $9 = 'total' then o.total_minor end,
             case when $9 = '-total' then o.total_minor end desc,
             o.placed_at desc, o.id desc
         limit $10 offset $11"
    ))
    .bind(store.0)
    .bind(&query.scope)
    .bind(&search)
    .bind(&contains)
    .bind(payment)
    .bind(fulfilment)
    .bind(from)
    .bind(until)
    .bind(&query.sort)
    .bind(page.limit())
    .bind(page.offset())
    .fetch_all(tx.conn())
    .await?;
    Ok(Paged { items: rows.into_iter().map(Row::view).collect::<Result<_>>()?, total, page })
}

/// The beginning of a day written as `2026-01-31`, in a year that both calendars, ours and the database's, can count on from.
fn day(text: &str) -> Option<OffsetDateTime> {
    let date = Date::parse(text, format_description!("[year]-[month]-[day]")).ok()?;
    (1..9_999).contains(&date.year()).then(|| date.midnight().assume_utc())
}

impl Row {
    fn view(self) -> Result<OrderRow> {
        let currency: Currency = self.currency.parse().map_err(|_| AppError::internal())?;
        Ok(OrderRow {
            id: OrderId(self.id),
            number: self.number,
            name: self.name,
            placed_at: self.placed_at,
            customer_name: self.customer_name,
            quantity: self.quantity,
            total: Money::new(self.total_minor, currency),
            states: States { status: self.status, payment: self.payment, fulfilment: self.fulfilment },
        })
    }
}
