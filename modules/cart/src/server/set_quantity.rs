//! Changes how many of something are in the cart.

use orion_contracts::VariantId;
use orion_kernel::{AppError, Check};
use orion_runtime::{Ctx, Result};

use super::{
    lock_cart::{lock_cart, touch_cart},
    offer::offer,
    plain_form,
    token::Bearer,
};
use crate::{model::MAX_QUANTITY, paths, views::CartChange};

/// Sets the quantity, up to what there is, at the price of now.
///
/// # Errors
///
/// `Conflict` with `line_gone` when another tab took it out, `product_unavailable` or `sold_out`; `NotFound`, `Invalid`.
pub async fn set_quantity(ctx: &Ctx, variant: VariantId, quantity: i64) -> Result<CartChange> {
    let store = ctx.store_id()?;
    let mut tx = ctx.begin().await?;
    let cart = lock_cart(&mut tx, &Bearer::of_request(ctx)).await?.ok_or_else(|| AppError::conflict("line_gone"))?.id();
    let offer = offer(&mut tx, variant, Some(cart)).await?;
    if !(1..=MAX_QUANTITY).contains(&quantity) {
        let mut check = Check::new();
        check.range("quantity", quantity, 1..=offer.limit);
        check.finish()?;
    }
    let now = quantity.min(offer.limit);
    let done = sqlx::query(
        "update cart.lines set quantity = $4, title = $5, unit_price_minor = $6, currency = $7
         where store_id = $1 and cart_id = $2 and variant_id = $3",
    )
    .bind(store.0)
    .bind(cart.0)
    .bind(variant.0)
    .bind(now)
    .bind(offer.title())
    .bind(offer.variant.price.minor)
    .bind(offer.variant.price.currency.code())
    .execute(tx.conn())
    .await?;
    if done.rows_affected() == 0 {
        return Err(AppError::conflict("line_gone").into());
    }
    let count = touch_cart(&mut tx, cart).await?;
    tx.commit().await?;
    let is_capped = now < quantity;
    plain_form::lead_to(&if is_capped { paths::cart_saying("capped") } else { paths::CART.to_owned() });
    Ok(CartChange { variant_id: variant, count, quantity: now, is_capped })
}
