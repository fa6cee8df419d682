//! Gives a cart to the customer who has signed in.

use std::collections::BTreeMap;

use orion_contracts::{
    CartId, VariantId,
    stock::{Availability, Stock},
};
use orion_kernel::CustomerId;
use orion_runtime::{Result, Tx};
use uuid::Uuid;

use super::token::hash;
use crate::model::merged;

/// The customer's cart from now on: what they had, and what the token's cart holds. It opens for the customer alone; the new
/// token only tells their browser that there is one.
pub async fn hand_over(tx: &mut Tx, token: Option<&str>, customer: CustomerId) -> Result<Option<String>> {
    // Two sign-ins of one customer at a time would both make their cart the customer's.
    sqlx::query("select pg_advisory_xact_lock(hashtextextended('cart ' || $1::text, 0))")
        .bind(customer.0)
        .execute(tx.conn())
        .await?;
    let found = lock_both(tx, token, customer).await?;
    let kept = match (found.iter().find(|cart| cart.is_owned), found.iter().find(|cart| !cart.is_owned)) {
        (None, None) => return Ok(None),
        (Some(own), Some(other)) => {
            merge(tx, CartId(own.id), CartId(other.id)).await?;
            own
        }
        (Some(cart), None) | (None, Some(cart)) => cart,
    };
    let (store, now) = (tx.ctx().store_id()?, tx.now());
    let token = tx.ctx().random_token();
    sqlx::query(
        "update cart.carts set customer_id = $3, token_hash = $4, updated_at = $5 where store_id = $1 and id = $2",
    )
    .bind(store.0)
    .bind(kept.id)
    .bind(customer.0)
    .bind(hash(&token))
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(Some(token))
}

#[derive(sqlx::FromRow)]
struct Found {
    id: Uuid,
    is_owned: bool,
}

async fn lock_both(tx: &mut Tx, token: Option<&str>, customer: CustomerId) -> Result<Vec<Found>> {
    let store = tx.ctx().store_id()?;
    Ok(sqlx::query_as(
        "select id, customer_id is not null as is_owned from cart.carts
         where store_id = $1 and state = 'open' and ((customer_id is null and token_hash = $2) or customer_id = $3)
         order by id for update",
    )
    .bind(store.0)
    .bind(token.map(hash))
    .bind(customer.0)
    .fetch_all(tx.conn())
    .await?)
}

/// Puts what is in `from` into `into`, up to what there is, and closes `from`.
async fn merge(tx: &mut Tx, into: CartId, from: CartId) -> Result<()> {
    let (store, now) = (tx.ctx().store_id()?, tx.now());
    let rows: Vec<(Uuid, Uuid, i64)> = sqlx::query_as(
        "select cart_id, variant_id, quantity from cart.lines where store_id = $1 and cart_id = any($2)",
    )
    .bind(store.0)
    .bind([into.0, from.0].as_slice())
    .fetch_all(tx.conn())
    .await?;
    let of = |cart: CartId| {
        let lines = rows.iter().filter(move |(id, ..)| *id == cart.0);
        lines.map(|(_, variant, quantity)| (VariantId(*variant), *quantity)).collect::<BTreeMap<_, _>>()
    };
    let (had, brought) = (of(into), of(from));
    let ids: Vec<_> = brought.keys().copied().collect();
    let available = tx.ctx().port::<dyn Stock>().availability_for(tx, into.0, &ids).await?;
    let quantities: Vec<i64> = brought
        .iter()
        .map(|(id, quantity)| {
            let availability = available.get(id).copied().unwrap_or(Availability::Unlimited);
            merged(*quantity, had.get(id).copied().unwrap_or_default(), availability)
        })
        .collect();
    sqlx::query(
        "with brought as (
             insert into cart.lines (store_id, cart_id, variant_id, quantity, added_at, title, unit_price_minor, currency)
             select l.store_id, $2, l.variant_id, m.quantity, l.added_at, l.title, l.unit_price_minor, l.currency
             from cart.lines l
             join unnest($4::uuid[], $5::bigint[]) as m (variant_id, quantity) on m.variant_id = l.variant_id
             where l.store_id = $1 and l.cart_id = $3
             on conflict (store_id, cart_id, variant_id) do update
             set quantity = excluded.quantity, title = excluded.title, unit_price_minor = excluded.unit_price_minor,
                 currency = excluded.currency
         )
         update cart.carts set state = 'merged', merged_into = $2, updated_at = $6 where store_id = $1 and id = $3",
    )
    .bind(store.0)
    .bind(into.0)
    .bind(from.0)
    .bind(ids.iter().map(|id| id.0).collect::<Vec<_>>())
    .bind(quantities)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(())
}
