//! Pages of the admin.

mod contributions;
mod merchant_index;
mod module_details;
mod module_index;
mod operator_index;
mod people_tabs;
mod platforms;
mod sign_in;
mod store_details;
mod store_index;
mod switch_card;
mod tenants;
mod user;
mod user_index;

pub use merchant_index::MerchantIndex;
pub use module_details::ModuleDetailsPage;
pub use module_index::ModuleIndex;
pub use operator_index::OperatorIndex;
pub use people_tabs::PeopleTabs;
pub use platforms::{MenuPage, NewPlatformPage, PlatformDetailsPage, PlatformIndex};
pub use sign_in::SignInPage;
pub use store_details::StoreDetailsPage;
pub use store_index::StoreIndex;
pub use tenants::{MerchantDetailsPage, NewMerchantPage, NewStorePage};
pub use user::UserPage;
pub use user_index::UserIndex;
