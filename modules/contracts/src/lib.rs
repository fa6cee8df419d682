//! Ids, views, events and ports that modules share. Each port has a null implementation for when its module is off.
#![deny(missing_docs)]

pub mod billing;
pub mod carts;
pub mod catalog;
pub mod cms;
pub mod customers;
pub mod features;
pub mod ids;
pub mod mails;
pub mod notifications;
pub mod orders;
pub mod payments;
pub mod slots;
pub mod stock;
pub mod stores;

pub use ids::{
    CartId, CategoryId, CheckoutId, FulfilmentId, ImportId, LocationId, MediaId, MovementId, OrderId, OrderLineId,
    PaymentId, ProductId, VariantId,
};
