//! Pages of the storefront.

mod addresses;
mod confirm;
mod confirm_email;
mod details;
mod edit_address;
mod forgotten;
mod new_password;
mod overview;
mod privacy;
mod register;
mod sessions;
mod sign_in;

pub use addresses::Addresses;
pub use confirm::Confirm;
pub use confirm_email::ConfirmEmail;
pub use details::Details;
pub use edit_address::{EditAddress, NewAddress};
pub use forgotten::Forgotten;
pub use new_password::NewPassword;
pub use overview::Overview;
pub use privacy::Privacy;
pub use register::RegisterPage;
pub use sessions::Sessions;
pub use sign_in::SignInPage;
