//! The form to sign in.

use leptos::{prelude::*, server_fn::ServerFn as _};
use orion_ui::{Checkbox, Hidden, Link, PostForm, SubmitButton, TextField, TextKind};

use crate::{
    error,
    i18n::{page, td_string},
    paths,
    server_fns::storefront::SignIn,
};

/// E-mail address and password. Posted by the browser, because the whole page changes with who is signed in.
#[component]
pub fn SignInForm(
    /// Where to go then, below the base.
    #[prop(into)]
    next: String,
) -> AnyView {
    let l = page();
    let register =
        if next.is_empty() { paths::REGISTER.to_owned() } else { format!("{}?next={next}", paths::REGISTER) };
    view! {
        <div class="stack">
            <PostForm url=SignIn::url() error_text=error::text>
                <Hidden name="next" value=next/>
                <TextField
                    name="email"
                    label=td_string!(l, fields.email)
                    kind=TextKind::Email
                    autocomplete="username"
                    required=true
                />
                <TextField
                    name="password"
                    label=td_string!(l, fields.password)
                    kind=TextKind::Password
                    autocomplete="current-password"
                    required=true
                />
                <Checkbox name="remember" label=td_string!(l, sign_in.remember)/>
                <SubmitButton label=td_string!(l, sign_in.submit) wide=true/>
            </PostForm>
            <p><Link href=paths::FORGOTTEN>{td_string!(l, sign_in.forgotten)}</Link></p>
            <p class="muted">
                {td_string!(l, sign_in.new_here)} " "
                <Link href=register>{td_string!(l, sign_in.register)}</Link>
            </p>
        </div>
    }
    .into_any()
}
