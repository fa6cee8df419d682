//! Parts shared by pages of this module.

mod address;
mod badges;
mod lines;
mod parcels;
mod revenue_chart;
mod sums;

pub use address::AddressLines;
pub use badges::{FulfilmentBadge, PaymentBadge, StateBadges, fulfilment_label, payment_label};
pub use lines::{Lines, items};
pub use parcels::Parcels;
pub use revenue_chart::RevenueChart;
pub use sums::Sums;
