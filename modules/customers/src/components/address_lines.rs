//! An address as it stands on an envelope.

use leptos::prelude::*;
use orion_contracts::customers::Address;

use crate::i18n::{page, td_string};

/// A country's name in the page's language; the code of one we do not know.
#[must_use]
pub fn country_name(code: &str) -> String {
    let l = page();
    let name = match code {
        "LU" => td_string!(l, countries.lu),
        "BE" => td_string!(l, countries.be),
        "DE" => td_string!(l, countries.de),
        "FR" => td_string!(l, countries.fr),
        "NL" => td_string!(l, countries.nl),
        "AT" => td_string!(l, countries.at),
        "CH" => td_string!(l, countries.ch),
        "IT" => td_string!(l, countries.it),
        "ES" => td_string!(l, countries.es),
        "PT" => td_string!(l, countries.pt),
        "IE" => td_string!(l, countries.ie),
        "PL" => td_string!(l, countries.pl),
        code => code,
    };
    name.to_owned()
}

/// The lines that are filled.
#[component]
pub fn AddressLines(
    /// The address.
    address: Address,
) -> AnyView {
    let lines = [
        format!("{} {}", address.first_name, address.last_name),
        address.company,
        address.line1,
        address.line2,
        format!("{} {}", address.postcode, address.city),
        country_name(&address.country),
        address.phone,
    ];
    let lines = lines.into_iter().filter(|line| !line.trim().is_empty());
    view! { <address>{lines.map(|line| view! { <div>{line}</div> }).collect_view()}</address> }.into_any()
}
