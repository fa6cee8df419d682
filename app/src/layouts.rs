//! The frames of the four frontends: what the design system offers, filled with what is known of the page.

mod admin;
mod notices;
mod platform;
mod store;
mod storefront;

use leptos::prelude::*;
use leptos_router::hooks::use_location;
use orion_contracts::cms::{PAGE_LINKS, PageLink, PageLinks};
use orion_kernel::{Boot, Locale};
use orion_ui::{LanguageLink, LanguageMenu, NavSection, ThemeMenu};

pub use admin::AdminLayout;
pub use platform::PlatformFrame;
pub use store::StoreLayout;
pub use storefront::StorefrontFrame;

fn page_links(boot: &Boot) -> PageLinks {
    boot.value(PAGE_LINKS).unwrap_or_default()
}

fn to_links(links: Vec<PageLink>) -> Vec<(String, String)> {
    links.into_iter().map(|link| (link.title, link.path)).collect()
}

fn sections(boot: &Boot) -> Vec<NavSection> {
    NavSection::of_menu(boot.menu.clone())
}

/// The same page in each language, with what is searched for and chosen; the links follow the router.
#[component]
fn Languages(boot: Boot, id: &'static str) -> impl IntoView {
    let location = use_location();
    let (pathname, search) = (location.pathname, location.search);
    move || {
        let whole = pathname.get();
        let path = whole.strip_prefix(&boot.base).unwrap_or("/").to_owned();
        let query = search.get();
        let link = |locale: &Locale| LanguageLink::new(*locale, address(&boot, *locale, &path, &query));
        let languages = boot.locales.iter().map(link).collect();
        view! { <LanguageMenu languages=languages id/> }
    }
}

fn address(boot: &Boot, locale: Locale, path: &str, query: &str) -> String {
    let prefix = if boot.locales.first() == Some(&locale) { String::new() } else { format!("/{}", locale.code()) };
    let language = format!("language={}", locale.code());
    let kept = query.split('&').filter(|pair| !pair.is_empty() && !pair.starts_with("language="));
    let query: Vec<&str> = kept.chain([language.as_str()]).collect();
    format!("{prefix}{}{path}?{}", boot.unprefixed_base, query.join("&"))
}

/// Language and appearance.
#[component]
fn Preferences(boot: Boot) -> impl IntoView {
    let languages = (boot.locales.len() > 1).then(|| view! { <Languages boot=boot id="languages"/> });
    view! { {languages} <ThemeMenu/> }
}

/// The same in the navigation's drawer, where a phone's bar has no room for it.
#[component]
fn DrawerPreferences(boot: Boot) -> impl IntoView {
    let languages = (boot.locales.len() > 1).then(|| view! { <Languages boot=boot id="drawer-languages"/> });
    view! { <div class="office-phone row">{languages} <ThemeMenu id="drawer-appearance"/></div> }
}
