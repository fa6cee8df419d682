//! Pages of the platform's own site.

mod confirm_email;
mod invitation;
mod my_stores;
mod sign_in;
mod transfer;

pub use confirm_email::ConfirmEmailPage;
pub use invitation::InvitationPage;
pub use my_stores::MyStoresPage;
pub use sign_in::SignInPage;
pub use transfer::TransferPage;
