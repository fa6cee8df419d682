//! The frame of a storefront.

use leptos::prelude::*;
use orion_contracts::slots::STOREFRONT_HEADER;
use orion_kernel::Boot;
use orion_ui::{Brand, CartCount, FooterColumn, IconName, NavItem, SlotOutlet, StorefrontLayout};

use super::{Preferences, notices::acting_as, page_links, to_links};
use crate::i18n::{page, td_string};

/// The shop. Where it is not open, only those see it whom the server let in: they are told so.
#[component]
pub fn StorefrontFrame(boot: Boot, children: Children) -> AnyView {
    let l = page();
    let Some(store) = boot.store.clone() else { return children().into_any() };
    let links = page_links(&boot);
    let has_catalog = boot.has_module("catalog");
    let products = || (td_string!(l, products).to_owned(), "/products".to_owned());
    let mut nav = Vec::new();
    if has_catalog {
        nav.push(NavItem::new(td_string!(l, products), "/products", IconName::Tag));
    }
    nav.extend(links.header.iter().map(|link| NavItem::new(link.title.clone(), link.path.clone(), IconName::FileText)));
    let shop = [if has_catalog { vec![products()] } else { Vec::new() }, to_links(links.header)].concat();
    let has_accounts = boot.has_module("customers");
    let account =
        if has_accounts { vec![(td_string!(l, your_account).to_owned(), "/account".to_owned())] } else { Vec::new() };
    let footer = vec![
        FooterColumn::new(td_string!(l, shop), shop),
        FooterColumn::new(td_string!(l, help), [to_links(links.footer), account].concat()),
        FooterColumn::new(td_string!(l, legal), to_links(links.legal)),
    ];
    let cart_path = if boot.has_module("cart") { "/cart" } else { "" };
    let search_path = if has_catalog { "/search" } else { "" };
    let cart_count: Signal<u32> = use_context::<CartCount>().map(|CartCount(count)| count.into()).unwrap_or_default();
    let powered_by = td_string!(l, powered_by, platform = boot.platform.name.clone());
    let name = store.name.clone();
    let announcement = if store.is_open { links.announcement } else { td_string!(l, closed.preview).to_owned() };
    let logo = store.logo.map(|logo| logo.src).unwrap_or_default();
    let notice = acting_as(&boot);
    let preferences = boot.clone();
    view! {
        <StorefrontLayout
            brand=Brand::new(store.name, "/").logo(logo)
            nav=nav
            announcement
            search_path=search_path
            account_path=if has_accounts { "/account" } else { "" }
            cart_path=cart_path
            cart_count=cart_count
            footer=footer
            legal=move || {
                view! {
                    <p>{name} " · " {powered_by.to_string()}</p>
                    <div class="row"><Preferences boot=preferences/> <SlotOutlet at=STOREFRONT_HEADER/></div>
                }
            }
        >
            {notice}
            {children()}
        </StorefrontLayout>
    }
    .into_any()
}
