//! Closes a cart that was bought.

use orion_contracts::CartId;
use orion_runtime::{Result, Tx};
use uuid::Uuid;

/// The cart's token finds nothing any more. Doing it twice is fine.
///
/// Somebody who signs in while they pay has had this cart merged into the one they had. What was in it is bought now, so the
/// other one gives it back.
pub async fn close_cart(tx: &mut Tx, id: CartId) -> Result<()> {
    let (store, now) = (tx.ctx().store_id()?, tx.now());
    let was_merged_into: Option<Option<Uuid>> = sqlx::query_scalar(
        "update cart.carts set state = 'bought', updated_at = $3
         where store_id = $1 and id = $2 and state in ('open', 'merged')
         returning merged_into",
    )
    .bind(store.0)
    .bind(id.0)
    .bind(now)
    .fetch_optional(tx.conn())
    .await?;
    match was_merged_into.flatten() {
        Some(other) => take_out(tx, CartId(other), id).await,
        None => Ok(()),
    }
}

/// Takes what a bought cart held out of the cart it was merged into, which may have changed since.
async fn take_out(tx: &mut Tx, from: CartId, bought: CartId) -> Result<()> {
    let (store, now) = (tx.ctx().store_id()?, tx.now());
    let still_open: Option<Uuid> = sqlx::query_scalar(
        "update cart.carts set updated_at = $3 where store_id = $1 and id = $2 and state = 'open' returning id",
    )
    .bind(store.0)
    .bind(from.0)
    .bind(now)
    .fetch_optional(tx.conn())
    .await?;
    if still_open.is_none() {
        return Ok(());
    }
    sqlx::query(
        "with bought as (select variant_id, quantity from cart.lines where store_id = $1 and cart_id = $3),
         gone as (
             delete from cart.lines l using bought b
             where l.store_id = $1 and l.cart_id = $2 and l.variant_id = b.variant_id and l.quantity <= b.quantity
         )
         update cart.lines l set quantity = l.quantity - b.quantity from bought b
         where l.store_id = $1 and l.cart_id = $2 and l.variant_id = b.variant_id and l.quantity > b.quantity",
    )
    .bind(store.0)
    .bind(from.0)
    .bind(bought.0)
    .execute(tx.conn())
    .await?;
    Ok(())
}
