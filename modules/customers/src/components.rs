//! What several pages of this module share.

mod account_badge;
mod address_fields;
mod address_lines;
mod after_order;
mod latest_orders;
mod link_page;
mod mine;
mod sign_in_form;

pub use account_badge::AccountBadge;
pub use address_fields::AddressFields;
pub use address_lines::{AddressLines, country_name};
pub use after_order::AfterOrder;
pub use latest_orders::LatestOrders;
pub use link_page::LinkPage;
pub use mine::Mine;
pub use sign_in_form::SignInForm;
