//! Figures that modules show on dashboards.

use serde::{Deserialize, Serialize};

/// A figure on a dashboard, in the language of the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Metric {
    /// What it counts.
    pub label: String,
    /// The figure, formatted.
    pub value: String,
    /// How it moved.
    pub delta: Option<Delta>,
    /// A path below the frontend's base that shows more.
    pub path: Option<String>,
}

/// How a figure moved since the period before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delta {
    /// The change, formatted, such as `+4 %`.
    pub text: String,
    /// Whether that is good news.
    pub trend: Trend,
}

/// Good news or bad.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trend {
    /// Good.
    Better,
    /// Neither.
    Same,
    /// Bad.
    Worse,
}
