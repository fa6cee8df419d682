//! Which payments are there?

use orion_contracts::PaymentId;
use orion_kernel::Paged;
use orion_runtime::{Ctx, Result};
use orion_ui::IndexQuery;
use time::OffsetDateTime;
use uuid::Uuid;

use super::stored;
use crate::views::PaymentRow;

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    created_at: OffsetDateTime,
    method_name: String,
    email: String,
    amount_minor: i64,
    currency: String,
    status: String,
    is_partly_refunded: bool,
}

macro_rules! from_payments {
    ($select:literal, $rest:literal) => {
        concat!(
            $select,
            " from payments.payments p
             where p.store_id = $1
               and case $2
                   when '' then true
                   when 'attention' then exists (select from payments.refunds r where r.store_id = p.store_id
                       and r.payment_id = p.id and r.status in ('manual', 'failed'))
                   else p.status = $2
               end
               and ($3 = '' or p.email ilike $4 or p.provider_reference = $3)
               and ($5::text is null or p.method = $5) ",
            $rest
        )
    };
}

/// A page of the store's payments, newest first unless asked otherwise.
pub async fn list_payments(ctx: &Ctx, query: &IndexQuery) -> Result<Paged<PaymentRow>> {
    let store = ctx.store_id()?;
    let page = query.page();
    let search = query.search.trim();
    let contains = format!("%{}%", search.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_"));
    let method = query.filter("method");
    let mut tx = ctx.begin().await?;
    let total = sqlx::query_scalar(from_payments!("select count(*)", ""))
        .bind(store.0)
        .bind(&query.scope)
        .bind(search)
        .bind(&contains)
        .bind(method)
        .fetch_one(tx.conn())
        .await?;
    let rows: Vec<Row> = sqlx::query_as(from_payments!(
        "select p.id, p.created_at, p.method_name, p.email, p.amount_minor, p.currency, p.status,
                (p.status = 'succeeded' and exists (select from payments.refunds r where r.store_id = p.store_id
                    and r.payment_id = p.id and r.status = 'succeeded')) as is_partly_refunded",
        "order by
             case when $6 = 'created' then p.created_at end,
             case when $6 = 'amount' then p.amount_minor end,
             case when $6 = '-amount' then p.amount_minor end desc,
             p.created_at desc, p.id desc
         limit $7 offset $8"
    ))
    .bind(store.0)
    .bind(&query.scope)
    .bind(search)
    .bind(&contains)
    .bind(method)
    .bind(&query.sort)
    .bind(page.limit())
    .bind(page.offset())
    .fetch_all(tx.conn())
    .await?;
    Ok(Paged { items: rows.into_iter().map(Row::view).collect::<Result<_>>()?, total, page })
}

impl Row {
    fn view(self) -> Result<PaymentRow> {
        Ok(PaymentRow {
            id: PaymentId(self.id),
            created_at: self.created_at,
            method_name: self.method_name,
            email: self.email,
            amount: stored::amount(self.amount_minor, &self.currency)?,
            status: stored::status(&self.status)?,
            is_partly_refunded: self.is_partly_refunded,
        })
    }
}
