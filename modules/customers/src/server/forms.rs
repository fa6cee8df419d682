//! Inputs of the server functions.

use orion_contracts::customers::Address;
use orion_kernel::{AppError, Check};
use orion_runtime::password;

use crate::{model::COUNTRIES, views::Profile};

/// What somebody who wants an account enters.
pub struct Registration {
    /// Given name.
    pub first_name: String,
    /// Family name.
    pub last_name: String,
    /// What they will sign in with.
    pub email: String,
    /// Whether they want the store's news.
    pub accepts_marketing: bool,
    /// Where they go on when they have confirmed.
    pub next: String,
}

impl Registration {
    /// Checks the input.
    ///
    /// # Errors
    ///
    /// What is wrong with which field.
    pub fn check(&self) -> Result<(), AppError> {
        let mut check = Check::new();
        check.text("first_name", &self.first_name, 1..=60);
        check.text("last_name", &self.last_name, 1..=60);
        check.email("email", self.email.trim());
        check.finish()
    }
}

/// Ends a check with that of a new password, so that people see everything that is wrong at once.
///
/// # Errors
///
/// What is wrong with which field.
pub fn with_password(mut check: Check, field: &str, password: &str, personal: &[&str]) -> Result<(), AppError> {
    if password.is_empty() {
        check.when(true, field, "required");
    } else if let Err(error) = password::check(field, password, personal) {
        for fault in error.fields {
            check.add(fault);
        }
    }
    check.finish()
}

/// An e-mail address as it is kept and compared.
#[must_use]
pub fn normalize_email(email: &str) -> String {
    email.trim().to_lowercase()
}

/// Checks a changed profile.
///
/// # Errors
///
/// What is wrong with which field.
pub fn check_profile(profile: &Profile) -> Result<(), AppError> {
    let mut check = Check::new();
    check.text("first_name", &profile.first_name, 1..=60);
    check.text("last_name", &profile.last_name, 1..=60);
    check.text("phone", &profile.phone, 0..=40);
    check.finish()
}

/// Checks an address.
///
/// # Errors
///
/// What is wrong with which field.
pub fn check_address(address: &Address) -> Result<(), AppError> {
    let mut check = Check::new();
    check.text("first_name", &address.first_name, 1..=60);
    check.text("last_name", &address.last_name, 1..=60);
    check.text("company", &address.company, 0..=120);
    check.text("line1", &address.line1, 1..=120);
    check.text("line2", &address.line2, 0..=120);
    check.text("postcode", &address.postcode, 1..=16);
    check.text("city", &address.city, 1..=80);
    check.when(!COUNTRIES.contains(&address.country.as_str()), "country", "choose_country");
    check.text("phone", &address.phone, 0..=40);
    check.finish()
}

/// Where to go after signing in: a path below the storefront's base, or the account where `next` is anything else.
#[must_use]
pub fn safe_next(next: &str) -> String {
    // "//host" and "/\host" are addresses of other sites to a browser.
    let is_path = next.starts_with('/') && !next.starts_with("//") && !next.contains('\\');
    let is_plain = next.bytes().all(|byte| byte.is_ascii_graphic()) && next.len() <= 512;
    // The doors lead nowhere for whoever is inside.
    let doors = [crate::paths::SIGN_IN, crate::paths::REGISTER, crate::paths::CONFIRM];
    let is_door = doors.iter().any(|door| next.starts_with(door));
    if is_path && is_plain && !is_door { next.to_owned() } else { crate::paths::ACCOUNT.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_of_the_storefront_are_followed() {
        // What is encoded stays a path of ours: browsers decode it no more.
        for next in ["/", "/checkout", "/products/vase?x=1#top", "/%2Fevil.test", "/%5Cevil.test"] {
            assert_eq!(safe_next(next), next);
        }
        for next in [
            "",
            "checkout",
            "https://evil.test/",
            "//evil.test",
            "///evil.test",
            "/\\evil.test",
            "\\/evil.test",
            "/\t/evil.test",
            "javascript:alert(1)",
            "@evil.test",
            "/a\r\nSet-Cookie: x",
            "/a b",
            "/account/sign-in?next=/",
            "/account/register",
        ] {
            assert_eq!(safe_next(next), "/account", "{next:?}");
        }
    }

    #[test]
    fn a_registration_names_everything_that_is_wrong() {
        let form = Registration {
            first_name: String::new(),
            last_name: "Weis".to_owned(),
            email: "anna".to_owned(),
            accepts_marketing: false,
            next: String::new(),
        };
        let error = form.check().expect_err("refused");
        let faults: Vec<_> = error.fields.iter().map(|fault| (fault.field.as_str(), fault.code.as_ref())).collect();
        assert_eq!(faults, [("first_name", "required"), ("email", "invalid_email")]);
    }

    #[test]
    fn addresses_are_in_known_countries() {
        let address = Address {
            first_name: "Anna".to_owned(),
            last_name: "Weis".to_owned(),
            line1: "22, rue de Strasbourg".to_owned(),
            postcode: "L-2560".to_owned(),
            city: "Luxembourg".to_owned(),
            country: "LU".to_owned(),
            ..Address::default()
        };
        assert_eq!(check_address(&address), Ok(()));
        assert!(check_address(&Address { country: "lu".to_owned(), ..address }).is_err());
    }

    #[test]
    fn e_mail_addresses_are_compared_in_small_letters() {
        assert_eq!(normalize_email(" Anna@Example.TEST "), "anna@example.test");
    }
}
