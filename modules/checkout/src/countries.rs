//! Where the shop delivers: the European Union. The address book of `customers` offers the same countries.

use orion_kernel::Locale;

use crate::i18n::{of, td_string};

/// The countries by their codes (ISO 3166-1), the neighbours first.
pub const COUNTRIES: [&str; 27] = [
    "LU", "BE", "DE", "FR", "AT", "BG", "CY", "CZ", "DK", "EE", "ES", "FI", "GR", "HR", "HU", "IE", "IT", "LT", "LV",
    "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
];

/// A country's name; its code when it is none of ours.
#[must_use]
pub fn country_name(locale: Locale, code: &str) -> String {
    let l = of(locale);
    let name = match code {
        "AT" => td_string!(l, countries.AT),
        "BE" => td_string!(l, countries.BE),
        "BG" => td_string!(l, countries.BG),
        "CH" => td_string!(l, countries.CH),
        "CY" => td_string!(l, countries.CY),
        "CZ" => td_string!(l, countries.CZ),
        "DE" => td_string!(l, countries.DE),
        "DK" => td_string!(l, countries.DK),
        "EE" => td_string!(l, countries.EE),
        "ES" => td_string!(l, countries.ES),
        "FI" => td_string!(l, countries.FI),
        "FR" => td_string!(l, countries.FR),
        "GR" => td_string!(l, countries.GR),
        "HR" => td_string!(l, countries.HR),
        "HU" => td_string!(l, countries.HU),
        "IE" => td_string!(l, countries.IE),
        "IT" => td_string!(l, countries.IT),
        "LT" => td_string!(l, countries.LT),
        "LU" => td_string!(l, countries.LU),
        "LV" => td_string!(l, countries.LV),
        "MT" => td_string!(l, countries.MT),
        "NL" => td_string!(l, countries.NL),
        "PL" => td_string!(l, countries.PL),
        "PT" => td_string!(l, countries.PT),
        "RO" => td_string!(l, countries.RO),
        "SE" => td_string!(l, countries.SE),
        "SI" => td_string!(l, countries.SI),
        "SK" => td_string!(l, countries.SK),
        other => other,
    };
    name.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_country_has_a_name_in_every_language() {
        for locale in Locale::ALL {
            for code in COUNTRIES {
                assert_ne!(country_name(locale, code), code);
            }
        }
    }
}
