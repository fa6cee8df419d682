//! The form at both doors. The browser posts it itself: whoever is signed in sees a page loaded anew.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use orion_ui::{Card, Hidden, PostForm, SubmitButton, TextField, TextKind};

use crate::{
    error,
    i18n::{page, td_string},
};

/// Email and password. `next` of the address travels along, and the server decides whether to believe it.
#[component]
pub fn SignInCard(
    /// The server function's address.
    url: &'static str,
) -> impl IntoView {
    let l = page();
    let next = use_query_map().with_untracked(|query| query.get("next")).unwrap_or_default();
    view! {
        <Card>
            <PostForm url error_text=error::text>
                <Hidden name="next" value=next/>
                <TextField
                    name="email"
                    label=td_string!(l, sign_in.email)
                    kind=TextKind::Email
                    autocomplete="username"
                    required=true
                    autofocus=true
                />
                <TextField
                    name="password"
                    label=td_string!(l, sign_in.password)
                    kind=TextKind::Password
                    autocomplete="current-password"
                    required=true
                />
                <SubmitButton label=td_string!(l, sign_in.submit) wide=true/>
            </PostForm>
        </Card>
    }
}
