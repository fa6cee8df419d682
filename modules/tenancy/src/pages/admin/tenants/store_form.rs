//! What operators change of a store.

use leptos::prelude::*;
use orion_kernel::Locale;
use orion_ui::{Card, Choice, Form, Hidden, Select, SubmitButton, TextField, TextKind};

use crate::{
    components::{OfferedLanguages, country_name, language_choices, reason_without},
    error,
    forms::COUNTRIES,
    i18n::{page, td_string},
    permissions::STORES_MANAGE,
    server_fns::tenants::SaveStore,
    views::StoreDetails,
};

/// Name, company, address, languages, country.
#[component]
pub fn StoreForm(
    /// The store.
    store: StoreDetails,
    /// Saves it.
    action: ServerAction<SaveStore>,
) -> impl IntoView {
    let l = page();
    view! {
        <Card title=td_string!(l, tenants.edit_store)>
            <Form action guard=true error_text=error::text id="store">
                <Hidden name="code" value=store.code/>
                <TextField name="name" label=td_string!(l, settings.name) value=store.name maxlength=80 required=true/>
                <TextField
                    name="legal_name"
                    label=td_string!(l, settings.legal_name)
                    value=store.legal_name
                    maxlength=120
                    required=true
                />
                <TextField
                    name="email"
                    label=td_string!(l, settings.email)
                    kind=TextKind::Email
                    value=store.email
                    required=true
                />
                {country_field(store.country)}
                {language_fields(store.locales)}
                <div class="row">
                    <SubmitButton label=td_string!(l, settings.save) reason=reason_without(STORES_MANAGE)/>
                </div>
            </Form>
        </Card>
    }
}

/// Where a store is established.
pub fn country_field(country: String) -> AnyView {
    let options = COUNTRIES.iter().map(|code| Choice::new(*code, country_name(code))).collect();
    view! { <Select name="country" label=td_string!(page(), settings.country) options value=country required=true/> }
        .into_any()
}

/// The storefront's languages.
pub fn language_fields(locales: Vec<Locale>) -> AnyView {
    let l = page();
    let default = locales.first().copied().unwrap_or(Locale::En);
    view! {
        <Select
            name="default"
            label=td_string!(l, settings.default_language)
            options=language_choices(Locale::ALL)
            value=default.code()
            required=true
        />
        <OfferedLanguages offered=Locale::ALL.to_vec() chosen=locales/>
    }
    .into_any()
}
