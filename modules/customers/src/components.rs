//! What several pages of this module share.

mod address_fields;
mod address_lines;
mod latest_orders;
mod mine;
mod sign_in_form;

pub use address_fields::AddressFields;
pub use address_lines::{AddressLines, country_name};
pub use latest_orders::LatestOrders;
pub use mine::Mine;
pub use sign_in_form::SignInForm;
