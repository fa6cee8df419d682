//! Which customers does the store have?

use orion_kernel::{CustomerId, Paged};
use orion_runtime::{Ctx, Result};
use orion_ui::IndexQuery;
use time::OffsetDateTime;
use uuid::Uuid;

use crate::{model::AccountState, views::CustomerRow};

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    name: String,
    email: String,
    city: String,
    #[sqlx(try_from = "String")]
    state: AccountState,
    accepts_marketing: bool,
    created_at: OffsetDateTime,
}

macro_rules! from_customers {
    ($select:literal, $rest:literal) => {
        concat!(
            $select,
            " from (
                 select c.*, case when locked_at is not null then 'locked'
                     when verified_at is not null and password_phc is not null then 'verified'
                     when registered_at is not null or password_phc is not null then 'unverified'
                     else 'guest' end as state
                 from customers.customers c where c.store_id = $1
             ) c
             where case $2
                   when 'news' then c.accepts_marketing
                   when '' then true
                   else c.state = $2
               end
               and ($3 = '' or position(lower($3) in lower(c.first_name || ' ' || c.last_name || ' ' || c.email)) > 0) ",
            $rest
        )
    };
}

/// A page of the store's customers, the latest first unless asked otherwise.
pub async fn list_customers(ctx: &Ctx, query: &IndexQuery) -> Result<Paged<CustomerRow>> {
    let store = ctx.store_id()?;
    let page = query.page();
    let mut tx = ctx.begin().await?;
    let total = sqlx::query_scalar(from_customers!("select count(*)", ""))
        .bind(store.0)
        .bind(&query.scope)
        .bind(query.search.trim())
        .fetch_one(tx.conn())
        .await?;
    let rows: Vec<Row> = sqlx::query_as(from_customers!(
        "select c.id, trim(c.first_name || ' ' || c.last_name) as name, c.email, c.state,
                c.accepts_marketing, c.created_at,
                coalesce((select a.city from customers.addresses a
                          where a.store_id = c.store_id and a.customer_id = c.id and a.is_default), '') as city",
        "order by
             case when $4 = 'name' then lower(c.last_name || ' ' || c.first_name) end,
             case when $4 = '-name' then lower(c.last_name || ' ' || c.first_name) end desc,
             case when $4 = 'email' then c.email end,
             case when $4 = '-email' then c.email end desc,
             case when $4 = 'created' then c.created_at end,
             c.created_at desc, c.id desc
         limit $5 offset $6"
    ))
    .bind(store.0)
    .bind(&query.scope)
    .bind(query.search.trim())
    .bind(&query.sort)
    .bind(page.limit())
    .bind(page.offset())
    .fetch_all(tx.conn())
    .await?;
    Ok(Paged { items: rows.into_iter().map(Row::view).collect(), total, page })
}

impl Row {
    fn view(self) -> CustomerRow {
        CustomerRow {
            id: CustomerId(self.id),
            name: if self.name.is_empty() { self.email.clone() } else { self.name },
            email: self.email,
            city: self.city,
            state: self.state,
            accepts_marketing: self.accepts_marketing,
            created_at: self.created_at,
        }
    }
}
