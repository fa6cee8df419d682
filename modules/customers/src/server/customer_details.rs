//! What does the store know of a customer?

use orion_contracts::orders::Orders;
use orion_kernel::{AppError, CustomerId, Locale};
use orion_runtime::{Ctx, Result};
use time::OffsetDateTime;

use super::{account::summary, stored};
use crate::{
    model::AccountState,
    views::{CustomerDetails, Profile},
};

/// The orders on the page.
const SHOWN: i64 = 10;

#[derive(sqlx::FromRow)]
struct Row {
    email: String,
    first_name: String,
    last_name: String,
    phone: String,
    locale: String,
    accepts_marketing: bool,
    #[sqlx(try_from = "String")]
    state: AccountState,
    marketing_at: Option<OffsetDateTime>,
    signed_in_at: Option<OffsetDateTime>,
    note: String,
    created_at: OffsetDateTime,
}

/// Contact, addresses, note and latest orders.
pub async fn customer_details(ctx: &Ctx, id: CustomerId) -> Result<CustomerDetails> {
    let store = ctx.store_id()?;
    let mut tx = ctx.begin().await?;
    let row: Row = sqlx::query_as(
        "select email, first_name, last_name, phone, locale, accepts_marketing, note, created_at, marketing_at, signed_in_at,
                case when locked_at is not null then 'locked'
                     when verified_at is not null and password_phc is not null then 'verified'
                     when registered_at is not null or password_phc is not null then 'unverified'
                     else 'guest' end as state
         from customers.customers where store_id = $1 and id = $2",
    )
    .bind(store.0)
    .bind(id.0)
    .fetch_optional(tx.conn())
    .await?
    .ok_or_else(AppError::not_found)?;
    let addresses = stored::addresses(&mut tx, store, id).await?;
    let orders = ctx.port::<dyn Orders>().of_customer(&mut tx, id, SHOWN).await?;
    Ok(CustomerDetails {
        id,
        profile: Profile {
            first_name: row.first_name,
            last_name: row.last_name,
            email: row.email,
            phone: row.phone,
            accepts_marketing: row.accepts_marketing,
        },
        locale: Locale::from_code(&row.locale).unwrap_or_else(|| ctx.locale()),
        state: row.state,
        marketing_at: row.marketing_at,
        signed_in_at: row.signed_in_at,
        note: row.note,
        created_at: row.created_at,
        addresses,
        orders: orders.iter().map(summary).collect(),
    })
}
