//! An address as it stands on an envelope.

use leptos::prelude::*;
use orion_contracts::customers::Address;

use crate::i18n::{page, td_string};

/// A country's name in the page's language; the code of one we do not know.
#[must_use]
pub fn country_name(code: &str) -> String {
    let l = page();
    let name = match code {
        "AT" => td_string!(l, countries.at),
        "BE" => td_string!(l, countries.be),
        "BG" => td_string!(l, countries.bg),
        "CH" => td_string!(l, countries.ch),
        "CY" => td_string!(l, countries.cy),
        "CZ" => td_string!(l, countries.cz),
        "DE" => td_string!(l, countries.de),
        "DK" => td_string!(l, countries.dk),
        "EE" => td_string!(l, countries.ee),
        "ES" => td_string!(l, countries.es),
        "FI" => td_string!(l, countries.fi),
        "FR" => td_string!(l, countries.fr),
        "GR" => td_string!(l, countries.gr),
        "HR" => td_string!(l, countries.hr),
        "HU" => td_string!(l, countries.hu),
        "IE" => td_string!(l, countries.ie),
        "IT" => td_string!(l, countries.it),
        "LT" => td_string!(l, countries.lt),
        "LU" => td_string!(l, countries.lu),
        "LV" => td_string!(l, countries.lv),
        "MT" => td_string!(l, countries.mt),
        "NL" => td_string!(l, countries.nl),
        "PL" => td_string!(l, countries.pl),
        "PT" => td_string!(l, countries.pt),
        "RO" => td_string!(l, countries.ro),
        "SE" => td_string!(l, countries.se),
        "SI" => td_string!(l, countries.si),
        "SK" => td_string!(l, countries.sk),
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
