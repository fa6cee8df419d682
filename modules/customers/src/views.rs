//! What the server functions answer with.

use orion_contracts::customers::Address;
use orion_kernel::{CustomerId, Locale, Money};
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use crate::model::AddressId;

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
    /// Whether they can sign in.
    pub has_account: bool,
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
    /// Whether they can sign in.
    pub has_account: bool,
    /// The merchant's own words.
    pub note: String,
    /// Since when they are known.
    pub created_at: OffsetDateTime,
    /// Their addresses, the default first.
    pub addresses: Vec<SavedAddress>,
    /// Their latest orders, newest first.
    pub orders: Vec<OrderSummary>,
}
