//! Takes a merchant on.

use leptos::prelude::*;
use orion_kernel::{AppError, Boot, Locale};
use orion_ui::{Card, Choice, Form, Page, Select, TextField, TextKind, error_page, may};

use crate::{
    error,
    i18n::{page, td_string},
    paths,
    permissions::STORES_MANAGE,
    server_fns::tenants::CreateMerchant,
};

/// The company, and whom to ask to own it.
#[component]
pub fn NewMerchantPage() -> AnyView {
    if !may(STORES_MANAGE) {
        return error_page(&AppError::forbidden());
    }
    let l = page();
    let action = ServerAction::<CreateMerchant>::new();
    let locales = use_context::<Boot>().map(|boot| boot.locales).unwrap_or_default();
    let default = locales.first().copied().unwrap_or(Locale::En);
    let languages =
        locales.into_iter().map(|locale| Choice::new(locale.code(), locale.name_in_own_language())).collect();
    view! {
        <Page
            title=td_string!(l, tenants.new_merchant)
            subtitle=td_string!(l, tenants.new_merchant_lead)
            back=paths::MERCHANTS
            back_label=td_string!(l, merchants.title)
            narrow=true
        >
            <Form
                action
                guard=true
                error_text=error::text
                submit=td_string!(l, tenants.create_merchant)
                cancel=paths::MERCHANTS
            >
                <Card>
                    <div class="stack">
                        <TextField name="name" label=td_string!(l, tenants.company) maxlength=120 required=true/>
                        <TextField
                            name="code"
                            label=td_string!(l, modules.code)
                            hint=td_string!(l, tenants.code_hint)
                            maxlength=40
                            short=true
                            required=true
                        />
                        <TextField
                            name="owner"
                            label=td_string!(l, tenants.owner_email)
                            hint=td_string!(l, tenants.owner_email_hint)
                            kind=TextKind::Email
                            required=true
                        />
                        <Select
                            name="language"
                            label=td_string!(l, tenants.owner_language)
                            options=languages
                            value=default.code()
                            required=true
                        />
                    </div>
                </Card>
            </Form>
        </Page>
    }
    .into_any()
}
