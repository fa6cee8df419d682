//! How many things are in the cart?

use futures::future::BoxFuture;
use orion_contracts::carts::CART_COUNT;
use orion_kernel::{AppError, Frontend};
use orion_runtime::{ContextProvider, Ctx, Result};

use super::token::Bearer;

/// The figure in the header of every page of a storefront. Without a cookie nobody is asked.
pub fn provider() -> ContextProvider {
    ContextProvider::new("cart", CART_COUNT, &[Frontend::Storefront], provide)
}

fn provide(ctx: Ctx) -> BoxFuture<'static, Result<u32, AppError>> {
    Box::pin(async move { Ok(count_items(&ctx).await?) })
}

async fn count_items(ctx: &Ctx) -> Result<u32> {
    let bearer = Bearer::of_request(ctx);
    if bearer.token_hash.is_none() {
        return Ok(0);
    }
    let store = ctx.store_id()?;
    let mut tx = ctx.begin().await?;
    let count: Option<i64> = sqlx::query_scalar(
        "select (
             select coalesce(sum(l.quantity), 0)::bigint from cart.lines l where l.store_id = c.store_id and l.cart_id = c.id
         )
         from cart.carts c
         where c.store_id = $1 and c.state = 'open' and ((c.customer_id is null and c.token_hash = $2) or c.customer_id = $3)
         order by c.customer_id nulls last limit 1",
    )
    .bind(store.0)
    .bind(&bearer.token_hash)
    .bind(bearer.customer.map(|customer| customer.0))
    .fetch_optional(tx.conn())
    .await?;
    Ok(u32::try_from(count.unwrap_or_default()).unwrap_or(u32::MAX))
}
