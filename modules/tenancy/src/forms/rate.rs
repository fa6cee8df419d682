//! A way of shipping.

use std::collections::BTreeMap;

use orion_kernel::{AppError, Check, Currency, Locale, Money};
use serde::{Deserialize, Serialize};

/// The most a parcel costs to send, in minor units; more is a slip of the finger.
const MAX_PRICE_MINOR: i64 = 1_000_000;

/// A way of shipping as it is entered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RateInput {
    /// Names by language code.
    pub names: BTreeMap<String, String>,
    /// The price in major units.
    pub price: String,
    /// The value of goods from which it costs nothing, in major units; empty for never.
    pub free_from: String,
    /// How long it takes, such as "2–4".
    pub delivery_days: String,
}

/// A way of shipping that can be written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValidRate {
    /// Names by language code.
    pub names: BTreeMap<String, String>,
    /// The name the code is made of.
    pub code_name: String,
    /// The price.
    pub price_minor: i64,
    /// The value of goods from which it costs nothing.
    pub free_from_minor: Option<i64>,
    /// How long it takes.
    pub delivery_days: String,
}

impl RateInput {
    /// Checks the input. The name in the storefront's default language must be there; others fall back to it.
    ///
    /// # Errors
    ///
    /// What is wrong with which field.
    pub fn check(&self, currency: Currency, locales: &[Locale]) -> Result<ValidRate, AppError> {
        let mut check = Check::new();
        let mut names = BTreeMap::new();
        for (place, locale) in locales.iter().enumerate() {
            let name = self.names.get(locale.code()).map(|name| name.trim()).unwrap_or_default();
            check.text(name_field(*locale), name, usize::from(place == 0)..=80);
            if !name.is_empty() {
                names.insert(locale.code().to_owned(), name.to_owned());
            }
        }
        let price = Money::parse_decimal(&self.price, currency).map(|price| price.minor);
        match price {
            Ok(minor) => check.when(!(0..=MAX_PRICE_MINOR).contains(&minor), "price", "price_out_of_range"),
            Err(_) => check.when(true, "price", "invalid_number"),
        };
        let free_from = match self.free_from.trim() {
            "" => None,
            text => match Money::parse_decimal(text, currency) {
                Ok(amount) if amount.minor > 0 => Some(amount.minor),
                _ => {
                    check.when(true, "free_from", "invalid_number");
                    None
                }
            },
        };
        check.text("delivery_days", &self.delivery_days, 1..=20);
        check.finish()?;
        let default = locales.first().and_then(|locale| names.get(locale.code())).cloned().unwrap_or_default();
        Ok(ValidRate {
            code_name: names.get(Locale::En.code()).cloned().unwrap_or(default),
            names,
            price_minor: price.unwrap_or_default(),
            free_from_minor: free_from,
            delivery_days: self.delivery_days.trim().to_owned(),
        })
    }
}

/// The name of the field for the name in a language.
#[must_use]
pub fn name_field(locale: Locale) -> String {
    format!("names[{}]", locale.code())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn input(name: &str, price: &str, free_from: &str) -> RateInput {
        RateInput {
            names: BTreeMap::from([("fr".to_owned(), name.to_owned()), ("xx".to_owned(), "?".to_owned())]),
            price: price.to_owned(),
            free_from: free_from.to_owned(),
            delivery_days: "2–4".to_owned(),
        }
    }

    #[test]
    fn the_default_language_needs_a_name_and_the_others_do_not() {
        let rate = input("Livraison", "5,90", "75").check(Currency::EUR, &[Locale::Fr, Locale::De]).expect("valid");
        assert_eq!(rate.names, BTreeMap::from([("fr".to_owned(), "Livraison".to_owned())]));
        assert_eq!((rate.price_minor, rate.free_from_minor), (590, Some(7_500)));
        let error = input("Livraison", "", "x").check(Currency::EUR, &[Locale::De, Locale::Fr]).expect_err("refused");
        let fields: Vec<&str> = error.fields.iter().map(|field| field.field.as_str()).collect();
        assert_eq!(fields, ["names[de]", "price", "free_from"]);
    }
}
