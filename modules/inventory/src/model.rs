//! What may be taken, what a hold is worth, and why stock changes.

use std::collections::BTreeMap;

use orion_contracts::{VariantId, stock::StockLine};
use orion_kernel::AppError;
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;
use uuid::Uuid;

/// The most of anything that a shelf holds.
pub const MAX_ON_HAND: i64 = 1_000_000_000;

/// Why stock changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Goods came in.
    Received,
    /// Somebody counted the shelf.
    Counted,
    /// An order took it.
    Sold,
    /// It came back from an order.
    Restocked,
    /// Somebody put the number right: breakage, loss, a find.
    Corrected,
    /// The variant is not counted any more.
    Stopped,
}

impl Reason {
    /// Its code in the ledger.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Counted => "counted",
            Self::Sold => "sold",
            Self::Restocked => "restocked",
            Self::Corrected => "corrected",
            Self::Stopped => "stopped",
        }
    }
}

impl TryFrom<String> for Reason {
    type Error = AppError;

    fn try_from(code: String) -> Result<Self, AppError> {
        [Self::Received, Self::Counted, Self::Sold, Self::Restocked, Self::Corrected, Self::Stopped]
            .into_iter()
            .find(|reason| reason.code() == code)
            .ok_or_else(AppError::internal)
    }
}

/// How much is left, in the words of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Not counted: sold without end.
    Uncounted,
    /// Nothing to buy.
    Out,
    /// At or below the threshold.
    Low,
    /// Enough.
    Enough,
}

/// A variant's stock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// Whether it is counted at all.
    pub is_counted: bool,
    /// On the shelf.
    pub on_hand: i64,
    /// Held while somebody pays.
    pub reserved: i64,
    /// From here on down it is low.
    pub threshold: i64,
}

impl Figures {
    /// What can be bought.
    #[must_use]
    pub const fn available(self) -> i64 {
        self.on_hand - self.reserved
    }

    /// How much is left.
    #[must_use]
    pub const fn standing(self) -> Standing {
        match self.available() {
            _ if !self.is_counted => Standing::Uncounted,
            ..=0 => Standing::Out,
            available if available <= self.threshold => Standing::Low,
            _ => Standing::Enough,
        }
    }
}

/// A variant whose row is locked, as one owner sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Level {
    /// Whether it is counted at all.
    pub is_counted: bool,
    /// On the shelf.
    pub on_hand: i64,
    /// The sum of all holds.
    pub reserved: i64,
    /// Of that, what the owner holds.
    pub own: i64,
    /// Of that, what others let expire.
    pub expired: i64,
}

impl Level {
    /// What others hold and may still claim.
    #[must_use]
    pub const fn kept(&self) -> i64 {
        self.reserved - self.own - self.expired
    }

    /// What the owner may take.
    #[must_use]
    pub const fn free(&self) -> i64 {
        self.on_hand - self.kept()
    }
}

/// A hold on stock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hold {
    /// Whose.
    pub owner: Uuid,
    /// Of what.
    pub variant_id: VariantId,
    /// How many.
    pub quantity: i64,
    /// Until when.
    pub expires_at: OffsetDateTime,
}

/// How many of each variant the lines ask for; a variant on several lines is added up.
///
/// # Errors
///
/// `Invalid` for a line that asks for nothing, or for more than there can be.
pub fn wanted(lines: &[StockLine]) -> Result<BTreeMap<VariantId, i64>, AppError> {
    let mut wanted = BTreeMap::new();
    for line in lines {
        let sum = wanted.entry(line.variant_id).or_insert(0_i64);
        let added = sum.saturating_add(line.quantity);
        if line.quantity <= 0 || added > MAX_ON_HAND {
            return Err(AppError::invalid("invalid_quantity"));
        }
        *sum = added;
    }
    Ok(wanted)
}

/// The wanted variants that there are too few of, and how many there are.
#[must_use]
pub fn short(levels: &BTreeMap<VariantId, Level>, wanted: &BTreeMap<VariantId, i64>) -> Vec<(VariantId, i64)> {
    wanted
        .iter()
        .filter_map(|(id, quantity)| {
            let level = levels.get(id).filter(|level| level.is_counted)?;
            (level.free() < *quantity).then_some((*id, level.free().max(0)))
        })
        .collect()
}

/// Splits a variant's holds into those that what is on the shelf still covers, and the rest. Who held first keeps.
#[must_use]
pub fn covered(on_hand: i64, mut holds: Vec<Hold>) -> (i64, Vec<Hold>) {
    holds.sort_by_key(|hold| (hold.expires_at, hold.owner));
    let mut kept = 0;
    let mut dropped = Vec::new();
    for hold in holds {
        if kept + hold.quantity <= on_hand {
            kept += hold.quantity;
        } else {
            dropped.push(hold);
        }
    }
    (kept, dropped)
}

#[cfg(test)]
mod tests;
