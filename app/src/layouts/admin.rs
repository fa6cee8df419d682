//! The operators' frame.

use leptos::prelude::*;
use orion_kernel::Boot;
use orion_ui::{
    BackOfficeLayout, Bell, Brand, GateLayout, IconName, Menu, MenuLink, SearchButton, SubmitButton, Variant,
};

use super::{DrawerPreferences, Preferences, sections};
use crate::i18n::{page, td_string};

/// The admin for whoever is signed in, and its gate for everybody else.
#[component]
pub fn AdminLayout(boot: Boot, children: Children) -> AnyView {
    let brand = Brand::new(boot.platform.name.clone(), "/").logo(boot.platform.logo.clone());
    let Some(principal) = boot.principal.clone() else {
        return view! { <GateLayout brand=brand>{children()}</GateLayout> }.into_any();
    };
    let l = page();
    let preferences = boot.clone();
    let in_drawer = boot.clone();
    // A form of its own: the one of the design system would bring all of its code into every page's first part.
    let sign_out_url = format!("{}/api/v1/admin/tenancy/sign_out", boot.base);
    let nav = sections(&boot);
    view! {
        <BackOfficeLayout
            brand=brand
            nav=nav
            search=move || view! { <SearchButton path="/search" palette=orion_core::palette/> }
            foot=move || view! { <DrawerPreferences boot=in_drawer/> }
            tools=move || {
                view! {
                    <Bell path="/notifications"/>
                    <span class="office-wide"><Preferences boot=preferences/></span>
                    <Menu id="account" label=principal.name icon=IconName::User icon_only=true variant=Variant::Plain>
                        <MenuLink label=td_string!(l, profile) href="/profile"/>
                        <MenuLink label=td_string!(l, notification_settings) href="/profile/notifications"/>
                        <MenuLink label=td_string!(l, keys) href="/help/keys"/>
                        <form method="post" action=sign_out_url>
                            <SubmitButton label=td_string!(l, sign_out) variant=Variant::Plain wide=true/>
                        </form>
                    </Menu>
                }
            }
        >
            {children()}
        </BackOfficeLayout>
    }
    .into_any()
}
