//! Pages of the platform's own site.

mod sign_in;

pub use sign_in::SignInPage;
