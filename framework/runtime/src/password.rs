//! Passwords: argon2id, as many at a time as there are cores, and rules that keep out the worst.

mod hasher;
mod rules;
mod well_known;

pub use hasher::{PasswordError, hash, verify, verify_dummy};
pub use rules::check;
