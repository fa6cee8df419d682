//! Puts something into the cart.

use orion_contracts::{CartId, VariantId, carts::CART_COOKIE};
use orion_kernel::{AppError, Check};
use orion_runtime::{Ctx, Result, Tx};
use uuid::Uuid;

use super::{
    lock_cart::{Locked, lock_cart, touch_cart},
    offer::{Offer, offer},
    plain_form,
    token::{Bearer, COOKIE_AGE, hash},
};
use crate::{
    model::{MAX_LINES, MAX_QUANTITY},
    paths,
    views::CartChange,
};

/// Adds to what is in the cart already, up to what there is. Makes a cart and its cookie where there is none.
///
/// # Errors
///
/// `NotFound`, `Conflict` with `product_unavailable`, `sold_out` or `cart_full`, `Invalid`.
pub async fn add_line(ctx: &Ctx, variant: VariantId, quantity: i64) -> Result<CartChange> {
    let mut check = Check::new();
    check.range("quantity", quantity, 1..=MAX_QUANTITY);
    check.finish()?;
    let known = ctx.cookie(CART_COOKIE);
    let bearer = Bearer::of(ctx, known.as_deref());
    let mut tx = ctx.begin().await?;
    let cart = lock_cart(&mut tx, &bearer).await?;
    let offer = offer(&mut tx, variant, cart.map(Locked::id)).await?;
    let (id, token) = match cart {
        Some(cart) => (cart.id(), keep_token(&mut tx, cart, &bearer, known).await?),
        None => make_cart(&mut tx, &bearer).await?,
    };
    let (before, now) = put_in(&mut tx, id, &offer, quantity).await?;
    if before == 0 && cart.is_some_and(|cart| cart.lines >= MAX_LINES) {
        return Err(AppError::conflict("cart_full").with("max", MAX_LINES).into());
    }
    let count = touch_cart(&mut tx, id).await?;
    tx.commit().await?;
    orion_runtime::set_cookie(ctx, CART_COOKIE, &token, Some(COOKIE_AGE));
    let is_capped = now < before + quantity;
    plain_form::lead_to(&paths::cart_saying(if is_capped { "capped" } else { "added" }));
    Ok(CartChange { variant_id: variant, count, quantity: now, is_capped })
}

/// The token of a cart that exists. A customer who has lost the cookie, or has one of another time, gets a new one.
async fn keep_token(tx: &mut Tx, cart: Locked, bearer: &Bearer, known: Option<String>) -> Result<String> {
    let is_adopted = !cart.is_owned && bearer.customer.is_some();
    if let Some(token) = known.as_ref().filter(|_| !is_adopted) {
        return Ok(token.clone());
    }
    let (store, token) = (tx.ctx().store_id()?, known.unwrap_or_else(|| tx.ctx().random_token()));
    sqlx::query(
        "update cart.carts set token_hash = $3, customer_id = coalesce(customer_id, $4) where store_id = $1 and id = $2",
    )
    .bind(store.0)
    .bind(cart.id().0)
    .bind(hash(&token))
    .bind(bearer.customer.map(|customer| customer.0))
    .execute(tx.conn())
    .await?;
    Ok(token)
}

/// A new cart. When the customer's other tab was faster, theirs.
async fn make_cart(tx: &mut Tx, bearer: &Bearer) -> Result<(CartId, String)> {
    let (store, now, id) = (tx.ctx().store_id()?, tx.now(), tx.new_id::<CartId>());
    let token = tx.ctx().random_token();
    let made: Option<Uuid> = sqlx::query_scalar(
        "insert into cart.carts (store_id, id, token_hash, customer_id, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $5)
         on conflict (store_id, customer_id) where state = 'open' and customer_id is not null do nothing
         returning id",
    )
    .bind(store.0)
    .bind(id.0)
    .bind(hash(&token))
    .bind(bearer.customer.map(|customer| customer.0))
    .bind(now)
    .fetch_optional(tx.conn())
    .await?;
    if let Some(id) = made {
        return Ok((CartId(id), token));
    }
    let theirs = lock_cart(tx, bearer).await?.ok_or_else(AppError::unavailable)?;
    Ok((theirs.id(), token))
}

/// How many of it were in the cart, and how many are now.
async fn put_in(tx: &mut Tx, cart: CartId, offer: &Offer, quantity: i64) -> Result<(i64, i64)> {
    let (store, now) = (tx.ctx().store_id()?, tx.now());
    Ok(sqlx::query_as(
        "with former as (
             select coalesce(max(quantity), 0) as quantity from cart.lines
             where store_id = $1 and cart_id = $2 and variant_id = $3
         )
         insert into cart.lines as l (store_id, cart_id, variant_id, quantity, added_at, title, unit_price_minor, currency)
         values ($1, $2, $3, least($4::bigint, $5::bigint), $6, $7, $8, $9)
         on conflict (store_id, cart_id, variant_id) do update
         set quantity = least(l.quantity + $4, $5), title = excluded.title,
             unit_price_minor = excluded.unit_price_minor, currency = excluded.currency
         returning (select quantity from former), l.quantity",
    )
    .bind(store.0)
    .bind(cart.0)
    .bind(offer.variant.id.0)
    .bind(quantity)
    .bind(offer.limit)
    .bind(now)
    .bind(offer.title())
    .bind(offer.variant.price.minor)
    .bind(offer.variant.price.currency.code())
    .fetch_one(tx.conn())
    .await?)
}
