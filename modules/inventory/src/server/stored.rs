//! A variant's row as it is read.

use orion_contracts::VariantId;
use uuid::Uuid;

use crate::{model::Figures, views::StockRow};

/// The columns of `inventory.stock_levels` that pages show.
#[derive(sqlx::FromRow)]
pub struct Stored {
    variant_id: Uuid,
    title: String,
    variant_title: String,
    sku: String,
    is_counted: bool,
    on_hand: i64,
    reserved: i64,
    low_stock_threshold: i64,
}

impl From<Stored> for StockRow {
    fn from(row: Stored) -> Self {
        Self {
            variant_id: VariantId(row.variant_id),
            title: row.title,
            variant_title: row.variant_title,
            sku: row.sku,
            figures: Figures {
                is_counted: row.is_counted,
                on_hand: row.on_hand,
                reserved: row.reserved,
                threshold: row.low_stock_threshold,
            },
        }
    }
}
