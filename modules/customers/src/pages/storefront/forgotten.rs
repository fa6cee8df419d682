//! For whoever has forgotten their password.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use orion_ui::{Alert, Card, Form, Page, TextField, TextKind, Tone};

use crate::{
    error,
    i18n::{page, td_string},
    paths,
    server_fns::storefront::RequestReset,
};

/// Asks for the e-mail address; afterwards it says the same whether it is known or not.
#[component]
pub fn Forgotten() -> impl IntoView {
    let l = page();
    let query = use_query_map();
    let request = ServerAction::<RequestReset>::new();
    let sent = move || {
        query.read().get("sent").is_some().then(|| {
            view! { <Alert tone=Tone::Success title=td_string!(l, forgotten.sent_title)>{td_string!(l, forgotten.sent_body)}</Alert> }
        })
    };
    view! {
        <Page
            title=td_string!(l, forgotten.title)
            subtitle=td_string!(l, forgotten.lead)
            back=paths::SIGN_IN
            back_label=td_string!(l, sign_in.submit)
            narrow=true
        >
            {sent}
            <Card>
                <Form action=request submit=td_string!(l, forgotten.submit) error_text=error::text>
                    <TextField
                        name="email"
                        label=td_string!(l, fields.email)
                        kind=TextKind::Email
                        autocomplete="username"
                        required=true
                    />
                </Form>
            </Card>
        </Page>
    }
}
