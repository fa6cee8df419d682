//! Pages of the admin.

mod contributions;
mod merchant_index;
mod module_details;
mod module_index;
mod sign_in;
mod store_details;
mod store_index;
mod switch_card;

pub use merchant_index::MerchantIndex;
pub use module_details::ModuleDetailsPage;
pub use module_index::ModuleIndex;
pub use sign_in::SignInPage;
pub use store_details::StoreDetailsPage;
pub use store_index::StoreIndex;
