//! Takes the shopper's cart for a change.

use orion_contracts::CartId;
use orion_runtime::{Result, Tx};
use uuid::Uuid;

use super::token::Bearer;

/// A cart whose row is locked: it cannot be bought meanwhile, and changes from other tabs wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Locked {
    id: Uuid,
    /// How many lines it had.
    pub lines: i64,
    /// Whether it belongs to a customer.
    pub is_owned: bool,
}

impl Locked {
    /// The cart.
    pub fn id(self) -> CartId {
        CartId(self.id)
    }
}

/// The open cart, locked.
pub async fn lock_cart(tx: &mut Tx, bearer: &Bearer) -> Result<Option<Locked>> {
    if bearer.is_nobody() {
        return Ok(None);
    }
    let store = tx.ctx().store_id()?;
    Ok(sqlx::query_as(
        "select c.id, c.customer_id is not null as is_owned,
                (select count(*) from cart.lines l where l.store_id = c.store_id and l.cart_id = c.id) as lines
         from cart.carts c
         where c.store_id = $1 and c.state = 'open' and ((c.customer_id is null and c.token_hash = $2) or c.customer_id = $3)
         order by c.customer_id nulls last limit 1 for update",
    )
    .bind(store.0)
    .bind(&bearer.token_hash)
    .bind(bearer.customer.map(|customer| customer.0))
    .fetch_optional(tx.conn())
    .await?)
}

/// Notes that the cart was used, and counts what is in it.
pub async fn touch_cart(tx: &mut Tx, id: CartId) -> Result<u32> {
    let (store, now) = (tx.ctx().store_id()?, tx.now());
    let count: i64 = sqlx::query_scalar(
        "update cart.carts c set updated_at = $3 where c.store_id = $1 and c.id = $2
         returning (select coalesce(sum(l.quantity), 0)::bigint from cart.lines l where l.store_id = $1 and l.cart_id = $2)",
    )
    .bind(store.0)
    .bind(id.0)
    .bind(now)
    .fetch_one(tx.conn())
    .await?;
    Ok(u32::try_from(count).unwrap_or(u32::MAX))
}
