//! Passkeys in the browser: signing in with one, adding one.

mod add;
mod browser;
mod sign_in;

pub use add::AddPasskey;
pub use sign_in::PasskeySignIn;
