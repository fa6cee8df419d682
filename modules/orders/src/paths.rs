//! Where the pages are, below a frontend's base.

use orion_contracts::orders::order_path;

pub use orion_contracts::payments::payment_path as payment;

/// The list in the back office.
pub const ORDERS: &str = "/orders";
/// A customer's own orders in the storefront.
pub const MY_ORDERS: &str = "/account/orders";

/// Where customers sign in, on the way to their orders; a page of the module that owns customers.
pub const DOOR: &str = "/account/sign-in?next=/account/orders";

/// An order's page, in the back office and in the storefront.
#[must_use]
pub fn order(number: i64) -> String {
    order_path(&number.to_string())
}

/// What goes into the parcel.
#[must_use]
pub fn packing_slip(number: i64) -> String {
    format!("{}/packing-slip", order(number))
}

/// A customer in the back office.
#[must_use]
pub fn customer(id: orion_kernel::CustomerId) -> String {
    format!("/customers/{id}")
}
