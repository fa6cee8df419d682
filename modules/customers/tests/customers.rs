//! Customers through their doors: the storefront's account pages, and the back office.

#[path = "customers/addresses.rs"]
mod addresses;
#[path = "customers/back_office.rs"]
mod back_office;
#[path = "customers/bad_input.rs"]
mod bad_input;
#[path = "customers/builders.rs"]
mod builders;
#[path = "customers/change_email.rs"]
mod change_email;
#[path = "customers/details.rs"]
mod details;
#[path = "customers/forgotten.rs"]
mod forgotten;
#[path = "customers/guest_orders.rs"]
mod guest_orders;
#[path = "customers/register.rs"]
mod register;
#[path = "customers/sessions.rs"]
mod sessions;
#[path = "customers/sign_in.rs"]
mod sign_in;
