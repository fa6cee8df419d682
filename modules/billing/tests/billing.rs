//! What the platform sells, through its pages, the admin and the port.

#[path = "billing/bad_input.rs"]
mod bad_input;
#[path = "billing/builders.rs"]
mod builders;
#[path = "billing/prices.rs"]
mod prices;
#[path = "billing/subscriptions.rs"]
mod subscriptions;
#[path = "billing/tiers.rs"]
mod tiers;
