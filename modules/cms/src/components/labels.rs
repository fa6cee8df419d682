//! States of pages in words.

use leptos::prelude::*;
use orion_ui::{Badge, Tone};

use crate::{
    i18n::{page, td_string},
    model::{Origin, PageScope, Place},
};

/// Where a page is linked.
#[must_use]
pub fn place_label(place: Option<Place>) -> &'static str {
    let l = page();
    match place {
        Some(Place::Header) => td_string!(l, place.header),
        Some(Place::Footer) => td_string!(l, place.footer),
        Some(Place::Legal) => td_string!(l, place.legal),
        None => td_string!(l, place.nowhere),
    }
}

/// Whose a platform's page is.
#[must_use]
pub fn scope_label(scope: PageScope) -> &'static str {
    let l = page();
    match scope {
        PageScope::Platform => td_string!(l, scope.platform),
        PageScope::StoreDefault => td_string!(l, scope.store_default),
    }
}

/// Where a store's page comes from.
#[component]
pub fn OriginBadge(
    /// Where from.
    origin: Origin,
) -> AnyView {
    let l = page();
    let (label, tone) = match origin {
        Origin::Own => (td_string!(l, origin.own), Tone::Accent),
        Origin::Customised => (td_string!(l, origin.customised), Tone::Info),
        Origin::Inherited => (td_string!(l, origin.inherited), Tone::Neutral),
    };
    view! { <Badge label tone/> }.into_any()
}

/// Whether visitors see a page.
#[component]
pub fn VisibilityBadge(
    /// Whether they do.
    is_visible: bool,
) -> AnyView {
    let l = page();
    let (label, tone) = if is_visible {
        (td_string!(l, page.visible), Tone::Success)
    } else {
        (td_string!(l, page.hidden), Tone::Warning)
    };
    view! { <Badge label tone/> }.into_any()
}
