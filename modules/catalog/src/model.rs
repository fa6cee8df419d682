//! Products: their states, their addresses, their options. Pure.

mod choices;
mod reshape;
mod slug;
mod status;

pub use choices::{combination, combinations, variant_title};
pub use reshape::{Reshaped, reshape};
pub use slug::slugify;
pub use status::ProductStatus;

/// Most options of a product.
pub const MAX_OPTIONS: usize = 5;
/// Most characters of a description.
pub const MAX_DESCRIPTION: usize = 100_000;
/// Most variants of a product.
pub const MAX_VARIANTS: usize = 2_048;
