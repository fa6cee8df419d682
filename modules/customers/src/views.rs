//! What the server functions answer with.

use orion_contracts::customers::Address;
use orion_kernel::{CustomerId, Locale, Money, SessionId};
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use crate::model::{AccountState, AddressId};

/// A customer's own page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// Who they are.
    pub profile: Profile,
    /// Where they have things sent.
    pub address: Option<Address>,
    /// Their latest orders, newest first.
    pub orders: Vec<OrderSummary>,
}

/// Who a customer is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// Given name.
    pub first_name: String,
    /// Family name.
    pub last_name: String,
    /// What they sign in with.
    pub email: String,
    /// May be empty.
    pub phone: String,
    /// Whether they want the store's news.
    pub accepts_marketing: bool,
}

/// An order in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderSummary {
    /// Its number.
    pub number: String,
    /// What people call it.
    pub name: String,
    /// When it was placed.
    pub placed_at: OffsetDateTime,
    /// What it came to.
    pub total: Money,
    /// Whether at least a part of it was sent.
    pub is_sent: bool,
}

/// An address a customer keeps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedAddress {
    /// Its id.
    pub id: AddressId,
    /// The address.
    pub address: Address,
    /// Whether it is filled in first.
    pub is_default: bool,
}

/// A customer in the back office's list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerRow {
    /// The customer.
    pub id: CustomerId,
    /// Given and family name.
    pub name: String,
    /// What they sign in with.
    pub email: String,
    /// The town of their default address; may be empty.
    pub city: String,
    /// How their account stands.
    pub state: AccountState,
    /// Whether they want the store's news.
    pub accepts_marketing: bool,
    /// Since when they are known.
    pub created_at: OffsetDateTime,
}

/// A customer in the back office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerDetails {
    /// The customer.
    pub id: CustomerId,
    /// Who they are.
    pub profile: Profile,
    /// Their language.
    pub locale: Locale,
    /// How their account stands.
    pub state: AccountState,
    /// When they last said whether they want the store's news.
    pub marketing_at: Option<OffsetDateTime>,
    /// When they last signed in.
    pub signed_in_at: Option<OffsetDateTime>,
    /// The merchant's own words.
    pub note: String,
    /// Since when they are known.
    pub created_at: OffsetDateTime,
    /// Their addresses, the default first.
    pub addresses: Vec<SavedAddress>,
    /// Their latest orders, newest first.
    pub orders: Vec<OrderSummary>,
}

/// What the page behind a link by mail shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkView {
    /// Where it was sent.
    pub email: String,
    /// Given name of whoever it was sent to.
    pub first_name: String,
}

/// Where a customer is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionView {
    /// The session.
    pub id: SessionId,
    /// Browser and system; empty when neither is known.
    pub device: String,
    /// The address it was last used from.
    pub ip: String,
    /// When they signed in.
    pub created_at: OffsetDateTime,
    /// About when it was last used.
    pub last_used_at: OffsetDateTime,
    /// Whether it is the one that asks.
    pub is_here: bool,
    /// The operator who acts as the customer in it.
    pub impersonator: Option<String>,
}
