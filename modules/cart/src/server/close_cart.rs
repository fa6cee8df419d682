//! Closes a cart that was bought.

use orion_contracts::CartId;
use orion_runtime::{Result, Tx};

/// The cart's token finds nothing any more. Doing it twice is fine.
pub async fn close_cart(tx: &mut Tx, id: CartId) -> Result<()> {
    let (store, now) = (tx.ctx().store_id()?, tx.now());
    sqlx::query(
        "update cart.carts set state = 'bought', updated_at = $3 where store_id = $1 and id = $2 and state = 'open'",
    )
    .bind(store.0)
    .bind(id.0)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(())
}
