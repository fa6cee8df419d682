//! What a storefront's home page shows.

use orion_kernel::Page;
use orion_runtime::{Ctx, Result};

use super::list_cards::{Wanted, list_cards};
use crate::views::ProductCard;

/// How many.
const SIZE: u32 = 12;

/// The newest published products. One statement.
pub async fn newest_products(ctx: &Ctx) -> Result<Vec<ProductCard>> {
    let mut tx = ctx.begin().await?;
    let wanted = Wanted { page: Page { number: 1, size: SIZE }, ..Wanted::default() };
    Ok(list_cards(&mut tx, &wanted).await?.items)
}
