//! Carts through their doors: the storefront's forms and pages, and the port of sign-in and checkout.

#[path = "cart/add_line.rs"]
mod add_line;
#[path = "cart/bad_input.rs"]
mod bad_input;
#[path = "cart/builders.rs"]
mod builders;
#[path = "cart/hand_over.rs"]
mod hand_over;
#[path = "cart/show_cart.rs"]
mod show_cart;
