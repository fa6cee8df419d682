//! What is entered.

use serde::{Deserialize, Serialize};

/// Why the form is sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Intent {
    /// To keep what is entered and see what it costs.
    #[default]
    Update,
    /// To order.
    Order,
}

/// What has been entered so far; any of it may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    /// Where mail goes.
    pub email: String,
    /// Where it is sent, or who pays where nothing is sent.
    pub address: AddressDraft,
    /// Somebody else pays.
    pub billing_differs: bool,
    /// Who.
    pub billing: AddressDraft,
    /// The code of the shipping.
    pub shipping: String,
    /// The code of the payment.
    pub payment: String,
    /// For the shop.
    pub note: String,
}

/// An address as far as it is entered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AddressDraft {
    /// Given name.
    pub first_name: String,
    /// Family name.
    pub last_name: String,
    /// A business.
    pub company: String,
    /// Street and number.
    pub line1: String,
    /// Floor, flat.
    pub line2: String,
    /// Postcode.
    pub postcode: String,
    /// Town.
    pub city: String,
    /// Country.
    pub country: String,
    /// For the carrier.
    pub phone: String,
}
