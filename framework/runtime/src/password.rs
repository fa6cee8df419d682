//! Passwords: argon2id, a few at a time, and rules that keep out the worst.

mod hasher;
mod rules;
mod well_known;

pub use hasher::{PasswordError, hash, verify, verify_dummy};
pub use rules::check;
