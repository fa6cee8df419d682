//! A store's particulars, for footers, mails and documents; how it numbers its orders, and what it sells in.

use async_trait::async_trait;
use orion_kernel::{AppError, BasisPoints, Currency, Locale, Money, Work, event::Event};
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
    /// Where its logo is, as a path of any of its hosts; empty for none.
    #[serde(default)]
    pub logo: String,
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

/// How a store numbers its orders. The number itself is counted by whoever places orders: it is unique in the store and
/// only ever grows, whatever is set here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderNumbers {
    /// Stands before the number.
    pub prefix: String,
    /// Stands behind it.
    pub suffix: String,
    /// The least number a new order gets.
    pub start: i64,
}

impl OrderNumbers {
    /// What an order with this number is called.
    #[must_use]
    pub fn name(&self, number: i64) -> String {
        format!("{}{number}{}", self.prefix, self.suffix)
    }
}

impl Default for OrderNumbers {
    fn default() -> Self {
        Self { prefix: "#".to_owned(), suffix: String::new(), start: 1_001 }
    }
}

/// A store sells in another currency from now on. There are no orders yet; prices keep their figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoreCurrencyChanged {
    /// The currency from now on.
    pub currency: Currency,
}

impl Event for StoreCurrencyChanged {
    const NAME: &'static str = "tenancy.store_currency_changed";
}

/// Asks for the transaction's store.
#[async_trait]
pub trait Stores: Send + Sync {
    /// Its particulars.
    async fn profile(&self, work: &mut dyn Work) -> Result<StoreProfile, AppError>;

    /// How it numbers its orders, without a statement.
    fn order_numbers(&self, work: &mut dyn Work) -> Result<OrderNumbers, AppError>;

    /// The terms it sells on, in one statement.
    async fn terms(&self, work: &mut dyn Work, locale: Locale) -> Result<Terms, AppError>;
}
