//! Where the link to a new password leads.

use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::use_query_map;
use orion_ui::{Card, Hidden, Page, PostForm, TextField, TextKind};

use crate::{
    error,
    i18n::{page, td_string},
    paths,
    server_fns::{admin::identity as admin, platform::identity as platform},
};

/// At the members' door.
#[component]
pub fn PlatformNewPassword() -> impl IntoView {
    new_password(platform::ResetPassword::url())
}

/// At the operators' door.
#[component]
pub fn AdminNewPassword() -> impl IntoView {
    new_password(admin::ResetPassword::url())
}

fn new_password(url: &'static str) -> impl IntoView {
    let l = page();
    let token = use_query_map().with_untracked(|query| query.get("token")).unwrap_or_default();
    view! {
        <Page
            title=td_string!(l, security.reset.new_title)
            subtitle=td_string!(l, security.reset.new_lead)
            back=paths::FORGOTTEN
            back_label=td_string!(l, security.reset.again)
            narrow=true
        >
            <Card>
                <PostForm url submit=td_string!(l, security.reset.new_submit) error_text=error::text>
                    <Hidden name="token" value=token/>
                    <TextField
                        name="password"
                        label=td_string!(l, profile.new_password)
                        hint=td_string!(l, profile.new_password_hint)
                        kind=TextKind::Password
                        autocomplete="new-password"
                        required=true
                        autofocus=true
                    />
                </PostForm>
            </Card>
        </Page>
    }
}
