//! What people see of how they sign in.

use orion_kernel::{SessionId, typed_id};
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

typed_id!(PasskeyId, "A passkey of a user.");

/// What the second step of signing in asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepView {
    /// Whose it is.
    pub email: String,
    /// Whether there is an authenticator app.
    pub has_app: bool,
    /// Whether there is a passkey.
    pub has_passkey: bool,
    /// Where they want to go.
    pub next: String,
    /// Whether they want to stay signed in.
    pub remember: bool,
}

/// How well somebody's account is protected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Security {
    /// What they sign in with.
    pub email: String,
    /// Whether they have shown that they read its mail.
    pub is_verified: bool,
    /// The address they want instead, as long as its link works.
    pub pending_email: Option<String>,
    /// Since when there is an authenticator app.
    pub app_since: Option<OffsetDateTime>,
    /// Recovery codes not used yet.
    pub codes_left: u32,
    /// Their passkeys, the oldest first.
    pub passkeys: Vec<PasskeyRow>,
    /// Whether they must have a second factor here.
    pub is_required: bool,
    /// Whether they must and have none, so that everything else waits.
    pub is_missing: bool,
}

/// A passkey in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PasskeyRow {
    /// Its id.
    pub id: PasskeyId,
    /// The name its owner gave it.
    pub name: String,
    /// When it was made.
    pub created_at: OffsetDateTime,
    /// When it was used last.
    pub last_used_at: Option<OffsetDateTime>,
}

/// What an authenticator app needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppSetup {
    /// The secret, for typing.
    pub secret: String,
    /// The same for a camera: units on a side, with the light frame.
    pub qr_size: u32,
    /// The dark squares as an SVG path.
    pub qr_path: String,
}

/// Where somebody is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionView {
    /// The session.
    pub id: SessionId,
    /// Browser and system in words; empty when unknown.
    pub browser: String,
    /// The address it was last used from.
    pub address: String,
    /// When they signed in.
    pub since: OffsetDateTime,
    /// About when it was last used.
    pub last_used_at: OffsetDateTime,
    /// Whether it is one of the admin; else it is one of the back office.
    pub is_admin: bool,
    /// Whether it is the one that asks.
    pub is_this: bool,
    /// The operator who acts as the person in it.
    pub impersonator: Option<String>,
}
