//! Inputs of the server functions.

mod access;
mod menu;
mod platform;
mod profile;
mod rate;
mod region;
mod settings;
mod storefront_access;
mod tenants;

use orion_kernel::{AppError, Check, Locale, boot::ThemeView};

pub use access::{ApiKeyInput, KEY_DAYS, MemberInput};
pub use menu::label_field;
pub use platform::{PlatformInput, ValidPlatform, check_code};
pub use profile::{COUNTRIES, ProfileInput};
pub use rate::{RateInput, ValidRate, name_field};
pub use region::{OrderNumbersInput, RegionInput, check_currency};
pub use settings::setting_field;
pub use storefront_access::{AccessInput, message_field};
pub use tenants::{MerchantInput, NewMerchant, NewStore, StoreInput, check_reason};

/// Reads the storefront's languages: the default first, the others in the order in which languages are offered.
///
/// # Errors
///
/// `invalid_choice` for the field `default`.
pub fn check_locales(default: &str, others: &[String]) -> Result<Vec<Locale>, AppError> {
    let default = Locale::from_code(default).ok_or_else(|| AppError::field("default", "invalid_choice"))?;
    let mut locales = vec![default];
    let wanted = |locale: &Locale| *locale != default && others.iter().any(|code| code == locale.code());
    locales.extend(Locale::ALL.into_iter().filter(wanted));
    Ok(locales)
}

/// Checks a look.
///
/// # Errors
///
/// What is wrong with which field.
pub fn check_look(look: &ThemeView) -> Result<(), AppError> {
    let mut check = Check::new();
    check.range("accent_hue", look.accent_hue, 0..=360);
    check.range("neutral_hue", look.neutral_hue, 0..=360);
    check.range("radius_px", look.radius_px, 0..=24);
    check.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_language_comes_first_and_once() {
        let others = ["en".to_owned(), "fr".to_owned(), "xx".to_owned(), "lb".to_owned()];
        assert_eq!(check_locales("fr", &others), Ok(vec![Locale::Fr, Locale::En, Locale::Lb]));
        assert_eq!(check_locales("de", &[]), Ok(vec![Locale::De]));
        assert_eq!(check_locales("", &others), Err(AppError::field("default", "invalid_choice")));
    }
}
