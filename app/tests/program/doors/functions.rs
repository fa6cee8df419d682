//! Every server function: who may call it, and with what. A test compares this to the functions the program has.
//!
//! They are called in this order, so what removes a thing, and what signs out, stands last.

#[path = "functions/admin.rs"]
mod admin;
#[path = "functions/platform.rs"]
mod platform;
#[path = "functions/store.rs"]
mod store;
#[path = "functions/storefront.rs"]
mod storefront;

use orion_kernel::Frontend;

use super::door::Door;

const LIST: &str = "query[page]=1";
const GUESS: &str = "email=nobody@example.test&password=guessed";
const NEW_PASSWORD: &str = "current_password=guessed&new_password=gréngen Hond op der Strooss";

/// The functions of a frontend.
pub const fn functions(frontend: Frontend) -> &'static [Door] {
    match frontend {
        Frontend::Platform => platform::PLATFORM,
        Frontend::Admin => admin::ADMIN,
        Frontend::Store => store::STORE,
        Frontend::Storefront => storefront::STOREFRONT,
    }
}
