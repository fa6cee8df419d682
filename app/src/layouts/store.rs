//! The merchants' frame.

use leptos::prelude::*;
use orion_kernel::Boot;
use orion_ui::{
    BackOfficeLayout, Brand, GateLayout, IconName, LinkButton, Menu, MenuLink, Size, SubmitButton, Variant,
};

use super::{Preferences, sections};
use crate::i18n::{page, td_string};

/// The back office of a store; its storefront is one click away from everywhere.
#[component]
pub fn StoreLayout(boot: Boot, children: Children) -> AnyView {
    let (Some(principal), Some(store)) = (boot.principal.clone(), boot.store.clone()) else {
        let brand = Brand::new(boot.platform.name.clone(), boot.platform.origin.clone()).external();
        return view! { <GateLayout brand=brand>{children()}</GateLayout> }.into_any();
    };
    let l = page();
    let preferences = boot.clone();
    // A form of its own: the one of the design system would bring all of its code into every page's first part.
    let sign_out_url = format!("{}/api/v1/store/tenancy/sign_out", boot.base);
    let nav = sections(&boot);
    view! {
        <BackOfficeLayout
            brand=Brand::new(store.name, "/")
            nav=nav
            tools=move || {
                view! {
                    <LinkButton
                        label=td_string!(l, view_store)
                        href=store.storefront_url
                        icon=IconName::ExternalLink
                        size=Size::Small
                        variant=Variant::Plain
                        external=true
                    />
                    <Preferences boot=preferences/>
                    <Menu id="account" label=principal.name icon=IconName::User icon_only=true variant=Variant::Plain>
                        <MenuLink label=td_string!(l, profile) href="/profile"/>
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
