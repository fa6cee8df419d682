//! What the pages are told.

use orion_contracts::VariantId;
use orion_kernel::Money;
use serde::{Deserialize, Serialize};

use crate::model::LineState;

/// The cart as it stands now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CartPage {
    /// Its lines, oldest first.
    pub lines: Vec<CartLine>,
    /// What the lines that can be bought cost, tax included.
    pub subtotal: Money,
    /// How many things are in it.
    pub count: u32,
}

impl CartPage {
    /// Whether it can be bought as it stands.
    #[must_use]
    pub fn is_blocked(&self) -> bool {
        self.lines.iter().any(|line| line.state.blocks())
    }
}

/// A line as it stands now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CartLine {
    /// What.
    pub variant_id: VariantId,
    /// The product's part of its address; empty when it is gone.
    pub product_slug: String,
    /// The product's name.
    pub title: String,
    /// The chosen options; may be empty.
    pub variant_title: String,
    /// The address of its picture.
    pub image_url: Option<String>,
    /// How many.
    pub quantity: i64,
    /// The most there can be.
    pub limit: i64,
    /// The price of one now.
    pub unit_price: Money,
    /// The price of one when the shopper decided, when it was another.
    pub former_price: Option<Money>,
    /// The price of all of it.
    pub total: Money,
    /// Whether it can be bought.
    pub state: LineState,
}

/// What became of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CartChange {
    /// Of what.
    pub variant_id: VariantId,
    /// How many things are in the cart now.
    pub count: u32,
    /// How many of the variant.
    pub quantity: i64,
    /// There are no more of it, and more were wanted.
    pub is_capped: bool,
}
