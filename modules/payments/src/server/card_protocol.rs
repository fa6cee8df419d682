//! What is said between the module and the card provider, as JSON over HTTP.

use serde::{Deserialize, Serialize};

/// The header that carries a message's signature.
pub const SIGNATURE: &str = "card-signature";
/// The header under which a question asked twice is answered once.
pub const IDEMPOTENCY_KEY: &str = "idempotency-key";

/// Asks for a page on which a payment is made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionRequest {
    /// Our payment's id.
    pub reference: String,
    /// How much, in minor units.
    pub amount_minor: i64,
    /// Of which currency.
    pub currency: String,
    /// The shopper's address.
    pub email: String,
    /// The shopper's language.
    pub locale: String,
    /// Where the page leads when the shopper is done.
    pub return_url: String,
    /// Where it leads when they give up.
    pub cancel_url: String,
    /// Where messages about it go.
    pub webhook_url: String,
}

/// A page on which a payment is made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// Its id.
    pub id: String,
    /// The caller's reference.
    pub reference: String,
    /// Its address.
    pub url: String,
    /// How much.
    pub amount_minor: i64,
    /// Of which currency.
    pub currency: String,
    /// How it stands.
    pub status: SessionStatus,
    /// Why it failed.
    pub failure: Option<String>,
}

/// How a session stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SessionStatus {
    /// The shopper has yet to act.
    Open,
    /// The bank has yet to answer.
    Processing,
    /// The money is there.
    Paid,
    /// The card was declined.
    Failed,
    /// Nobody paid in time, or the caller closed it.
    Expired,
}

impl SessionStatus {
    /// Its name in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Processing => "processing",
            Self::Paid => "paid",
            Self::Failed => "failed",
            Self::Expired => "expired",
        }
    }
}

impl TryFrom<String> for SessionStatus {
    type Error = String;

    fn try_from(code: String) -> Result<Self, String> {
        [Self::Open, Self::Processing, Self::Paid, Self::Failed, Self::Expired]
            .into_iter()
            .find(|status| status.code() == code)
            .ok_or(code)
    }
}

/// Asks for money to be sent back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefundRequest {
    /// Which session's.
    pub session: String,
    /// How much, in minor units.
    pub amount_minor: i64,
}

/// Money that goes back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refund {
    /// Its id.
    pub id: String,
}

/// A refusal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refused {
    /// Why, as a code.
    pub error: String,
}

/// A message about a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// Its id, the same each time it is sent.
    pub id: String,
    /// What happened, such as `session.paid`.
    pub kind: String,
    /// The session at that moment.
    pub session: Session,
}
