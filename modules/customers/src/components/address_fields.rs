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
    let countries = COUNTRIES.map(|code| Choice::new(code, country_name(code)));
    let country = if address.country.is_empty() { COUNTRIES[0].to_owned() } else { address.country };
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
            options=countries.to_vec()
            value=country
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
