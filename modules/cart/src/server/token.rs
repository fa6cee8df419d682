//! What opens a cart: the cookie's token, or being the customer whose cart it is.

use orion_contracts::carts::CART_COOKIE;
use orion_kernel::CustomerId;
use orion_runtime::{Ctx, PrincipalKind};
use sha2::{Digest, Sha256};
use time::Duration;

/// How long the cookie stays after the last thing was put in.
pub const COOKIE_AGE: Duration = Duration::days(30);

/// What the database keeps of a token.
pub fn hash(token: &str) -> Vec<u8> {
    Sha256::digest(token.as_bytes()).to_vec()
}

/// Somebody who has a cart, or may come to have one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bearer {
    /// The cookie's token, hashed.
    pub token_hash: Option<Vec<u8>>,
    /// The customer, when signed in.
    pub customer: Option<CustomerId>,
}

impl Bearer {
    /// Whoever sent the request, with this token.
    pub fn of(ctx: &Ctx, token: Option<&str>) -> Self {
        Self { token_hash: token.map(hash), customer: customer(ctx) }
    }

    /// Whoever sent the request, with their cookie.
    pub fn of_request(ctx: &Ctx) -> Self {
        Self::of(ctx, ctx.cookie(CART_COOKIE).as_deref())
    }

    /// Whether there can be no cart at all.
    pub fn is_nobody(&self) -> bool {
        self.token_hash.is_none() && self.customer.is_none()
    }
}

fn customer(ctx: &Ctx) -> Option<CustomerId> {
    let principal = ctx.principal().filter(|principal| principal.kind == PrincipalKind::Customer)?;
    Some(CustomerId(principal.id))
}
