//! The store's general settings.

use leptos::prelude::*;
use orion_kernel::Boot;
use orion_ui::{Link, Load, SettingsPage, SettingsSection, all_done, done, say_done};

use super::{
    logo_card::{FaviconCard, LogoCard},
    look_form::LookForm,
    profile_form::ProfileForm,
    settings_tabs::SettingsTabs,
};
use crate::{
    i18n::{page, td_string},
    paths,
    server_fns::store::{SaveLook, SaveProfile, settings_page},
    views::StoreSettings,
};

/// The actions of the page's forms.
#[derive(Clone, Copy)]
struct Actions {
    profile: ServerAction<SaveProfile>,
    look: ServerAction<SaveLook>,
}

/// Who the store is, and how it looks.
#[component]
pub fn GeneralSettings() -> impl IntoView {
    let l = page();
    let actions = Actions { profile: ServerAction::new(), look: ServerAction::new() };
    say_done(all_done([done(actions.profile), done(actions.look)]), td_string!(l, settings.saved));
    let settings = Resource::new(|| (), |()| settings_page());
    view! {
        <SettingsPage title=td_string!(l, settings.title)>
            <SettingsTabs/>
            <Load value=settings view=move |settings| sections(settings, actions)/>
        </SettingsPage>
    }
}

fn sections(settings: StoreSettings, actions: Actions) -> AnyView {
    let l = page();
    let storefront = use_context::<Boot>().and_then(|boot| boot.store).map(|store| {
        let href = store.storefront_url.clone();
        view! {
            <SettingsSection title=td_string!(l, settings.address_title) description=td_string!(l, settings.address_lead)>
                <p><Link href external=true>{store.storefront_url}</Link></p>
                <p><Link href=paths::DOMAINS>{td_string!(l, domains.title)}</Link></p>
            </SettingsSection>
        }
    });
    let theme = settings.theme.clone();
    let (logo, favicon, name) = (settings.logo.clone(), settings.favicon.clone(), settings.name.clone());
    view! {
        <SettingsSection title=td_string!(l, settings.business_title) description=td_string!(l, settings.business_lead)>
            <ProfileForm settings action=actions.profile/>
        </SettingsSection>
        {storefront}
        <SettingsSection title=td_string!(l, logo.section) description=td_string!(l, logo.section_lead)>
            <LogoCard logo name/>
            <FaviconCard favicon/>
        </SettingsSection>
        <SettingsSection title=td_string!(l, settings.look_title) description=td_string!(l, settings.look_lead)>
            <LookForm theme action=actions.look/>
        </SettingsSection>
    }
    .into_any()
}
