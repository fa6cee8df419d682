//! Where ordering leads, below the storefront's base.

/// An order's page for whoever placed it.
#[must_use]
pub fn order_path(number: &str, access_token: &str) -> String {
    format!("/orders/{number}?token={access_token}")
}
