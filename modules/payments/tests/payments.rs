//! Payments through their doors: the provider's messages, the back office.

#[path = "payments/back_office.rs"]
mod back_office;
#[path = "payments/builders.rs"]
mod builders;
#[path = "payments/messages.rs"]
mod messages;
#[path = "payments/reconcile.rs"]
mod reconcile;
