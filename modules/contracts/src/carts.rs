//! Carts as the checkout needs them.

use async_trait::async_trait;
use orion_kernel::{AppError, ContextKey, CustomerId, Work};
use serde::{Deserialize, Serialize};

use crate::{CartId, VariantId};

/// The short name of the cookie that carries a cart's token.
pub const CART_COOKIE: &str = "cart";

/// The short name of the cookie that says which checkout is the browser's.
pub const CHECKOUT_COOKIE: &str = "checkout";

/// How many things are in the shopper's cart, on every page of a storefront.
pub const CART_COUNT: ContextKey<u32> = ContextKey::new("cart.count");

/// A cart's content. Prices are asked of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CartView {
    /// The cart.
    pub id: CartId,
    /// Its lines, oldest first.
    pub lines: Vec<CartLineView>,
}

/// A line of a cart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CartLineView {
    /// What.
    pub variant_id: VariantId,
    /// How many; positive.
    pub quantity: i64,
}

/// Asks for carts.
#[async_trait]
pub trait Carts: Send + Sync {
    /// The open cart behind a cookie's token.
    async fn open_cart(&self, work: &mut dyn Work, token: &str) -> Result<Option<CartView>, AppError>;

    /// Closes a cart whose content was bought: its token finds nothing any more. Doing it twice is fine.
    async fn close(&self, work: &mut dyn Work, id: CartId) -> Result<(), AppError>;

    /// Gives the cart behind a token to a customer who has signed in, together with what they left in an earlier one.
    /// Returns the token of the cart they have now, if any.
    async fn hand_over(
        &self,
        work: &mut dyn Work,
        token: Option<&str>,
        customer: CustomerId,
    ) -> Result<Option<String>, AppError>;
}

/// No carts.
pub struct NullCarts;

#[async_trait]
impl Carts for NullCarts {
    async fn open_cart(&self, _: &mut dyn Work, _: &str) -> Result<Option<CartView>, AppError> {
        Ok(None)
    }
    async fn close(&self, _: &mut dyn Work, _: CartId) -> Result<(), AppError> {
        Ok(())
    }
    async fn hand_over(&self, _: &mut dyn Work, _: Option<&str>, _: CustomerId) -> Result<Option<String>, AppError> {
        Ok(None)
    }
}
