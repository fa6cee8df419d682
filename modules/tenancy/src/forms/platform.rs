//! A platform as it is entered.

use orion_kernel::{AppError, Check, Locale};
use serde::{Deserialize, Serialize};

use super::check_locales;
use crate::model::{is_code, is_host, is_reserved_code, normalize_email};

/// What operators enter of a platform.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlatformInput {
    /// The name people read.
    pub name: String,
    /// The host of its own pages; empty for the installation's first platform alone.
    #[serde(default)]
    pub host: String,
    /// Code of its first language.
    pub default: String,
    /// Codes of the others.
    #[serde(default)]
    pub others: Vec<String>,
    /// Where merchants write to; may be empty.
    #[serde(default)]
    pub support_email: String,
    /// Hue of the accent ramp; empty for the design system's.
    #[serde(default)]
    pub accent_hue: String,
}

/// A platform that was entered rightly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValidPlatform {
    /// The name people read.
    pub name: String,
    /// The host of its own pages, where it has one.
    pub host: Option<String>,
    /// The default first.
    pub locales: Vec<Locale>,
    /// Where merchants write to; may be empty.
    pub support_email: String,
    /// Hue of the accent ramp.
    pub accent_hue: Option<i16>,
}

impl PlatformInput {
    /// Checks the input.
    ///
    /// # Errors
    ///
    /// What is wrong with which field.
    pub fn check(&self, needs_host: bool) -> Result<ValidPlatform, AppError> {
        let host = self.host.trim().to_lowercase();
        let hue: Option<i16> = self.accent_hue.trim().parse().ok().filter(|hue| (0..=360).contains(hue));
        let locales = check_locales(&self.default, &self.others);
        let mut check = Check::new();
        check.text("name", &self.name, 1..=80);
        check.when(needs_host && host.is_empty(), "host", "required");
        check.when(!host.is_empty() && !is_host(&host), "host", "invalid_host");
        check.when(locales.is_err(), "default", "invalid_choice");
        if !self.support_email.trim().is_empty() {
            check.email("support_email", self.support_email.trim());
        }
        check.when(hue.is_none() && !self.accent_hue.trim().is_empty(), "accent_hue", "invalid_number");
        check.finish()?;
        Ok(ValidPlatform {
            name: self.name.trim().to_owned(),
            host: (!host.is_empty()).then_some(host),
            locales: locales?,
            support_email: normalize_email(&self.support_email),
            accent_hue: hue,
        })
    }
}

/// Checks a code that is given once and for all: of a platform, a merchant, a store.
pub fn check_code(check: &mut Check, code: &str) {
    check.when(code.is_empty(), "code", "required");
    check.when(!code.is_empty() && !is_code(code), "code", "invalid_code");
    check.when(is_reserved_code(code), "code", "reserved_code");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_stand_beside_their_fields() {
        let input =
            PlatformInput { host: "no host".to_owned(), accent_hue: "400".to_owned(), ..PlatformInput::default() };
        let error = input.check(true).expect_err("refused");
        let fields: Vec<&str> = error.fields.iter().map(|field| field.field.as_str()).collect();
        assert_eq!(fields, ["name", "host", "default", "accent_hue"]);
    }
}
