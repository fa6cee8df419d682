//! What does a customer see of themselves?

use orion_contracts::orders::{OrderView, Orders};
use orion_kernel::{AppError, CustomerId};
use orion_runtime::{Ctx, Result, Tx};

use super::{stored, who::customer_of};
use crate::views::{Account, OrderSummary, Profile};

/// The orders on the overview.
const SHOWN: i64 = 5;

#[derive(sqlx::FromRow)]
struct Row {
    email: String,
    first_name: String,
    last_name: String,
    phone: String,
    accepts_marketing: bool,
}

/// Details, default address and latest orders.
pub async fn account(ctx: &Ctx) -> Result<Account> {
    let customer = customer_of(ctx)?;
    let mut tx = ctx.begin().await?;
    let profile = read(&mut tx, customer).await?;
    let addresses = stored::addresses(&mut tx, ctx.store_id()?, customer).await?;
    let orders = ctx.port::<dyn Orders>().of_customer(&mut tx, customer, SHOWN).await?;
    Ok(Account {
        profile,
        address: addresses.into_iter().find(|address| address.is_default).map(|address| address.address),
        orders: orders.iter().map(summary).collect(),
    })
}

/// Details alone.
pub async fn profile(ctx: &Ctx) -> Result<Profile> {
    let customer = customer_of(ctx)?;
    let mut tx = ctx.begin().await?;
    read(&mut tx, customer).await
}

async fn read(tx: &mut Tx, customer: CustomerId) -> Result<Profile> {
    let store = tx.ctx().store_id()?;
    let row: Row = sqlx::query_as(
        "select email, first_name, last_name, phone, accepts_marketing from customers.customers
         where store_id = $1 and id = $2",
    )
    .bind(store.0)
    .bind(customer.0)
    .fetch_optional(tx.conn())
    .await?
    .ok_or_else(AppError::not_found)?;
    Ok(Profile {
        first_name: row.first_name,
        last_name: row.last_name,
        email: row.email,
        phone: row.phone,
        accepts_marketing: row.accepts_marketing,
    })
}

/// An order as lists show it.
pub(super) fn summary(view: &OrderView) -> OrderSummary {
    OrderSummary {
        number: view.number.clone(),
        name: view.name.clone(),
        placed_at: view.placed_at,
        total: view.order.total,
        is_sent: !view.fulfilments.is_empty(),
    }
}
