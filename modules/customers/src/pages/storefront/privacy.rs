//! A customer's data: taking it along, and having it deleted.

use leptos::{prelude::*, server_fn::ServerFn as _};
use orion_ui::{
    Card, Checkbox, IconName, LinkButton, Page, PostForm, SubmitButton, TextField, TextKind, Variant, href,
};

use crate::{
    components::Mine,
    error,
    i18n::{page, td_string},
    paths,
    server_fns::storefront::{DeleteAccount, read_profile},
    views::Profile,
};

/// A file, and the end of the account.
#[component]
pub fn Privacy() -> impl IntoView {
    let profile = Resource::new(|| (), |()| read_profile());
    view! { <Mine value=profile next=paths::PRIVACY view=content/> }
}

fn content(profile: Profile) -> AnyView {
    let l = page();
    view! {
        <Page
            title=td_string!(l, privacy.title)
            subtitle=profile.email
            back=paths::ACCOUNT
            back_label=td_string!(l, account.back)
            narrow=true
        >
            <div class="stack">
                <Card title=td_string!(l, privacy.export_title)>
                    <div class="stack">
                        <p>{td_string!(l, privacy.export_body)}</p>
                        <div class="row">
                            <LinkButton
                                label=td_string!(l, privacy.export)
                                href=href(paths::DATA)
                                icon=IconName::Download
                                external=true
                            />
                        </div>
                    </div>
                </Card>
                <Card title=td_string!(l, privacy.delete_title)>
                    <div class="stack">
                        <p>{td_string!(l, privacy.delete_body)}</p>
                        <PostForm url=DeleteAccount::url() error_text=error::text>
                            <TextField
                                name="current_password"
                                label=td_string!(l, fields.current_password)
                                kind=TextKind::Password
                                autocomplete="current-password"
                                required=true
                            />
                            <Checkbox name="is_sure" label=td_string!(l, privacy.is_sure) required=true/>
                            <SubmitButton label=td_string!(l, privacy.delete) variant=Variant::Critical/>
                        </PostForm>
                    </div>
                </Card>
            </div>
        </Page>
    }
    .into_any()
}
