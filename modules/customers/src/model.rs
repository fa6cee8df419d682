//! Addresses of customers, the countries they can be in, how accounts stand, and what links by mail are for.

use orion_kernel::typed_id;
use serde::{Deserialize, Serialize};

typed_id!(AddressId, "An address of a customer.");

/// The countries an address can be in, by their ISO 3166-1 codes, the neighbours first: those that the checkout delivers to.
pub const COUNTRIES: [&str; 27] = [
    "LU", "BE", "DE", "FR", "AT", "BG", "CY", "CZ", "DK", "EE", "ES", "FI", "GR", "HR", "HU", "IE", "IT", "LT", "LV",
    "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
];

/// How a customer's account stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AccountState {
    /// There is none: the merchant knows them otherwise.
    Guest,
    /// They have registered, and not shown yet that the e-mail address is theirs.
    Unverified,
    /// They can sign in, with an address that is theirs.
    Verified,
    /// The merchant keeps them out.
    Locked,
}

impl AccountState {
    /// The state's name in the address of the list and in the database.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Guest => "guest",
            Self::Unverified => "unverified",
            Self::Verified => "verified",
            Self::Locked => "locked",
        }
    }
}

impl TryFrom<String> for AccountState {
    type Error = String;

    fn try_from(code: String) -> Result<Self, String> {
        [Self::Guest, Self::Unverified, Self::Verified, Self::Locked]
            .into_iter()
            .find(|state| state.code() == code)
            .ok_or(code)
    }
}

/// What a link by mail is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkKind {
    /// Completes a registration: the address is shown to be theirs, and they choose a password.
    Registration,
    /// Chooses a new password.
    Password,
    /// Changes the e-mail address to the one it was sent to.
    Email,
}

impl LinkKind {
    /// The kind's name in the database.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Registration => "registration",
            Self::Password => "password",
            Self::Email => "email",
        }
    }
}

impl TryFrom<String> for LinkKind {
    type Error = String;

    fn try_from(code: String) -> Result<Self, String> {
        [Self::Registration, Self::Password, Self::Email].into_iter().find(|kind| kind.code() == code).ok_or(code)
    }
}
