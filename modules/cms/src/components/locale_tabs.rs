//! One tab for each language a text is written in.

use leptos::prelude::*;
use orion_kernel::Locale;
use orion_ui::{Tab, Tabs};

use crate::i18n::{page, td_string};

/// The languages, each with an address of its own.
#[component]
pub fn LocaleTabs(
    /// The languages there are.
    locales: Vec<Locale>,
    /// The editor of one language, below the base.
    path: impl Fn(Locale) -> String,
) -> AnyView {
    let items = locales.into_iter().map(|locale| Tab::new(locale.name_in_own_language(), path(locale))).collect();
    view! { <Tabs label=td_string!(page(), page.languages) items/> }.into_any()
}
