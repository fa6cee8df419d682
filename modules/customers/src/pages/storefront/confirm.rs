//! Where the link of a registration leads.

use leptos::{prelude::*, server_fn::ServerFn as _};
use orion_ui::{Card, Hidden, Page, PostForm, SubmitButton, TextField, TextKind};

use crate::{
    components::LinkPage,
    error,
    i18n::{page, td_string},
    model::LinkKind,
    server_fns::storefront::ConfirmRegistration,
    views::LinkView,
};

/// Asks for the password that completes the account. Posted by the browser, because whoever confirms is signed in.
#[component]
pub fn Confirm() -> impl IntoView {
    view! { <LinkPage kind=LinkKind::Registration view=content/> }
}

fn content(link: LinkView, token: String) -> AnyView {
    let l = page();
    view! {
        <Page
            title=td_string!(l, confirm.title, name = link.first_name)
            subtitle=td_string!(l, confirm.lead)
            narrow=true
        >
            <Card>
                <PostForm url=ConfirmRegistration::url() error_text=error::text>
                    <Hidden name="token" value=token/>
                    // What programs that keep passwords keep it for.
                    <TextField
                        name="email"
                        label=td_string!(l, fields.email)
                        value=link.email
                        kind=TextKind::Email
                        autocomplete="username"
                        readonly=true
                    />
                    <TextField
                        name="password"
                        label=td_string!(l, fields.password)
                        hint=td_string!(l, fields.password_hint)
                        kind=TextKind::Password
                        autocomplete="new-password"
                        required=true
                    />
                    <SubmitButton label=td_string!(l, confirm.submit) wide=true/>
                </PostForm>
            </Card>
        </Page>
    }
    .into_any()
}
