//! A store's particulars, for footers, mails and documents.

use async_trait::async_trait;
use orion_kernel::{AppError, BasisPoints, Locale, Money, Work};
use serde::{Deserialize, Serialize};

/// Who a store is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoreProfile {
    /// The name people read.
    pub name: String,
    /// The company behind it.
    pub legal_name: String,
    /// Its postal address on one line.
    pub address: String,
    /// VAT identification number.
    pub vat_id: String,
    /// Number in the trade register.
    pub rcs: String,
    /// Number of the business permit.
    pub business_permit: String,
    /// Where shoppers write to.
    pub email: String,
    /// Where shoppers call; may be empty.
    pub phone: String,
    /// ISO 3166-1 alpha-2 of where it is established.
    pub country: String,
    /// The rate of the tax included in its prices.
    pub tax_rate: BasisPoints,
}

/// A way of shipping that a store offers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShippingRate {
    /// Its code.
    pub code: String,
    /// Its name in the asked language.
    pub name: String,
    /// How long it takes, such as "2–4".
    pub delivery_days: String,
    /// What it costs, tax included.
    pub price: Money,
    /// It costs nothing from this value of goods on.
    pub free_from: Option<Money>,
}

/// On what terms a store sells.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// The rate of the tax included in its prices.
    pub tax_rate: BasisPoints,
    /// Its ways of shipping, in order.
    pub shipping: Vec<ShippingRate>,
}

/// Asks for the transaction's store.
#[async_trait]
pub trait Stores: Send + Sync {
    /// Its particulars.
    async fn profile(&self, work: &mut dyn Work) -> Result<StoreProfile, AppError>;

    /// The terms it sells on, in one statement.
    async fn terms(&self, work: &mut dyn Work, locale: Locale) -> Result<Terms, AppError>;
}
