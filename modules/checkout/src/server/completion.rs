//! What follows a checkout?

use orion_contracts::{CheckoutId, orders::Orders, payments::Payments};
use orion_kernel::AppError;
use orion_runtime::{Ctx, Result};

use super::{paths::order_path, state::State, stored, token};
use crate::{
    paths::CHECKOUT,
    views::{CompletionView, PlacedView},
};

/// The order, for the browser that placed it; nothing about it for any other.
///
/// # Errors
///
/// `NotFound` when it has expired.
pub async fn completion(ctx: &Ctx, id: CheckoutId) -> Result<CompletionView> {
    if token::of_browser(ctx)? != Some(id) {
        return Ok(CompletionView::Elsewhere);
    }
    let mut tx = ctx.begin().await?;
    let found = stored::find(&mut tx, id).await?.ok_or_else(AppError::not_found)?;
    match found.state {
        State::Completed => {}
        State::Paying => return Ok(CompletionView::Waiting),
        State::Open => {
            if !ctx.scope().path.starts_with("/api/") {
                orion_runtime::redirect(CHECKOUT);
            }
            return Ok(CompletionView::Unfinished);
        }
        State::Expired => return Err(AppError::not_found().into()),
    }
    let orders = ctx.port::<dyn Orders>();
    let placed = orders.of_checkout(&mut tx, id).await?.ok_or_else(AppError::not_found)?;
    let order = orders.view(&mut tx, placed.id).await?.ok_or_else(AppError::not_found)?.order;
    let methods = if order.is_paid {
        Vec::new()
    } else {
        ctx.port::<dyn Payments>().methods(&mut tx, order.total, ctx.locale()).await?
    };
    let instructions = methods
        .into_iter()
        .find(|method| Some(&method.code) == found.payment_method.as_ref())
        .map(|method| method.instructions)
        .unwrap_or_default();
    Ok(CompletionView::Placed(Box::new(PlacedView {
        path: order_path(&placed.number, &placed.access_token),
        number: placed.name,
        email: order.email,
        total: order.total,
        payment_name: order.payment_name,
        is_paid: order.is_paid,
        instructions,
        shipping_name: order.shipping_name,
    })))
}
