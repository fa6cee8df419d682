//! What a page knows of itself: base, language, currency; and the pages for when there is nothing to show.

mod error;

use leptos::reactive::owner::with_context;
use leptos_router::{NavigateOptions, hooks::use_navigate};
use orion_kernel::{Boot, Currency, Locale, Permission};

pub use error::{EmptyPage, ErrorPage, NotFoundPage, error_page, not_found};

/// The prefix of every address of this frontend; empty at a root.
#[must_use]
pub fn base() -> String {
    with_context::<Boot, _>(|boot| boot.base.clone()).unwrap_or_default()
}

/// The page's language.
#[must_use]
pub fn locale() -> Locale {
    with_context::<Boot, _>(|boot| boot.locale).unwrap_or(Locale::En)
}

/// The currency of the store; the euro where there is none.
#[must_use]
pub fn currency() -> Currency {
    with_context::<Boot, _>(|boot| boot.store.as_ref().map(|store| store.currency)).flatten().unwrap_or(Currency::EUR)
}

/// Whether whoever is signed in may do what takes this permission; the server decides for itself.
#[must_use]
pub fn may(permission: Permission) -> bool {
    let allows = |boot: &Boot| boot.principal.as_ref().is_some_and(|principal| principal.may(permission.0));
    with_context::<Boot, _>(allows).unwrap_or(false)
}

/// The address of a path below this frontend's base. The base's own page is the base without a slash at the end.
#[must_use]
pub fn href(path: &str) -> String {
    let base = base();
    match path {
        "/" if !base.is_empty() => base,
        _ => format!("{base}{path}"),
    }
}

/// Goes to a path below the base without a load; does nothing on the server.
pub fn use_goto() -> impl Fn(&str) + Clone + 'static {
    let navigate = use_navigate();
    let base = base();
    move |path: &str| navigate(&format!("{base}{path}"), NavigateOptions { resolve: false, ..Default::default() })
}
