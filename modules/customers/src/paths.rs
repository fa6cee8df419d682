//! Where the pages are, below a frontend's base.

use orion_kernel::CustomerId;

use crate::model::AddressId;

/// A customer's own page in the storefront.
pub const ACCOUNT: &str = "/account";
/// Where customers sign in.
pub const SIGN_IN: &str = "/account/sign-in";
/// Where they get an account.
pub const REGISTER: &str = "/account/register";
/// What whoever asked for one sees next.
pub const REGISTER_SENT: &str = "/account/register?sent=true";
/// Where the link that completes it is sent again.
pub const REGISTER_AGAIN: &str = "/account/register?again=true";
/// Completing it, from the link in a mail.
pub const CONFIRM: &str = "/account/confirm";
/// Where they ask for a new password.
pub const FORGOTTEN: &str = "/account/forgotten";
/// Their addresses.
pub const ADDRESSES: &str = "/account/addresses";
/// The form for another address.
pub const NEW_ADDRESS: &str = "/account/addresses/new";
/// Confirming another e-mail address, from the link in a mail.
pub const CONFIRM_EMAIL: &str = "/account/confirm-email";
/// Where they are signed in.
pub const SESSIONS: &str = "/account/sessions";
/// Taking their data along, and having their account deleted.
pub const PRIVACY: &str = "/account/privacy";
/// What is known of them, as a file.
pub const DATA: &str = "/account/data.json";
/// Their name, e-mail address and password.
pub const DETAILS: &str = "/account/details";
/// Their orders; a page of the module that owns orders.
pub const ORDERS: &str = "/account/orders";
/// Choosing a new password, from the link in a mail.
pub const NEW_PASSWORD: &str = "/account/new-password";
/// The customers in the back office.
pub const CUSTOMERS: &str = "/customers";
/// The customers as a file, in the back office.
pub const EXPORT: &str = "/exports/customers.csv";

/// One of their addresses.
#[must_use]
pub fn address(id: AddressId) -> String {
    format!("{ADDRESSES}/{id}")
}

/// An order, in the storefront and in the back office; a page of the module that owns orders.
#[must_use]
pub fn order(number: &str) -> String {
    format!("/orders/{number}")
}

/// A customer in the back office.
#[must_use]
pub fn customer(id: CustomerId) -> String {
    format!("{CUSTOMERS}/{id}")
}
