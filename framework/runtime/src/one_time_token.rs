//! Tokens that open something once: links in mails, invitations, challenges. Kept as a hash, so that a copy of the table
//! opens nothing. Each module has a table of its own, with an end and a deletion at use.

use sha2::{Digest as _, Sha256};

use crate::Ctx;

/// A token, 256 random bits safe in addresses and cookies, and the hash to keep of it.
#[must_use]
pub fn new(ctx: &Ctx) -> (String, Vec<u8>) {
    let token = ctx.random_token();
    let hash = hash(&token);
    (token, hash)
}

/// The hash kept of a token. The token is random, so it needs no salt.
#[must_use]
pub fn hash(token: &str) -> Vec<u8> {
    Sha256::digest(token).to_vec()
}
