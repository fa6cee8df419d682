//! Where the link in the mail leads.

use leptos::{prelude::*, server_fn::ServerFn as _};
use leptos_router::hooks::use_query_map;
use orion_ui::{Card, Hidden, Link, Page, PostForm, TextField, TextKind};

use crate::{
    error,
    i18n::{page, td_string},
    paths,
    server_fns::storefront::ResetPassword,
};

/// Asks for a new password.
#[component]
pub fn NewPassword() -> impl IntoView {
    let l = page();
    let token = use_query_map().read_untracked().get("token").unwrap_or_default();
    view! {
        <Page title=td_string!(l, new_password.title) subtitle=td_string!(l, new_password.lead) narrow=true>
            <Card>
                <div class="stack">
                    <PostForm url=ResetPassword::url() submit=td_string!(l, new_password.submit) error_text=error::text>
                        <Hidden name="token" value=token/>
                        <TextField
                            name="password"
                            label=td_string!(l, fields.new_password)
                            hint=td_string!(l, fields.password_hint)
                            kind=TextKind::Password
                            autocomplete="new-password"
                            required=true
                        />
                    </PostForm>
                    <p><Link href=paths::FORGOTTEN>{td_string!(l, new_password.again)}</Link></p>
                </div>
            </Card>
        </Page>
    }
}
