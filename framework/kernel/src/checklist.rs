//! What is left to do before something is ready.

use serde::{Deserialize, Serialize};

/// A step of the first-run checklist, in the language of the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChecklistItem {
    /// Names it for good, `<module>.<step>`.
    pub key: String,
    /// What to do, as a verb: "Add your first product".
    pub title: String,
    /// Why, in a sentence.
    pub body: String,
    /// The path below the frontend's base where it is done.
    pub path: String,
    /// Whether it is done.
    pub done: bool,
    /// Lower stands first.
    pub order: u16,
}
