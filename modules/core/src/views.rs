//! What pages show.

use orion_kernel::{metric::Metric, widget::Widget};
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

/// A dashboard.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Dashboard {
    pub metrics: Vec<Metric>,
    pub widgets: Vec<Widget>,
}

/// An entry of the audit log.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AuditRow {
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    pub actor: String,
    pub action: String,
    pub subject: String,
    pub ip: String,
}
