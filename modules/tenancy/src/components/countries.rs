//! Countries by name.

use crate::i18n::{page, td_string};

/// The name of a country where stores are established.
pub fn country_name(code: &str) -> &'static str {
    let l = page();
    match code {
        "BE" => td_string!(l, countries.be),
        "DE" => td_string!(l, countries.de),
        "FR" => td_string!(l, countries.fr),
        "NL" => td_string!(l, countries.nl),
        "AT" => td_string!(l, countries.at),
        _ => td_string!(l, countries.lu),
    }
}
