//! What the pages are told.

use orion_contracts::{ProductId, VariantId};
use orion_kernel::Paged;
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use crate::model::{Figures, Reason};

/// A row of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StockRow {
    /// The variant.
    pub variant_id: VariantId,
    /// The product's name.
    pub title: String,
    /// The chosen options; may be empty.
    pub variant_title: String,
    /// Stock keeping unit; may be empty.
    pub sku: String,
    /// How it stands.
    pub figures: Figures,
}

/// A variant's page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VariantStock {
    /// The variant and how it stands.
    pub stock: StockRow,
    /// Its product.
    pub product_id: ProductId,
    /// What changed its stock, newest first.
    pub movements: Paged<Movement>,
}

/// An entry of the ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Movement {
    /// How many more or fewer.
    pub delta: i64,
    /// On hand after it.
    pub balance: i64,
    /// Why.
    pub reason: Reason,
    /// An order's number; may be empty.
    pub reference: String,
    /// What somebody wrote; may be empty.
    pub note: String,
    /// Who, when it was a member of the team.
    pub actor: String,
    /// When.
    pub at: OffsetDateTime,
}
