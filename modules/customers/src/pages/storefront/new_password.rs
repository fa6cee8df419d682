//! Where the link of a forgotten password leads.

use leptos::{prelude::*, server_fn::ServerFn as _};
use orion_ui::{Card, Hidden, Page, PostForm, TextField, TextKind};

use crate::{
    components::LinkPage,
    error,
    i18n::{page, td_string},
    model::LinkKind,
    server_fns::storefront::ResetPassword,
    views::LinkView,
};

/// Asks for a new password.
#[component]
pub fn NewPassword() -> impl IntoView {
    view! { <LinkPage kind=LinkKind::Password view=content/> }
}

fn content(link: LinkView, token: String) -> AnyView {
    let l = page();
    view! {
        <Page title=td_string!(l, new_password.title) subtitle=td_string!(l, new_password.lead) narrow=true>
            <Card>
                <PostForm url=ResetPassword::url() submit=td_string!(l, new_password.submit) error_text=error::text>
                    <Hidden name="token" value=token/>
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
                        label=td_string!(l, fields.new_password)
                        hint=td_string!(l, fields.password_hint)
                        kind=TextKind::Password
                        autocomplete="new-password"
                        required=true
                    />
                </PostForm>
            </Card>
        </Page>
    }
    .into_any()
}
