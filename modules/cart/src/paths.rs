//! Where the pages are, below the storefront's base.

use orion_contracts::VariantId;

/// The cart.
pub const CART: &str = "/cart";
/// All products.
pub const PRODUCTS: &str = "/products";
/// Where the cart is bought.
pub const CHECKOUT: &str = "/checkout";

/// The cart, saying what was just done.
#[must_use]
pub fn cart_saying(notice: &str) -> String {
    format!("{CART}?notice={notice}")
}

/// The cart, offering to take a removal back.
#[must_use]
pub fn cart_without(variant: VariantId, quantity: i64) -> String {
    format!("{CART}?removed={variant}&quantity={quantity}")
}

/// A variant of a product.
#[must_use]
pub fn variant(slug: &str, variant: VariantId) -> String {
    format!("/products/{slug}?variant={variant}")
}
