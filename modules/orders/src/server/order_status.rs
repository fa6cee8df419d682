//! How does a shopper's order stand?

use orion_kernel::{AppError, CustomerId};
use orion_runtime::{Ctx, PrincipalKind, Result};

use super::{access_token::opens, stored};
use crate::views::OrderDetails;

/// The orders shown in a customer's account.
const SHOWN: i64 = 100;

/// The order, for whoever has its token or bought it signed in. Anybody else learns nothing, not even that it exists.
///
/// # Errors
///
/// `NotFound`.
pub async fn order_status(ctx: &Ctx, number: i64, token: &str) -> Result<OrderDetails> {
    let store = ctx.store_id()?;
    let mut tx = ctx.begin().await?;
    let order = stored::by_number(&mut tx, store, number).await?.ok_or_else(AppError::not_found)?;
    let is_owner = customer(ctx).is_some_and(|customer| order.customer_id() == Some(customer));
    if !is_owner && !opens(&ctx.app().config().secret_key, store, order.id(), token) {
        return Err(AppError::not_found().into());
    }
    order.details()
}

/// The orders of the customer who is signed in, newest first.
///
/// # Errors
///
/// `Unauthenticated`.
pub async fn my_orders(ctx: &Ctx) -> Result<Vec<OrderDetails>> {
    let customer = customer(ctx).ok_or_else(AppError::unauthenticated)?;
    let store = ctx.store_id()?;
    let mut tx = ctx.begin().await?;
    let orders = stored::of_customer(&mut tx, store, customer, SHOWN).await?;
    orders.into_iter().map(stored::Stored::details).collect()
}

fn customer(ctx: &Ctx) -> Option<CustomerId> {
    let principal = ctx.principal().filter(|principal| principal.kind == PrincipalKind::Customer)?;
    Some(CustomerId(principal.id))
}
