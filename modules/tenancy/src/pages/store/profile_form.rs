//! The store's particulars.

use leptos::prelude::*;
use orion_ui::{Card, Choice, FieldRow, FieldSet, Form, Select, SubmitButton, TextField, TextKind};

use crate::pages::options::refusal;
use crate::{
    error,
    forms::COUNTRIES,
    i18n::{page, td_string},
    model::percent_text,
    server_fns::store::SaveProfile,
    views::StoreSettings,
};

/// Name, company, address, tax.
#[component]
pub fn ProfileForm(
    /// What holds now.
    settings: StoreSettings,
    /// Saves it.
    action: ServerAction<SaveProfile>,
) -> impl IntoView {
    let l = page();
    let countries = COUNTRIES.iter().map(|code| Choice::new(*code, country_name(code))).collect();
    view! {
        <Form action guard=true error_text=error::text>
            <Card title=td_string!(l, settings.store)>
                <div class="stack">
                    <TextField name="name" label=td_string!(l, settings.name) value=settings.name required=true/>
                    <FieldRow>
                        <TextField
                            name="email"
                            label=td_string!(l, settings.email)
                            kind=TextKind::Email
                            hint=td_string!(l, settings.email_hint)
                            value=settings.email
                            autocomplete="email"
                            required=true
                        />
                        <TextField
                            name="phone"
                            label=td_string!(l, settings.phone)
                            kind=TextKind::Tel
                            value=settings.phone
                            autocomplete="tel"
                        />
                    </FieldRow>
                    <TextField
                        name="tax_rate"
                        label=td_string!(l, settings.tax_rate)
                        hint=td_string!(l, settings.tax_rate_hint)
                        value=percent_text(settings.tax_rate)
                        inputmode="decimal"
                        suffix="%"
                        short=true
                        required=true
                    />
                </div>
            </Card>
            <Card title=td_string!(l, settings.company)>
                <div class="stack">
                    <TextField
                        name="legal_name"
                        label=td_string!(l, settings.legal_name)
                        value=settings.legal_name
                        autocomplete="organization"
                        required=true
                    />
                    <FieldSet legend=td_string!(l, settings.address)>
                        <TextField
                            name="street"
                            label=td_string!(l, settings.street)
                            value=settings.street
                            autocomplete="street-address"
                            required=true
                        />
                        <FieldRow>
                            <TextField
                                name="postcode"
                                label=td_string!(l, settings.postcode)
                                value=settings.postcode
                                autocomplete="postal-code"
                                required=true
                            />
                            <TextField
                                name="city"
                                label=td_string!(l, settings.city)
                                value=settings.city
                                autocomplete="address-level2"
                                required=true
                            />
                        </FieldRow>
                        <Select
                            name="country"
                            label=td_string!(l, settings.country)
                            options=countries
                            value=settings.country
                            autocomplete="country"
                            required=true
                        />
                    </FieldSet>
                    <FieldSet legend=td_string!(l, settings.registers) hint=td_string!(l, settings.registers_hint)>
                        <TextField name="vat_id" label=td_string!(l, settings.vat_id) value=settings.vat_id/>
                        <FieldRow>
                            <TextField name="rcs" label=td_string!(l, settings.rcs) value=settings.rcs/>
                            <TextField
                                name="business_permit"
                                label=td_string!(l, settings.business_permit)
                                value=settings.business_permit
                            />
                        </FieldRow>
                    </FieldSet>
                </div>
            </Card>
            <div class="row"><SubmitButton label=td_string!(l, settings.save) reason=refusal()/></div>
        </Form>
    }
}

fn country_name(code: &str) -> &'static str {
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
