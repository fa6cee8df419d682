//! Merchants and stores as operators enter them.

use orion_kernel::{AppError, Check, Currency, Locale};
use serde::{Deserialize, Serialize};

use super::{COUNTRIES, check_code, check_locales};
use crate::model::normalize_email;

/// The longest reason.
const MAX_REASON: usize = 500;

/// A merchant as it is entered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MerchantInput {
    /// The name of the company.
    pub name: String,
    /// Where the company is reached; may be empty.
    #[serde(default)]
    pub email: String,
}

impl MerchantInput {
    /// Checks the input.
    ///
    /// # Errors
    ///
    /// What is wrong with which field.
    pub fn check(&self) -> Result<(), AppError> {
        let mut check = Check::new();
        self.check_into(&mut check);
        check.finish()
    }

    /// Adds what is wrong.
    pub fn check_into(&self, check: &mut Check) {
        check.text("name", &self.name, 1..=120);
        if !self.email.trim().is_empty() {
            check.email("email", self.email.trim());
        }
    }
}

/// A new merchant: who owns it is asked by mail.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewMerchant {
    /// Its code, for good.
    pub code: String,
    /// The name of the company.
    pub name: String,
    /// The owner's address.
    pub owner: String,
    /// The language to write to them in.
    pub language: String,
}

impl NewMerchant {
    /// Checks the input, and reads the language.
    ///
    /// # Errors
    ///
    /// What is wrong with which field.
    pub fn check(&self) -> Result<Locale, AppError> {
        let language = Locale::from_code(&self.language);
        let mut check = Check::new();
        check.text("name", &self.name, 1..=120);
        check_code(&mut check, &self.code);
        check.email("owner", &normalize_email(&self.owner));
        check.when(language.is_none(), "language", "invalid_choice");
        check.finish()?;
        language.ok_or_else(AppError::internal)
    }
}

/// A new store.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewStore {
    /// Code of the merchant whose it is.
    pub merchant: String,
    /// Its code, for good.
    pub code: String,
    /// The name people read.
    pub name: String,
    /// Code of its currency, for good.
    pub currency: String,
    /// Code of the storefront's first language.
    pub default: String,
    /// Codes of the others.
    #[serde(default)]
    pub others: Vec<String>,
    /// Where it is established.
    pub country: String,
    /// Where shoppers write to.
    pub email: String,
}

impl NewStore {
    /// Checks the input, and reads currency and languages.
    ///
    /// # Errors
    ///
    /// What is wrong with which field.
    pub fn check(&self) -> Result<(Currency, Vec<Locale>), AppError> {
        let currency: Option<Currency> = self.currency.parse().ok();
        let locales = check_locales(&self.default, &self.others);
        let mut check = Check::new();
        check.when(self.merchant.is_empty(), "merchant", "required");
        check.text("name", &self.name, 1..=80);
        check_code(&mut check, &self.code);
        check.when(currency.is_none(), "currency", "invalid_choice");
        check.when(locales.is_err(), "default", "invalid_choice");
        check.one_of("country", &self.country, COUNTRIES);
        check.email("email", self.email.trim());
        check.finish()?;
        Ok((currency.ok_or_else(AppError::internal)?, locales?))
    }
}

/// What operators change of a store; everything else is its merchant's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoreInput {
    /// The name people read.
    pub name: String,
    /// The company behind it.
    pub legal_name: String,
    /// Where shoppers write to.
    pub email: String,
    /// Code of the storefront's first language.
    pub default: String,
    /// Codes of the others.
    #[serde(default)]
    pub others: Vec<String>,
    /// Where it is established.
    pub country: String,
}

impl StoreInput {
    /// Checks the input, and reads the languages.
    ///
    /// # Errors
    ///
    /// What is wrong with which field.
    pub fn check(&self) -> Result<Vec<Locale>, AppError> {
        let locales = check_locales(&self.default, &self.others);
        let mut check = Check::new();
        check.text("name", &self.name, 1..=80);
        check.text("legal_name", &self.legal_name, 1..=120);
        check.email("email", self.email.trim());
        check.when(locales.is_err(), "default", "invalid_choice");
        check.one_of("country", &self.country, COUNTRIES);
        check.finish()?;
        locales
    }
}

/// Checks why somebody does something to others.
///
/// # Errors
///
/// `required` or `too_long` for the field `reason`.
pub fn check_reason(reason: &str) -> Result<(), AppError> {
    let mut check = Check::new();
    check.multiline("reason", reason, 1..=MAX_REASON);
    check.finish()
}
