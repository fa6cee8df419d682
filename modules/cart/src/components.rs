//! What the module hangs in others' pages.

mod add_to_cart;

pub use add_to_cart::AddToCart;
