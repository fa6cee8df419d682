//! The profile of whoever is signed in, the same in both back offices.

use leptos::{prelude::*, server_fn::ServerFn};
use orion_kernel::{AppError, Boot};
use orion_ui::{Card, Choice, Load, PostForm, Select, SettingsPage, SettingsSection, SubmitButton, TextField};

use super::account::EmailSection;
use crate::{
    components::ProfileTabs,
    error,
    i18n::{page, td_string},
    server_fns::{admin, store},
    views::Profile,
};

/// The profile in the admin.
#[component]
pub fn AdminProfile() -> impl IntoView {
    use admin::identity::{ChangeEmail, VerifyEmail, security_page};
    let profile = Resource::new(|| (), |()| admin::profile());
    let security = Resource::new(|| (), |()| security_page());
    let (change, verify) = (ServerAction::<ChangeEmail>::new(), ServerAction::<VerifyEmail>::new());
    profile_page(profile, admin::SaveMe::url(), view! { <EmailSection security change verify/> }.into_any())
}

/// The profile in a store's back office.
#[component]
pub fn StoreProfile() -> impl IntoView {
    use store::identity::{ChangeEmail, VerifyEmail, security_page};
    let profile = Resource::new(|| (), |()| store::profile());
    let security = Resource::new(|| (), |()| security_page());
    let (change, verify) = (ServerAction::<ChangeEmail>::new(), ServerAction::<VerifyEmail>::new());
    profile_page(profile, store::SaveMe::url(), view! { <EmailSection security change verify/> }.into_any())
}

fn profile_page(profile: Resource<Result<Profile, AppError>>, save_url: &'static str, email: AnyView) -> impl IntoView {
    let l = page();
    view! {
        <SettingsPage title=td_string!(l, profile.title)>
            <ProfileTabs/>
            <SettingsSection title=td_string!(l, profile.you) description=td_string!(l, profile.you_lead)>
                <Load value=profile view=move |profile| me_form(profile, save_url)/>
            </SettingsSection>
            {email}
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
