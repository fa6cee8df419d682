//! Imports as the back office shows them.

use orion_contracts::{ImportId, ProductId};
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

/// How an import stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ImportStatus {
    /// A worker will take it.
    Waiting,
    /// A worker is at it.
    Running,
    /// All products are read.
    Finished,
    /// It was no product file.
    Failed,
}

impl ImportStatus {
    /// The state with exactly this code; failed for any other.
    #[must_use]
    pub fn from_code(code: &str) -> Self {
        match code {
            "waiting" => Self::Waiting,
            "running" => Self::Running,
            "finished" => Self::Finished,
            _ => Self::Failed,
        }
    }

    /// Whether nothing changes any more.
    #[must_use]
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Finished | Self::Failed)
    }
}

/// One run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportView {
    pub id: ImportId,
    pub status: ImportStatus,
    pub file_name: String,
    /// Products in the file; `None` until it has been read.
    pub total: Option<u32>,
    pub created: u32,
    pub updated: u32,
    pub unchanged: u32,
    pub failed: u32,
    /// Why nothing could be imported.
    pub error: Option<(String, Vec<(String, String)>)>,
    pub created_at: OffsetDateTime,
    pub finished_at: Option<OffsetDateTime>,
}

impl ImportView {
    /// How many products are done.
    #[must_use]
    pub const fn done(&self) -> u32 {
        self.created + self.updated + self.unchanged + self.failed
    }
}

/// One run with what was wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportDetails {
    pub import: ImportView,
    /// The first of them.
    pub errors: Vec<ImportRow>,
    /// How many there are.
    pub error_count: u32,
    /// Of the whole store: pictures are fetched after an import, side by side with the next.
    pub pictures: MissingPictures,
}

/// Pictures that products have to do without.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MissingPictures {
    /// Still being fetched.
    pub pending: i64,
    /// Could not be had.
    pub total: i64,
    /// The first of these.
    pub shown: Vec<MissingPicture>,
}

/// A picture that could not be had.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MissingPicture {
    pub product_id: ProductId,
    /// The product's name.
    pub title: String,
    /// Where it should have been.
    pub source: String,
    /// A code.
    pub reason: String,
}

/// What was wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportRow {
    pub row: u32,
    pub handle: String,
    pub column: String,
    pub code: String,
    pub params: Vec<(String, String)>,
}
