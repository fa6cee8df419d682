//! The shop: announcement, header, content, footer.

use leptos::prelude::*;

use super::{Brand, FooterColumn, MAIN, NavItem, frame};
use crate::{
    action::face,
    field::filled,
    form::GetForm,
    i18n::{page as texts, td_string},
    icon::{self, Icon, IconName},
    page,
};

const NAVIGATION: &str = "navigation";
const SEARCH: &str = "shop-search";

/// The frame of the storefront.
#[component]
pub fn StorefrontLayout(
    /// Whose shop it is.
    brand: Brand,
    /// The shop's navigation.
    nav: Vec<NavItem>,
    /// Above everything: free shipping, a sale.
    #[prop(optional, into)]
    announcement: String,
    /// The page that searches, below the base; no search when empty.
    #[prop(optional, into)]
    search_path: String,
    /// The customer's page, below the base; no link when empty.
    #[prop(optional, into)]
    account_path: String,
    /// The cart, below the base; no link when empty.
    #[prop(optional, into)]
    cart_path: String,
    /// How many things are in the cart.
    #[prop(optional, into)]
    cart_count: Signal<u32>,
    /// Columns of links in the footer.
    #[prop(optional)]
    footer: Vec<FooterColumn>,
    /// At the footer's bottom: who sells, languages, ways to pay.
    #[prop(optional, into)]
    legal: Option<ViewFnOnce>,
    /// The page.
    children: Children,
) -> AnyView {
    let l = texts();
    let menu = td_string!(l, layout.menu).to_string();
    let navigation = td_string!(l, layout.navigation).to_string();
    let entries = nav.into_iter().map(NavItem::plain).collect_view();
    let columns = footer.into_iter().map(FooterColumn::view).collect_view();
    let announcement = filled(announcement).map(|text| {
        let label = td_string!(l, layout.announcement).to_string();
        view! { <aside aria-label=label><p class="shop-announcement">{text}</p></aside> }
    });
    let search = filled(search_path).map(search);
    let account = filled(account_path).map(|path| {
        let label = td_string!(l, shop.account).to_string();
        view! {
            <a class="button shop-tool" data-variant="plain" data-icon-only=true href=page::href(&path)>
                {face(label, Some(IconName::User), true)}
            </a>
        }
    });
    let cart = filled(cart_path).map(|path| cart(&path, cart_count));
    frame(move || {
        view! {
            <div class="shop">
                <div>{announcement}</div>
                <header class="shop-head">
                    <div>
                        <button
                            type="button"
                            class="button shop-menu-button"
                            data-variant="plain"
                            data-icon-only=true
                            popovertarget=NAVIGATION
                        >
                            {face(menu, Some(IconName::Menu), true)}
                        </button>
                        {brand.view()}
                        <nav class="shop-nav drawer" id=NAVIGATION popover="auto" aria-label=navigation>
                            <ul>{entries}</ul>
                        </nav>
                        <div class="shop-tools">{search} {account} {cart}</div>
                    </div>
                </header>
                <main class="shop-main" id=MAIN tabindex="-1">
                    {children()}
                </main>
                <footer class="shop-foot">
                    <div>{columns}</div>
                    {legal.map(|legal| view! { <div class="shop-legal">{legal.run()}</div> })}
                </footer>
            </div>
        }
        .into_any()
    })
}

fn search(path: String) -> AnyView {
    let label = td_string!(texts(), list.search).to_string();
    view! {
        <button
            type="button"
            class="button shop-tool"
            data-variant="plain"
            data-icon-only=true
            popovertarget=SEARCH
        >
            {face(label.clone(), Some(IconName::Search), true)}
        </button>
        <div class="popover shop-search" id=SEARCH popover="auto">
            <GetForm path role="search">
                <div class="input-group">
                    <span class="input-affix" aria-hidden="true">{icon::small(IconName::Search)}</span>
                    <input class="input" type="search" name="q" aria-label=label autocomplete="off" autofocus=true />
                </div>
            </GetForm>
        </div>
    }
    .into_any()
}

fn cart(path: &str, count: Signal<u32>) -> AnyView {
    let label = td_string!(texts(), shop.cart).to_string();
    let dot = move || (count.get() > 0).then(|| view! { <span class="dot">{count.get().to_string()}</span> });
    view! {
        <a class="button shop-tool" data-variant="plain" data-icon-only=true href=page::href(path)>
            <Icon name=IconName::ShoppingBag />
            <span class="visually-hidden">{label}</span>
            {dot}
        </a>
    }
    .into_any()
}
