//! The menus of languages and of appearance.

use leptos::{prelude::*, wasm_bindgen::JsCast, web_sys::HtmlDocument};
use orion_kernel::Locale;

use crate::{
    action::{Menu, MenuButton, MenuLink, Variant},
    i18n::{page as texts, td_string},
    icon::IconName,
    page,
};

/// The same page in another language.
#[derive(Clone, Debug)]
pub struct LanguageLink {
    locale: Locale,
    href: String,
}

impl LanguageLink {
    /// A language and the page's whole address in it.
    #[must_use]
    pub fn new(locale: Locale, href: impl Into<String>) -> Self {
        Self { locale, href: href.into() }
    }
}

/// The languages the page can be read in.
#[component]
pub fn LanguageMenu(
    /// The languages, the default first.
    languages: Vec<LanguageLink>,
    /// Unique on the page.
    #[prop(default = "languages".to_owned(), into)]
    id: String,
) -> AnyView {
    let current = page::locale();
    let entries = languages
        .into_iter()
        .map(|language| {
            let name = language.locale.name_in_own_language();
            view! { <MenuLink label=name href=language.href external=true current=language.locale == current /> }
        })
        .collect_view();
    view! {
        <Menu id label=td_string!(texts(), layout.language).to_string() icon=IconName::Languages icon_only=true variant=Variant::Plain>
            {entries}
        </Menu>
    }
    .into_any()
}

/// Light, dark, or like the system. Remembered in the cookie `theme`, from which the server sets `data-theme` on the root.
#[component]
pub fn ThemeMenu(
    /// Unique on the page.
    #[prop(default = "appearance".to_owned(), into)]
    id: String,
) -> AnyView {
    let l = texts();
    let entry = |label: String, icon: IconName, theme: &'static str| {
        view! { <MenuButton label icon on_click=Callback::new(move |()| choose(theme)) /> }
    };
    view! {
        <span class="needs-script">
            <Menu id label=td_string!(l, layout.appearance).to_string() icon=IconName::Sun icon_only=true variant=Variant::Plain>
                {entry(td_string!(l, layout.system).to_string(), IconName::Monitor, "")}
                {entry(td_string!(l, layout.light).to_string(), IconName::Sun, "light")}
                {entry(td_string!(l, layout.dark).to_string(), IconName::Moon, "dark")}
            </Menu>
        </span>
    }
    .into_any()
}

/// Sets the appearance and remembers it for a year; without a theme, forgets it.
fn choose(theme: &str) {
    let age = if theme.is_empty() { 0 } else { 31_536_000 };
    // Both fail only in a document that is not shown.
    if let Some(root) = document().document_element() {
        drop(if theme.is_empty() {
            root.remove_attribute("data-theme")
        } else {
            root.set_attribute("data-theme", theme)
        });
    }
    if let Ok(document) = document().dyn_into::<HtmlDocument>() {
        drop(document.set_cookie(&format!("theme={theme}; Path=/; Max-Age={age}; SameSite=Lax")));
    }
}
