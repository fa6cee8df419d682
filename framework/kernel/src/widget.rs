//! Short lists that modules show on dashboards.

use serde::{Deserialize, Serialize};

/// A titled list on a dashboard, in the language of the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Widget {
    /// What it lists.
    pub title: String,
    /// The entries, in order.
    pub rows: Vec<WidgetRow>,
    /// A path below the frontend's base that shows all of them.
    pub path: Option<String>,
}

/// An entry of a widget.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WidgetRow {
    /// What stands first.
    pub title: String,
    /// What stands beside it, such as an amount or a date.
    pub detail: String,
    /// A path below the frontend's base that shows it.
    pub path: Option<String>,
}
