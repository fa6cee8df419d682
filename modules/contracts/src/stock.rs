//! Stock as the shop sees it: what is available, and holding it while somebody pays.

use std::collections::HashMap;

use async_trait::async_trait;
use orion_kernel::{AppError, Work};
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::VariantId;

/// How many of a variant can be bought.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Availability {
    /// Stock is not counted.
    Unlimited,
    /// This many; never negative.
    Limited(i64),
}

impl Availability {
    /// Whether this many can be bought.
    #[must_use]
    pub fn allows(self, quantity: i64) -> bool {
        match self {
            Self::Unlimited => true,
            Self::Limited(available) => available >= quantity,
        }
    }
}

/// So many of a variant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StockLine {
    /// What.
    pub variant_id: VariantId,
    /// How many; positive.
    pub quantity: i64,
}

/// Holds, claims and gives back stock. Every method locks variants in the order of their ids, so that two callers never
/// wait for each other.
#[async_trait]
pub trait Stock: Send + Sync {
    /// What can be bought of each; a variant that is missing from the answer does not exist.
    async fn availability(
        &self,
        work: &mut dyn Work,
        ids: &[VariantId],
    ) -> Result<HashMap<VariantId, Availability>, AppError>;

    /// What `owner` can buy of each: what is available, and what they hold already. A checkout holds stock in the name of its
    /// cart's id, so that a cart does not call sold out what its own checkout holds.
    async fn availability_for(
        &self,
        work: &mut dyn Work,
        _owner: Uuid,
        ids: &[VariantId],
    ) -> Result<HashMap<VariantId, Availability>, AppError> {
        self.availability(work, ids).await
    }

    /// Holds all of `lines` for `owner` until `expires_at`, or nothing: then `Conflict` with code `out_of_stock` and, for
    /// each short variant, a field error whose field is the variant's id and whose param `available` says how many there are.
    /// What the owner held before is replaced.
    async fn reserve(
        &self,
        work: &mut dyn Work,
        owner: Uuid,
        lines: &[StockLine],
        expires_at: OffsetDateTime,
    ) -> Result<(), AppError>;

    /// Lets go of what `owner` holds. Nothing held is fine.
    async fn release(&self, work: &mut dyn Work, owner: Uuid) -> Result<(), AppError>;

    /// Takes what `owner` holds out of stock, with `reference` (an order's number) in the ledger. When the hold has expired
    /// it is tried again from what is available; `Conflict` with `out_of_stock` when that is not enough.
    async fn claim(
        &self,
        work: &mut dyn Work,
        owner: Uuid,
        lines: &[StockLine],
        reference: &str,
    ) -> Result<(), AppError>;

    /// Puts sold units back, with `reference` in the ledger.
    async fn restock(&self, work: &mut dyn Work, lines: &[StockLine], reference: &str) -> Result<(), AppError>;

    /// Sets what was counted on the shelf, with `reason` in the ledger. `None` stops counting the variant.
    async fn set_on_hand(
        &self,
        work: &mut dyn Work,
        counts: &[(VariantId, Option<i64>)],
        reason: &str,
    ) -> Result<(), AppError>;
}

/// No stock keeping: everything can be bought.
pub struct NullStock;

#[async_trait]
impl Stock for NullStock {
    async fn availability(
        &self,
        _: &mut dyn Work,
        ids: &[VariantId],
    ) -> Result<HashMap<VariantId, Availability>, AppError> {
        Ok(ids.iter().map(|id| (*id, Availability::Unlimited)).collect())
    }
    async fn reserve(&self, _: &mut dyn Work, _: Uuid, _: &[StockLine], _: OffsetDateTime) -> Result<(), AppError> {
        Ok(())
    }
    async fn release(&self, _: &mut dyn Work, _: Uuid) -> Result<(), AppError> {
        Ok(())
    }
    async fn claim(&self, _: &mut dyn Work, _: Uuid, _: &[StockLine], _: &str) -> Result<(), AppError> {
        Ok(())
    }
    async fn restock(&self, _: &mut dyn Work, _: &[StockLine], _: &str) -> Result<(), AppError> {
        Ok(())
    }
    async fn set_on_hand(&self, _: &mut dyn Work, _: &[(VariantId, Option<i64>)], _: &str) -> Result<(), AppError> {
        Ok(())
    }
}
