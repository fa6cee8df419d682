//! A store's particulars.

use orion_kernel::{AppError, BasisPoints, Check};
use serde::{Deserialize, Serialize};

use crate::model::{is_business_permit, is_rcs, is_vat_id, normalize_register, parse_percent};

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
        let vat_id = self.normal_vat_id();
        check.when(!vat_id.is_empty() && !is_vat_id(&vat_id), "vat_id", "invalid_vat_id");
        // Other countries write the numbers of their registers in other ways.
        if self.country == "LU" {
            let rcs = self.normal_rcs();
            let permit = self.business_permit.trim();
            check.when(!rcs.is_empty() && !is_rcs(&rcs), "rcs", "invalid_rcs");
            check.when(!permit.is_empty() && !is_business_permit(permit), "business_permit", "invalid_business_permit");
        } else {
            check.text("rcs", &self.rcs, 0..=30);
            check.text("business_permit", &self.business_permit, 0..=30);
        }
        check.when(tax_rate.is_none(), "tax_rate", "invalid_percent");
        check.finish()?;
        tax_rate.ok_or_else(AppError::internal)
    }

    /// The VAT number as registers write it.
    #[must_use]
    pub fn normal_vat_id(&self) -> String {
        normalize_register(&self.vat_id)
    }

    /// The number in the trade register as Luxembourg writes it; elsewhere as it was entered.
    #[must_use]
    pub fn normal_rcs(&self) -> String {
        if self.country == "LU" { normalize_register(&self.rcs) } else { self.rcs.trim().to_owned() }
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

    #[test]
    fn numbers_of_registers_are_checked_where_they_are_known() {
        let input = |country: &str, vat_id: &str, rcs: &str| ProfileInput {
            name: "Kaffi".to_owned(),
            email: "hello@kaffi.test".to_owned(),
            legal_name: "Minett S.A.".to_owned(),
            street: "17".to_owned(),
            postcode: "L-4010".to_owned(),
            city: "Esch".to_owned(),
            country: country.to_owned(),
            tax_rate: "17".to_owned(),
            vat_id: vat_id.to_owned(),
            rcs: rcs.to_owned(),
            ..ProfileInput::default()
        };
        assert!(input("LU", "lu 990 202 77", "b 990202").check().is_ok());
        assert!(input("DE", "DE123456789", "HRB 12345, Trier").check().is_ok());
        let error = input("LU", "LU99020278", "12345").check().expect_err("refused");
        let fields: Vec<&str> = error.fields.iter().map(|field| field.field.as_str()).collect();
        assert_eq!(fields, ["vat_id", "rcs"]);
    }
}
