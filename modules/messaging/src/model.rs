//! How a mail stands, and what the module writes by itself. No I/O.

use orion_kernel::Locale;
use serde::{Deserialize, Serialize};

use crate::i18n::{of, td_string};

/// How a mail stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// It is about to be sent, or tried again.
    Queued,
    /// The mail server took it.
    Sent,
    /// It will not be sent.
    Failed,
}

impl Status {
    /// Its code in the database and in addresses.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Sent => "sent",
            Self::Failed => "failed",
        }
    }
}

/// The database holds a state this version does not know.
#[derive(Debug, thiserror::Error)]
#[error("unknown state “{0}”")]
pub struct UnknownStatus(String);

impl TryFrom<String> for Status {
    type Error = UnknownStatus;

    fn try_from(code: String) -> Result<Self, UnknownStatus> {
        [Self::Queued, Self::Sent, Self::Failed]
            .into_iter()
            .find(|status| status.code() == code)
            .ok_or(UnknownStatus(code))
    }
}

/// The mails about orders.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Template {
    /// We have it.
    Confirmation,
    /// A parcel left.
    Shipped,
    /// It was called off.
    Cancelled,
}

impl Template {
    /// Every template.
    pub const ALL: [Self; 3] = [Self::Confirmation, Self::Shipped, Self::Cancelled];

    /// Its code in the database and in addresses.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Confirmation => "order_confirmation",
            Self::Shipped => "order_shipped",
            Self::Cancelled => "order_cancelled",
        }
    }

    /// The template with exactly this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|template| template.code() == code)
    }

    /// Its name.
    #[must_use]
    pub fn name(self, locale: Locale) -> &'static str {
        let l = of(locale);
        match self {
            Self::Confirmation => td_string!(l, templates.order_confirmation),
            Self::Shipped => td_string!(l, templates.order_shipped),
            Self::Cancelled => td_string!(l, templates.order_cancelled),
        }
    }

    /// What has it sent.
    #[must_use]
    pub fn occasion(self, locale: Locale) -> &'static str {
        let l = of(locale);
        match self {
            Self::Confirmation => td_string!(l, templates.order_confirmation_when),
            Self::Shipped => td_string!(l, templates.order_shipped_when),
            Self::Cancelled => td_string!(l, templates.order_cancelled_when),
        }
    }
}
