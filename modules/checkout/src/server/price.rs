//! What a cart costs here and now. Prices, shipping and tax come from the server alone.

use std::fmt::Display;

use orion_contracts::{
    VariantId,
    carts::CartView,
    catalog::{Catalog, VariantView},
    orders::NewOrderLine,
    stores::{ShippingRate, Stores},
};
use orion_kernel::{BasisPoints, Money};
use orion_runtime::{Result, Tx};

use crate::{model::ShippingOption, views::LineView};

/// A cart with its prices.
pub struct Priced {
    /// What is bought, in the cart's order.
    pub lines: Vec<PricedLine>,
    /// Titles of what was in the cart and can no longer be bought.
    pub gone: Vec<String>,
    /// What the goods cost.
    pub goods: Money,
    /// The ways of shipping; empty when nothing is sent.
    pub shippings: Vec<ShippingOption>,
    /// The rate of the tax included in all prices.
    pub tax_rate: BasisPoints,
}

/// A line with its price.
pub struct PricedLine {
    /// What.
    pub variant: VariantView,
    /// How many.
    pub quantity: i64,
    /// What all of them cost.
    pub total: Money,
}

/// Asks the catalogue and the store.
pub async fn price(tx: &mut Tx, cart: &CartView) -> Result<Priced> {
    let ctx = tx.ctx().clone();
    let currency = ctx.store()?.currency;
    let ids: Vec<VariantId> = cart.lines.iter().map(|line| line.variant_id).collect();
    let mut variants = ctx.port::<dyn Catalog>().variants(tx, &ids, ctx.locale()).await?;
    let mut priced = Priced {
        lines: Vec::with_capacity(cart.lines.len()),
        gone: Vec::new(),
        goods: Money::zero(currency),
        shippings: Vec::new(),
        tax_rate: BasisPoints::ZERO,
    };
    for line in &cart.lines {
        match variants.remove(&line.variant_id) {
            Some(variant) if variant.is_published => {
                let total = variant.price.checked_mul(line.quantity)?;
                priced.goods = priced.goods.checked_add(total)?;
                priced.lines.push(PricedLine { variant, quantity: line.quantity, total });
            }
            Some(variant) => priced.gone.push(variant.product_title),
            // It does not exist any more, so neither does its name.
            None => priced.gone.push(String::new()),
        }
    }
    let terms = ctx.port::<dyn Stores>().terms(tx, ctx.locale()).await?;
    priced.tax_rate = terms.tax_rate;
    if priced.needs_shipping() {
        priced.shippings = terms.shipping.into_iter().map(|rate| option(rate, priced.goods)).collect();
    }
    Ok(priced)
}

/// A store's way of shipping at its price for goods of this value.
fn option(rate: ShippingRate, goods: Money) -> ShippingOption {
    let is_free = rate.free_from.is_some_and(|from| from.currency == goods.currency && goods.minor >= from.minor);
    let price = if is_free { Money::zero(rate.price.currency) } else { rate.price };
    ShippingOption { code: rate.code, name: rate.name, delivery_days: rate.delivery_days, price }
}

impl Priced {
    /// Whether something is sent.
    pub fn needs_shipping(&self) -> bool {
        self.lines.iter().any(|line| line.variant.requires_shipping)
    }
}

impl PricedLine {
    /// As pages show it.
    pub fn view(&self) -> LineView {
        LineView {
            title: self.variant.product_title.clone(),
            variant_title: self.variant.variant_title.clone(),
            slug: self.variant.product_slug.clone(),
            image_url: self.variant.image_url.clone(),
            quantity: self.quantity,
            total: self.total,
        }
    }

    /// As the order keeps it.
    pub fn order_line(&self) -> NewOrderLine {
        NewOrderLine {
            variant_id: self.variant.id,
            title: self.variant.product_title.clone(),
            variant_title: self.variant.variant_title.clone(),
            sku: self.variant.sku.clone(),
            quantity: self.quantity,
            unit_price: self.variant.price,
            image_url: self.variant.image_url.clone(),
        }
    }

    /// Its name with its options, and how many are left.
    pub fn full_title_with(&self, left: impl Display) -> String {
        let product = &self.variant.product_title;
        match self.variant.variant_title.as_str() {
            "" => format!("{product} ({left})"),
            options => format!("{product} – {options} ({left})"),
        }
    }
}

#[cfg(test)]
mod tests {
    use orion_kernel::Currency;

    use super::*;

    const fn euro(minor: i64) -> Money {
        Money::new(minor, Currency::EUR)
    }

    fn rate(free_from: Option<i64>) -> ShippingRate {
        ShippingRate {
            code: "standard".to_owned(),
            name: "Standard".to_owned(),
            delivery_days: "2–4".to_owned(),
            price: euro(590),
            free_from: free_from.map(euro),
        }
    }

    #[test]
    fn shipping_costs_nothing_from_its_value_on() {
        assert_eq!(option(rate(Some(7_500)), euro(7_499)).price, euro(590));
        assert_eq!(option(rate(Some(7_500)), euro(7_500)).price, euro(0));
        assert_eq!(option(rate(None), euro(1_000_000)).price, euro(590));
    }
}
