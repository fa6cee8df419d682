//! The frame of the platform's own pages.

use leptos::prelude::*;
use orion_kernel::Boot;
use orion_ui::{Brand, FooterColumn, IconName, LinkButton, NavItem, PlatformLayout, Size, Variant};

use super::{Preferences, page_links, to_links};
use crate::i18n::{page, td_string};

/// Marketing and sign-up.
#[component]
pub fn PlatformFrame(boot: Boot, children: Children) -> impl IntoView {
    let l = page();
    let links = page_links(&boot);
    let mut nav = vec![NavItem::new(td_string!(l, pricing), "/pricing", IconName::Tag)];
    nav.extend(links.header.into_iter().map(|link| NavItem::new(link.title, link.path, IconName::FileText)));
    let mut footer = vec![FooterColumn::new(
        td_string!(l, company),
        [vec![(td_string!(l, pricing).to_owned(), "/pricing".to_owned())], to_links(links.footer)].concat(),
    )];
    footer.push(FooterColumn::new(td_string!(l, legal), to_links(links.legal)));
    let name = boot.platform.name.clone();
    let preferences = boot.clone();
    view! {
        <PlatformLayout
            brand=Brand::new(name.clone(), "/").logo(boot.platform.logo.clone())
            nav=nav
            actions=move || {
                view! {
                    <Preferences boot=preferences/>
                    <LinkButton label=td_string!(l, sign_in) href="/sign-in" size=Size::Small variant=Variant::Secondary/>
                }
            }
            footer=footer
            legal=move || view! { <p>{name}</p> }
        >
            {children()}
        </PlatformLayout>
    }
}
