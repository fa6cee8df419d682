//! Pages of the storefront.

mod addresses;
mod details;
mod edit_address;
mod forgotten;
mod new_password;
mod overview;
mod register;
mod sign_in;

pub use addresses::Addresses;
pub use details::Details;
pub use edit_address::{EditAddress, NewAddress};
pub use forgotten::Forgotten;
pub use new_password::NewPassword;
pub use overview::Overview;
pub use register::RegisterPage;
pub use sign_in::SignInPage;
