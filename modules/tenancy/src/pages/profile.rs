//! The profile of whoever is signed in, the same in both back offices.

use leptos::{
    prelude::*,
    server_fn::{Http, ServerFn, codec::PostUrl},
};
use orion_kernel::{AppError, Boot};
use orion_ui::{
    Card, Choice, Form, Load, PostForm, Select, SettingsPage, SettingsSection, SubmitButton, TextField, TextKind,
    Toast, Tone, use_toasts,
};
use serde::de::DeserializeOwned;

use crate::{
    error,
    i18n::{page, td_string},
    server_fns::{admin, store},
    views::Profile,
};

/// The profile in the admin.
#[component]
pub fn AdminProfile() -> impl IntoView {
    let profile = Resource::new(|| (), |()| admin::profile());
    profile_page(profile, admin::SaveMe::url(), ServerAction::<admin::ChangePassword>::new())
}

/// The profile in a store's back office.
#[component]
pub fn StoreProfile() -> impl IntoView {
    let profile = Resource::new(|| (), |()| store::profile());
    profile_page(profile, store::SaveMe::url(), ServerAction::<store::ChangePassword>::new())
}

fn profile_page<S, O>(
    profile: Resource<Result<Profile, AppError>>,
    save_url: &'static str,
    change: ServerAction<S>,
) -> impl IntoView
where
    S: ServerFn<Error = AppError, Output = (), Protocol = Http<PostUrl, O>>
        + DeserializeOwned
        + Clone
        + Send
        + Sync
        + 'static,
    O: 'static,
{
    let l = page();
    let toasts = use_toasts();
    Effect::new(move || {
        if change.value().with(|outcome| matches!(outcome, Some(Ok(())))) {
            toasts.show(Toast::new(td_string!(page(), profile.password_changed)).tone(Tone::Success));
        }
    });
    view! {
        <SettingsPage title=td_string!(l, profile.title)>
            <SettingsSection title=td_string!(l, profile.you) description=td_string!(l, profile.you_lead)>
                <Load value=profile view=move |profile| me_form(profile, save_url)/>
            </SettingsSection>
            <SettingsSection title=td_string!(l, profile.password) description=td_string!(l, profile.password_lead)>
                <Form action=change reset_on_success=true error_text=error::text>
                    <Card>
                        <div class="stack">
                            <TextField
                                name="current_password"
                                label=td_string!(l, profile.current_password)
                                kind=TextKind::Password
                                autocomplete="current-password"
                                required=true
                            />
                            <TextField
                                name="new_password"
                                label=td_string!(l, profile.new_password)
                                kind=TextKind::Password
                                hint=td_string!(l, profile.new_password_hint)
                                autocomplete="new-password"
                                required=true
                            />
                        </div>
                    </Card>
                    <div class="row"><SubmitButton label=td_string!(l, profile.change_password)/></div>
                </Form>
            </SettingsSection>
        </SettingsPage>
    }
}

/// Posted by the browser itself: name and language show on every part of the page.
fn me_form(profile: Profile, url: &'static str) -> AnyView {
    let l = page();
    let offered = use_context::<Boot>().map(|boot| boot.locales).unwrap_or_default();
    let languages =
        offered.into_iter().map(|locale| Choice::new(locale.code(), locale.name_in_own_language())).collect();
    view! {
        <PostForm url error_text=error::text>
            <Card>
                <div class="stack">
                    <TextField name="name" label=td_string!(l, profile.name) value=profile.name autocomplete="name" required=true/>
                    <TextField
                        name="email"
                        label=td_string!(l, profile.email)
                        kind=TextKind::Email
                        hint=td_string!(l, profile.email_hint)
                        value=profile.email
                        disabled=true
                    />
                    <Select
                        name="language"
                        label=td_string!(l, profile.language)
                        options=languages
                        value=profile.locale.code()
                        required=true
                    />
                </div>
            </Card>
            <div class="row"><SubmitButton label=td_string!(l, settings.save)/></div>
        </PostForm>
    }
    .into_any()
}
