//! The fields of an address.

use leptos::prelude::*;
use orion_kernel::Locale;
use orion_ui::{Choice, FieldRow, Select, TextField, TextKind, page::locale};

use crate::{
    countries::{COUNTRIES, country_name},
    forms::AddressDraft,
    i18n::{page, td_string},
    views::Ask,
};

/// Whose address it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// Where it is sent.
    Receiver,
    /// Who pays.
    Payer,
}

impl Whose {
    const fn field(self) -> &'static str {
        match self {
            Self::Receiver => "address",
            Self::Payer => "billing",
        }
    }

    const fn section(self) -> &'static str {
        match self {
            Self::Receiver => "shipping",
            Self::Payer => "billing",
        }
    }
}

/// An address, with what browsers fill in by themselves.
#[component]
pub fn AddressFields(
    /// Whose.
    whose: Whose,
    /// What is known of it.
    address: AddressDraft,
    /// Whether a telephone number is asked for.
    phone: Ask,
    /// Whether a company is asked for.
    company: bool,
) -> AnyView {
    let l = page();
    let name = move |part: &str| format!("draft[{}][{part}]", whose.field());
    let fill = move |token: &str| format!("{} {token}", whose.section());
    let country = chosen_country(&address);
    // An address that is known may lie where nothing is sent: which country it is then is for the shopper to say.
    let (choose, elsewhere) = match (country, address.country.as_str()) {
        (Some(_), _) => ("", String::new()),
        (None, "") => (td_string!(l, address.choose_country), String::new()),
        (None, code) => {
            let name = country_name(locale(), code);
            (td_string!(l, address.choose_country), td_string!(l, address.no_delivery_there, country = name))
        }
    };
    let company = company.then(|| {
        view! {
            <TextField
                name=name("company")
                label=td_string!(l, address.company)
                value=address.company
                autocomplete=fill("organization")
            />
        }
    });
    let phone = (phone != Ask::Hidden).then(|| {
        view! {
            <TextField
                name=name("phone")
                label=if phone == Ask::Required { td_string!(l, address.phone) } else { td_string!(l, address.phone_optional) }
                hint=td_string!(l, address.phone_hint)
                kind=TextKind::Tel
                value=address.phone
                autocomplete=fill("tel")
                required={phone == Ask::Required}
            />
        }
    });
    view! {
        <div class="stack">
            <FieldRow>
                <TextField
                    name=name("first_name")
                    label=td_string!(l, address.first_name)
                    value=address.first_name
                    autocomplete=fill("given-name")
                    required=true
                />
                <TextField
                    name=name("last_name")
                    label=td_string!(l, address.last_name)
                    value=address.last_name
                    autocomplete=fill("family-name")
                    required=true
                />
            </FieldRow>
            {company}
            <TextField
                name=name("line1")
                label=td_string!(l, address.line1)
                value=address.line1
                autocomplete=fill("address-line1")
                required=true
            />
            <TextField
                name=name("line2")
                label=td_string!(l, address.line2)
                value=address.line2
                autocomplete=fill("address-line2")
            />
            <FieldRow>
                <TextField
                    name=name("postcode")
                    label=td_string!(l, address.postcode)
                    value=address.postcode
                    autocomplete=fill("postal-code")
                    required=true
                    short=true
                />
                <TextField
                    name=name("city")
                    label=td_string!(l, address.city)
                    value=address.city
                    autocomplete=fill("address-level2")
                    required=true
                />
            </FieldRow>
            <Select
                name=name("country")
                label=td_string!(l, address.country)
                options=countries(locale())
                value=country.unwrap_or_default()
                placeholder=choose
                hint=elsewhere
                autocomplete=fill("country")
                required=true
            />
            {phone}
        </div>
    }
    .into_any()
}

/// The address's country if it is on offer; the first one for an address of which nothing is known yet.
fn chosen_country(address: &AddressDraft) -> Option<&'static str> {
    let is_new =
        [&address.country, &address.line1, &address.postcode, &address.city].iter().all(|part| part.is_empty());
    if is_new { Some(COUNTRIES[0]) } else { COUNTRIES.into_iter().find(|code| *code == address.country) }
}

/// The neighbours first, the others by their names.
fn countries(locale: Locale) -> Vec<Choice> {
    let (near, far) = COUNTRIES.split_at(4);
    let mut far: Vec<(String, &str)> = far.iter().map(|code| (country_name(locale, code), *code)).collect();
    far.sort_by_key(|(name, _)| sort_key(name));
    let near = near.iter().map(|code| (country_name(locale, code), *code));
    near.chain(far).map(|(name, code)| Choice::new(code, name)).collect()
}

/// Names that begin with an accent stand where they are looked for.
fn sort_key(name: &str) -> String {
    name.to_lowercase().replace(['é', 'è'], "e").replace('ö', "o").replace('ä', "a").replace('î', "i")
}
