//! The merchants' frame.

use leptos::prelude::*;
use orion_kernel::Boot;
use orion_tenancy::StoreSwitcher;
use orion_ui::{
    BackOfficeLayout, Bell, Brand, GateLayout, Icon, IconName, LinkButton, Menu, MenuLink, SearchButton, Size,
    SubmitButton, Variant,
};

use super::{
    DrawerPreferences, Preferences,
    notices::{acting_as, suspended},
    sections,
};
use crate::i18n::{page, td_string};

/// The back office of a store; its storefront is one click away from everywhere.
#[component]
pub fn StoreLayout(boot: Boot, children: Children) -> AnyView {
    let (Some(principal), Some(store)) = (boot.principal.clone(), boot.store.clone()) else {
        let brand = Brand::new(boot.platform.name.clone(), boot.platform.origin.clone())
            .logo(boot.platform.logo.clone())
            .external();
        return view! { <GateLayout brand=brand>{children()}</GateLayout> }.into_any();
    };
    let l = page();
    let preferences = boot.clone();
    let in_drawer = boot.clone();
    // A form of its own: the one of the design system would bring all of its code into every page's first part.
    let sign_out_url = format!("{}/api/v1/store/tenancy/sign_out", boot.base);
    let nav = sections(&boot);
    let switcher = boot.clone();
    let shop = store.preview_url.unwrap_or(store.storefront_url);
    let shop_in_menu = shop.clone();
    let notices = (acting_as(&boot), suspended(&boot));
    let help = (!boot.platform.support_email.is_empty()).then(|| {
        view! {
            <a class="nav-link" href=format!("mailto:{}", boot.platform.support_email) rel="external">
                <Icon name=IconName::CircleQuestionMark/>
                <span>{td_string!(l, help)}</span>
            </a>
        }
    });
    let logo = store.logo.map(|logo| logo.src).unwrap_or_default();
    view! {
        <BackOfficeLayout
            brand=Brand::new(store.name, "/").logo(logo)
            nav=nav
            switcher=move || view! { <StoreSwitcher boot=switcher/> }
            search=move || view! { <SearchButton path="/search" palette=orion_core::palette/> }
            foot=move || {
                view! {
                    <a class="nav-link office-phone" href=shop_in_menu rel="external">
                        <Icon name=IconName::Store/>
                        <span>{td_string!(l, view_store)}</span>
                    </a>
                    {help}
                    <DrawerPreferences boot=in_drawer/>
                }
            }
            tools=move || {
                view! {
                    <LinkButton
                        label=td_string!(l, view_store)
                        href=shop
                        icon=IconName::ExternalLink
                        size=Size::Small
                        variant=Variant::Plain
                        external=true
                        class="office-wide"
                    />
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
            {notices}
            {children()}
        </BackOfficeLayout>
    }
    .into_any()
}
