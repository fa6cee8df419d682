//! For whoever has forgotten their password.

use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::use_query_map;
use orion_ui::{Alert, Card, Page, PostForm, TextField, TextKind, Tone};

use crate::{
    error,
    i18n::{page, td_string},
    paths,
    server_fns::{admin::identity as admin, platform::identity as platform},
};

/// At the members' door.
#[component]
pub fn PlatformForgotten() -> impl IntoView {
    forgotten(platform::RequestReset::url())
}

/// At the operators' door.
#[component]
pub fn AdminForgotten() -> impl IntoView {
    forgotten(admin::RequestReset::url())
}

/// Asks for the address; afterwards it says the same whether it is known or not.
fn forgotten(url: &'static str) -> impl IntoView {
    let l = page();
    let query = use_query_map();
    let sent = move || {
        query.read().get("sent").is_some().then(|| {
            view! {
                <Alert tone=Tone::Success title=td_string!(l, security.reset.sent_title)>
                    {td_string!(l, security.reset.sent_body)}
                </Alert>
            }
        })
    };
    view! {
        <Page
            title=td_string!(l, security.reset.title)
            subtitle=td_string!(l, security.reset.lead)
            back=paths::SIGN_IN
            back_label=td_string!(l, sign_in.title)
            narrow=true
        >
            {sent}
            <Card>
                <PostForm url submit=td_string!(l, security.reset.submit) error_text=error::text>
                    <TextField
                        name="email"
                        label=td_string!(l, sign_in.email)
                        kind=TextKind::Email
                        autocomplete="username"
                        required=true
                        autofocus=true
                    />
                </PostForm>
            </Card>
        </Page>
    }
}
