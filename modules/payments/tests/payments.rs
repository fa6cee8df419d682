//! Payments through their doors: the provider's messages, the back office.

#[path = "payments/back_office.rs"]
mod back_office;
#[path = "payments/bad_input.rs"]
mod bad_input;
#[path = "payments/builders.rs"]
mod builders;
#[path = "payments/messages.rs"]
mod messages;
#[path = "payments/reconcile.rs"]
mod reconcile;
#[path = "payments/refunds_and_orders.rs"]
mod refunds_and_orders;
