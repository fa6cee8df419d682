//! The form at both doors. The browser posts it itself: whoever is signed in sees a page loaded anew.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use orion_ui::{Alert, Card, Checkbox, Hidden, Link, PostForm, SubmitButton, TextField, TextKind, Tone};

use super::PasskeySignIn;
use crate::{
    error,
    i18n::{page, td_string},
    model::{Door, Wishes},
    paths,
};

/// Email and password, or a passkey. `next` of the address travels along, and the server decides whether to believe it.
#[component]
pub fn SignInCard(
    /// The server function's address.
    url: &'static str,
    /// Whose door it is.
    door: Door,
) -> impl IntoView {
    let l = page();
    let query = use_query_map();
    let next = query.with_untracked(|query| query.get("next")).unwrap_or_default();
    let is_new_password = query.with_untracked(|query| query.get("done").is_some_and(|done| done == "password"));
    let wishes = Wishes { next: next.clone(), remember: false };
    view! {
        {is_new_password.then(|| {
            view! { <Alert tone=Tone::Success title=td_string!(l, security.reset.done_title)>{td_string!(l, security.reset.done_body)}</Alert> }
        })}
        <Card>
            <div class="stack">
                <PostForm url error_text=error::text>
                    <Hidden name="next" value=next/>
                    <TextField
                        name="email"
                        label=td_string!(l, sign_in.email)
                        kind=TextKind::Email
                        autocomplete="username webauthn"
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
                    // Nobody stays signed in to the admin when the browser is closed.
                    {(door == Door::Platform).then(|| {
                        view! { <Checkbox name="remember" label=td_string!(l, security.sign_in.remember) hint=td_string!(l, security.sign_in.remember_hint)/> }
                    })}
                    <SubmitButton label=td_string!(l, sign_in.submit) wide=true/>
                </PostForm>
                <PasskeySignIn door wishes/>
                <p><Link href=paths::FORGOTTEN>{td_string!(l, security.sign_in.forgotten)}</Link></p>
            </div>
        </Card>
    }
}
