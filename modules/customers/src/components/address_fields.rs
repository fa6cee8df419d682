//! The fields of an address.

use leptos::prelude::*;
use orion_contracts::customers::Address;
use orion_ui::{Choice, FieldRow, Select, TextField, TextKind};

use super::country_name;
use crate::{
    i18n::{page, td_string},
    model::COUNTRIES,
};

/// Name, street, town, country, telephone.
#[component]
pub fn AddressFields(
    /// What stands in them at first.
    address: Address,
) -> AnyView {
    let l = page();
    let country = chosen_country(&address.country);
    let choose = if country.is_none() { td_string!(l, fields.choose_country) } else { "" };
    view! {
        <FieldRow>
            <TextField
                name="first_name"
                label=td_string!(l, fields.first_name)
                value=address.first_name
                autocomplete="given-name"
                required=true
            />
            <TextField
                name="last_name"
                label=td_string!(l, fields.last_name)
                value=address.last_name
                autocomplete="family-name"
                required=true
            />
        </FieldRow>
        <TextField
            name="company"
            label=td_string!(l, fields.company)
            value=address.company
            autocomplete="organization"
        />
        <TextField
            name="line1"
            label=td_string!(l, fields.line_first)
            value=address.line1
            autocomplete="address-line1"
            required=true
        />
        <TextField name="line2" label=td_string!(l, fields.line_second) value=address.line2 autocomplete="address-line2"/>
        <FieldRow>
            <TextField
                name="postcode"
                label=td_string!(l, fields.postcode)
                value=address.postcode
                autocomplete="postal-code"
                required=true
                short=true
            />
            <TextField
                name="city"
                label=td_string!(l, fields.city)
                value=address.city
                autocomplete="address-level2"
                required=true
            />
        </FieldRow>
        <Select
            name="country"
            label=td_string!(l, fields.country)
            options=countries()
            value=country.unwrap_or_default()
            placeholder=choose
            autocomplete="country"
            required=true
        />
        <TextField
            name="phone"
            label=td_string!(l, fields.phone)
            hint=td_string!(l, fields.phone_hint)
            value=address.phone
            kind=TextKind::Tel
            autocomplete="tel"
        />
    }
    .into_any()
}

/// The address's country if it is on offer; the first one for a new address.
fn chosen_country(code: &str) -> Option<&'static str> {
    if code.is_empty() { Some(COUNTRIES[0]) } else { COUNTRIES.into_iter().find(|offered| *offered == code) }
}

/// The neighbours first, the others by their names.
fn countries() -> Vec<Choice> {
    let (near, far) = COUNTRIES.split_at(4);
    let mut far: Vec<(String, &str)> = far.iter().map(|code| (country_name(code), *code)).collect();
    far.sort_by_key(|(name, _)| sort_key(name));
    let near = near.iter().map(|code| (country_name(code), *code));
    near.chain(far).map(|(name, code)| Choice::new(code, name)).collect()
}

/// Names that begin with an accent stand where they are looked for.
fn sort_key(name: &str) -> String {
    name.to_lowercase().replace(['é', 'è'], "e").replace('ö', "o").replace('ä', "a").replace('î', "i")
}
