//! Getting an account.

use leptos::{prelude::*, server_fn::ServerFn as _};
use leptos_router::hooks::use_query_map;
use orion_ui::{Card, Checkbox, FieldRow, Hidden, Link, Page, PostForm, SubmitButton, TextField, TextKind};

use crate::{
    error,
    i18n::{page, td_string},
    paths,
    server_fns::storefront::Register,
};

/// Name, e-mail address, password.
#[component]
pub fn RegisterPage() -> impl IntoView {
    let l = page();
    let next = use_query_map().read_untracked().get("next").unwrap_or_default();
    view! {
        <Page title=td_string!(l, register.title) subtitle=td_string!(l, register.lead) narrow=true>
            <Card>
                <div class="stack">
                    <PostForm url=Register::url() error_text=error::text>
                        <Hidden name="next" value=next/>
                        <FieldRow>
                            <TextField
                                name="first_name"
                                label=td_string!(l, fields.first_name)
                                autocomplete="given-name"
                                required=true
                            />
                            <TextField
                                name="last_name"
                                label=td_string!(l, fields.last_name)
                                autocomplete="family-name"
                                required=true
                            />
                        </FieldRow>
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
                            hint=td_string!(l, fields.password_hint)
                            kind=TextKind::Password
                            autocomplete="new-password"
                            required=true
                        />
                        <Checkbox name="accepts_marketing" label=td_string!(l, fields.accepts_marketing)/>
                        <SubmitButton label=td_string!(l, register.submit) wide=true/>
                    </PostForm>
                    <p class="muted">
                        {td_string!(l, register.known)} " " <Link href=paths::SIGN_IN>{td_string!(l, sign_in.submit)}</Link>
                    </p>
                </div>
            </Card>
        </Page>
    }
}
