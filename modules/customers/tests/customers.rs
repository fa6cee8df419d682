//! Customers through their doors: the storefront's account pages, and the back office.

#[path = "customers/addresses.rs"]
mod addresses;
#[path = "customers/back_office.rs"]
mod back_office;
#[path = "customers/bad_input.rs"]
mod bad_input;
#[path = "customers/builders.rs"]
mod builders;
#[path = "customers/details.rs"]
mod details;
#[path = "customers/forgotten.rs"]
mod forgotten;
#[path = "customers/register.rs"]
mod register;
#[path = "customers/sign_in.rs"]
mod sign_in;
