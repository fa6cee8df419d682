//! Takes something out of the cart.

use orion_contracts::VariantId;
use orion_runtime::{Ctx, Result};

use super::{
    lock_cart::{lock_cart, touch_cart},
    plain_form,
    token::Bearer,
};
use crate::{paths, views::CartChange};

/// Removes the line; what is not there any more is fine. The answer's quantity is what was taken out.
pub async fn remove_line(ctx: &Ctx, variant: VariantId) -> Result<CartChange> {
    let store = ctx.store_id()?;
    let mut tx = ctx.begin().await?;
    let Some(cart) = lock_cart(&mut tx, &Bearer::of_request(ctx)).await? else {
        plain_form::lead_to(paths::CART);
        return Ok(CartChange { variant_id: variant, count: 0, quantity: 0, is_capped: false });
    };
    let removed: Option<i64> = sqlx::query_scalar(
        "delete from cart.lines where store_id = $1 and cart_id = $2 and variant_id = $3 returning quantity",
    )
    .bind(store.0)
    .bind(cart.id().0)
    .bind(variant.0)
    .fetch_optional(tx.conn())
    .await?;
    let count = touch_cart(&mut tx, cart.id()).await?;
    tx.commit().await?;
    let next = removed.map_or_else(|| paths::CART.to_owned(), |quantity| paths::cart_without(variant, quantity));
    plain_form::lead_to(&next);
    Ok(CartChange { variant_id: variant, count, quantity: removed.unwrap_or_default(), is_capped: false })
}
