//! A store's particulars.

use orion_kernel::{AppError, BasisPoints, Check};
use serde::{Deserialize, Serialize};

use crate::model::parse_percent;

/// Where stores are established (ISO 3166-1 alpha-2).
pub const COUNTRIES: &[&str] = &["LU", "BE", "DE", "FR", "NL", "AT"];

/// A store's particulars as they are entered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProfileInput {
    /// The name people read.
    pub name: String,
    /// The company behind it.
    pub legal_name: String,
    /// VAT identification number; may be empty.
    pub vat_id: String,
    /// Number in the trade register; may be empty.
    pub rcs: String,
    /// Number of the business permit; may be empty.
    pub business_permit: String,
    /// Street and number.
    pub street: String,
    /// Postcode.
    pub postcode: String,
    /// Town.
    pub city: String,
    /// One of [`COUNTRIES`].
    pub country: String,
    /// Where shoppers write to.
    pub email: String,
    /// Where shoppers call; may be empty.
    pub phone: String,
    /// The rate of the tax included in prices, as people write a percentage.
    pub tax_rate: String,
}

impl ProfileInput {
    /// Checks the input, and reads the tax rate.
    ///
    /// # Errors
    ///
    /// What is wrong with which field.
    pub fn check(&self) -> Result<BasisPoints, AppError> {
        let tax_rate = parse_percent(&self.tax_rate);
        let mut check = Check::new();
        check.text("name", &self.name, 1..=80);
        check.email("email", self.email.trim());
        check.text("phone", &self.phone, 0..=40);
        check.text("legal_name", &self.legal_name, 1..=120);
        check.text("street", &self.street, 1..=120);
        check.text("postcode", &self.postcode, 1..=16);
        check.text("city", &self.city, 1..=80);
        check.one_of("country", &self.country, COUNTRIES);
        check.text("vat_id", &self.vat_id, 0..=20);
        check.text("rcs", &self.rcs, 0..=20);
        check.text("business_permit", &self.business_permit, 0..=30);
        check.when(tax_rate.is_none(), "tax_rate", "invalid_percent");
        check.finish()?;
        tax_rate.ok_or_else(AppError::internal)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_wrong_is_said_at_once() {
        let error = ProfileInput::default().check().expect_err("refused");
        let fields: Vec<&str> = error.fields.iter().map(|field| field.field.as_str()).collect();
        assert_eq!(fields, ["name", "email", "legal_name", "street", "postcode", "city", "country", "tax_rate"]);
    }
}
