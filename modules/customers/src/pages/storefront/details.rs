//! A customer's name, e-mail address and password.

use leptos::{prelude::*, server_fn::ServerFn as _};
use orion_ui::{Card, Checkbox, FieldRow, Page, PostForm, TextField, TextKind};

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
                <Card title=td_string!(l, fields.email)>
                    <PostForm url=ChangeEmail::url() submit=td_string!(l, details.change_email) error_text=error::text>
                        <TextField
                            name="email"
                            label=td_string!(l, fields.email)
                            value=profile.email
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
            </div>
        </Page>
    }
    .into_any()
}
