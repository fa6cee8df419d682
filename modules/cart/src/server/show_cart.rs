//! What is in the cart, and can it be bought?

use std::collections::HashMap;

use orion_contracts::{
    VariantId,
    catalog::{Catalog, VariantView},
    stock::{Availability, Stock},
};
use orion_kernel::Money;
use orion_runtime::{Ctx, Result};

use super::{
    open_cart::{StoredLine, open_cart},
    token::Bearer,
};
use crate::{
    model::{LineState, former_price, limit},
    views::{CartLine, CartPage},
};

/// The cart at the prices and with the stock of now: three statements, and none without a cart.
pub async fn show_cart(ctx: &Ctx) -> Result<CartPage> {
    let nothing = CartPage { lines: Vec::new(), subtotal: Money::zero(ctx.store()?.currency), count: 0 };
    let bearer = Bearer::of_request(ctx);
    if bearer.is_nobody() {
        return Ok(nothing);
    }
    let mut tx = ctx.begin().await?;
    let Some((cart, stored)) = open_cart(&mut tx, &bearer).await? else { return Ok(nothing) };
    if stored.is_empty() {
        return Ok(nothing);
    }
    let ids: Vec<VariantId> = stored.iter().map(|line| line.variant_id).collect();
    let variants = ctx.port::<dyn Catalog>().variants(&mut tx, &ids, ctx.locale()).await?;
    let known: Vec<_> = ids.iter().copied().filter(|id| variants.contains_key(id)).collect();
    let available = ctx.port::<dyn Stock>().availability_for(&mut tx, cart.0, &known).await?;
    let lines = stored.into_iter().map(|line| value(line, &variants, &available)).collect::<Result<Vec<_>>>()?;
    let mut page = nothing;
    for line in &lines {
        page.count = page.count.saturating_add(u32::try_from(line.quantity).unwrap_or_default());
        if line.state.has_price() && line.total.currency == page.subtotal.currency {
            page.subtotal = page.subtotal.checked_add(line.total)?;
        }
    }
    page.lines = lines;
    Ok(page)
}

fn value(
    line: StoredLine,
    variants: &HashMap<VariantId, VariantView>,
    available: &HashMap<VariantId, Availability>,
) -> Result<CartLine> {
    let variant = variants.get(&line.variant_id);
    let availability = available.get(&line.variant_id).copied().unwrap_or(Availability::Unlimited);
    let state = LineState::of(variant, availability, line.quantity);
    let unit_price = variant.map_or(line.unit_price, |variant| variant.price);
    let is_offered = variant.is_some_and(|variant| variant.is_published);
    let (title, variant_title) = variant
        .map_or((line.title, String::new()), |variant| (variant.product_title.clone(), variant.variant_title.clone()));
    Ok(CartLine {
        variant_id: line.variant_id,
        product_slug: variant.filter(|_| is_offered).map(|variant| variant.product_slug.clone()).unwrap_or_default(),
        title,
        variant_title,
        image_url: variant.and_then(|variant| variant.image_url.clone()),
        quantity: line.quantity,
        limit: limit(availability),
        unit_price,
        former_price: if state.has_price() { former_price(line.unit_price, unit_price) } else { None },
        total: unit_price.checked_mul(line.quantity)?,
        state,
    })
}
