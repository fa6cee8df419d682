//! A customer's name, e-mail address and password.

use leptos::{prelude::*, server_fn::ServerFn as _};
use leptos_router::hooks::use_query_map;
use orion_ui::{Alert, Card, Checkbox, FieldRow, LinkButton, Page, PostForm, TextField, TextKind, Tone};

use crate::{
    components::Mine,
    error,
    i18n::{page, td_string},
    paths,
    server_fns::storefront::{ChangeEmail, ChangePassword, SaveProfile, read_profile},
    views::Profile,
};

/// Three forms. Posted by the browser, because the name stands on every page and the session may change.
#[component]
pub fn Details() -> impl IntoView {
    let profile = Resource::new(|| (), |()| read_profile());
    view! { <Mine value=profile next=paths::DETAILS view=content/> }
}

fn content(profile: Profile) -> AnyView {
    let l = page();
    view! {
        <Page title=td_string!(l, account.details) back=paths::ACCOUNT back_label=td_string!(l, account.back) narrow=true>
            <div class="stack">
                {told()}
                <Card title=td_string!(l, details.personal)>
                    <PostForm url=SaveProfile::url() submit=td_string!(l, details.save) error_text=error::text>
                        <FieldRow>
                            <TextField
                                name="first_name"
                                label=td_string!(l, fields.first_name)
                                value=profile.first_name
                                autocomplete="given-name"
                                required=true
                            />
                            <TextField
                                name="last_name"
                                label=td_string!(l, fields.last_name)
                                value=profile.last_name
                                autocomplete="family-name"
                                required=true
                            />
                        </FieldRow>
                        <TextField
                            name="phone"
                            label=td_string!(l, fields.phone)
                            value=profile.phone
                            kind=TextKind::Tel
                            autocomplete="tel"
                        />
                        <Checkbox
                            name="accepts_marketing"
                            label=td_string!(l, fields.accepts_marketing)
                            checked=profile.accepts_marketing
                        />
                    </PostForm>
                </Card>
                <Card
                    title=td_string!(l, fields.email)
                    subtitle=td_string!(l, details.email_now, email = profile.email)
                >
                    <PostForm url=ChangeEmail::url() submit=td_string!(l, details.change_email) error_text=error::text>
                        <TextField
                            name="email"
                            label=td_string!(l, details.new_email)
                            hint=td_string!(l, details.email_hint)
                            kind=TextKind::Email
                            autocomplete="email"
                            required=true
                        />
                        <TextField
                            name="current_password"
                            label=td_string!(l, fields.current_password)
                            hint=td_string!(l, details.why_password)
                            kind=TextKind::Password
                            autocomplete="current-password"
                            required=true
                        />
                    </PostForm>
                </Card>
                <Card title=td_string!(l, fields.password)>
                    <PostForm url=ChangePassword::url() submit=td_string!(l, details.change_password) error_text=error::text>
                        <TextField
                            name="current_password"
                            label=td_string!(l, fields.current_password)
                            kind=TextKind::Password
                            autocomplete="current-password"
                            required=true
                        />
                        <TextField
                            name="new_password"
                            label=td_string!(l, fields.new_password)
                            hint=td_string!(l, fields.password_hint)
                            kind=TextKind::Password
                            autocomplete="new-password"
                            required=true
                        />
                    </PostForm>
                </Card>
                <div class="row">
                    <LinkButton label=td_string!(l, sessions.title) href=paths::SESSIONS/>
                    <LinkButton label=td_string!(l, privacy.title) href=paths::PRIVACY/>
                </div>
            </div>
        </Page>
    }
    .into_any()
}

/// What became of the last form.
fn told() -> AnyView {
    let l = page();
    let query = use_query_map();
    let told = move || {
        let (sent, done) = query.with(|query| (query.get("sent"), query.get("done")));
        match (sent.as_deref(), done.as_deref()) {
            (Some("email"), _) => view! {
                <Alert tone=Tone::Success title=td_string!(l, details.email_sent_title)>
                    {td_string!(l, details.email_sent_body)}
                </Alert>
            }
            .into_any(),
            (_, Some("email")) => {
                view! { <Alert tone=Tone::Success title=td_string!(l, confirm_email.done)/> }.into_any()
            }
            (_, Some("password")) => {
                view! { <Alert tone=Tone::Success title=td_string!(l, details.password_changed)/> }.into_any()
            }
            _ => ().into_any(),
        }
    };
    told.into_any()
}
