//! Checkouts through the front door: one order, one charge, whatever happens meanwhile.

#[path = "checkout/at_once.rs"]
mod at_once;
#[path = "checkout/bad_input.rs"]
mod bad_input;
#[path = "checkout/budget.rs"]
mod budget;
#[path = "checkout/builders.rs"]
mod builders;
#[path = "checkout/countries.rs"]
mod countries;
#[path = "checkout/held.rs"]
mod held;
#[path = "checkout/markup.rs"]
mod markup;
#[path = "checkout/pay_by_card.rs"]
mod pay_by_card;
#[path = "checkout/pay_by_transfer.rs"]
mod pay_by_transfer;
#[path = "checkout/refused_refund.rs"]
mod refused_refund;
#[path = "checkout/torn_apart.rs"]
mod torn_apart;
