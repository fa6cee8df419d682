//! Where the pages are, below the storefront's base.

use orion_contracts::CheckoutId;

/// The checkout.
pub const CHECKOUT: &str = "/checkout";
/// The cart, where quantities are changed.
pub const CART: &str = "/cart";
/// The products, for whoever has an empty cart.
pub const PRODUCTS: &str = "/products";
/// Signing in.
pub const ACCOUNT: &str = "/account";
/// The terms.
pub const TERMS: &str = "/pages/terms";
/// The right of withdrawal.
pub const WITHDRAWAL: &str = "/pages/withdrawal";

/// A product's page.
#[must_use]
pub fn product(slug: &str) -> String {
    format!("/products/{slug}")
}

/// What follows a checkout.
#[must_use]
pub fn complete_path(checkout: CheckoutId) -> String {
    format!("/checkout/complete/{checkout}")
}
