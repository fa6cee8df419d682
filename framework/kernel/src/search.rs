//! What a search over everything finds.

use serde::{Deserialize, Serialize};

/// One thing that was found, in the language of the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchHit {
    /// What sort of things it is listed with, such as "Orders": the heading of its group.
    pub kind: String,
    /// What it is called.
    pub title: String,
    /// What tells it from others of the same name; may be empty.
    pub detail: String,
    /// The path of its page below the frontend's base.
    pub path: String,
    /// The name of an icon of the design system.
    pub icon: String,
}
