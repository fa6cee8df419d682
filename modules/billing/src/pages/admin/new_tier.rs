//! A new tier.

use leptos::prelude::*;
use orion_kernel::AppError;
use orion_ui::{Card, Form, Page, TextField, error_page, may};

use crate::{
    error,
    i18n::{page, td_string},
    paths, permissions,
    server_fns::admin::CreateTier,
};

/// Asks for name and code; prices and features come next.
#[component]
pub fn NewTier() -> AnyView {
    let may_write = may(permissions::MANAGE_TIERS);
    if !may_write {
        return error_page(&AppError::forbidden());
    }
    let l = page();
    let create = ServerAction::<CreateTier>::new();
    view! {
        <Page title=td_string!(l, tier.add) back=paths::TIERS back_label=td_string!(l, tier.index) narrow=true>
            <Form action=create submit=td_string!(l, tier.create) cancel=paths::TIERS error_text=error::text>
                <Card>
                    <div class="stack">
                        <TextField name="name" label=td_string!(l, tier.name) required=true autofocus=true maxlength=60u32/>
                        <TextField
                            name="code"
                            label=td_string!(l, tier.code)
                            hint=td_string!(l, tier.code_hint)
                            required=true
                            maxlength=40u32
                        />
                    </div>
                </Card>
            </Form>
        </Page>
    }
    .into_any()
}
