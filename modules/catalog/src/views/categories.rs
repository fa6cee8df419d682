//! Categories as the back office shows them.

use orion_contracts::CategoryId;
use serde::{Deserialize, Serialize};

/// A category in its place in the tree.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CategoryNode {
    pub id: CategoryId,
    pub name: String,
    pub slug: String,
    /// How many categories are above it.
    pub depth: u32,
    /// Products right in it.
    pub products: i64,
}

/// A category in its form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CategoryEditor {
    pub id: CategoryId,
    pub name: String,
    pub slug: String,
    pub parent_id: Option<CategoryId>,
    pub position: i32,
    /// Where it may lie: all categories but itself and those below it.
    pub parents: Vec<CategoryNode>,
    /// Products right in it.
    pub products: i64,
    /// Its page in the storefront.
    pub storefront_url: String,
}
