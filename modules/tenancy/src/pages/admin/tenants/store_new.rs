//! Opens a store for a merchant.

use leptos::prelude::*;
use orion_kernel::{AppError, Currency, Locale};
use orion_ui::{Card, Choice, Form, Page, Select, TextField, TextKind, error_page, may, use_index_query};

use super::store_form::{country_field, language_fields};
use crate::{
    error,
    i18n::{page, td_string},
    paths,
    permissions::STORES_MANAGE,
    server_fns::tenants::CreateStore,
};

/// A store of a merchant that is there; `?merchant=` fills the merchant in.
#[component]
pub fn NewStorePage() -> AnyView {
    if !may(STORES_MANAGE) {
        return error_page(&AppError::forbidden());
    }
    let l = page();
    let action = ServerAction::<CreateStore>::new();
    let query = use_index_query();
    let merchant = query.with_untracked(|query| query.filter("merchant").unwrap_or_default().to_owned());
    let currencies = Currency::ALL.into_iter().map(|currency| Choice::new(currency.code(), currency.code())).collect();
    view! {
        <Page
            title=td_string!(l, tenants.new_store)
            subtitle=td_string!(l, tenants.new_store_lead)
            back=paths::STORES
            back_label=td_string!(l, stores.title)
            narrow=true
        >
            <Form action guard=true error_text=error::text submit=td_string!(l, tenants.create_store) cancel=paths::STORES>
                <Card>
                    <div class="stack">
                        <TextField
                            name="merchant"
                            label=td_string!(l, tenants.merchant_code)
                            hint=td_string!(l, tenants.merchant_code_hint)
                            value=merchant
                            maxlength=40
                            required=true
                        />
                        <TextField name="name" label=td_string!(l, settings.name) maxlength=80 required=true/>
                        <TextField
                            name="code"
                            label=td_string!(l, modules.code)
                            hint=td_string!(l, tenants.store_code_hint)
                            maxlength=40
                            short=true
                            required=true
                        />
                        <TextField name="email" label=td_string!(l, settings.email) kind=TextKind::Email required=true/>
                        <Select
                            name="currency"
                            label=td_string!(l, stores.currency)
                            hint=td_string!(l, tenants.currency_hint)
                            options=currencies
                            value=Currency::EUR.code()
                            required=true
                        />
                        {country_field("LU".to_owned())}
                        {language_fields(vec![Locale::Fr])}
                    </div>
                </Card>
            </Form>
        </Page>
    }
    .into_any()
}
