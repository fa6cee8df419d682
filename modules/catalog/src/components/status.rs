//! States of products and imports as badges.

use leptos::prelude::*;
use orion_ui::{Badge, Tone};

use crate::{
    i18n::{page, td_string},
    model::ProductStatus,
    views::ImportStatus,
};

/// A product's state in words.
#[must_use]
pub fn status_name(status: ProductStatus) -> &'static str {
    let l = page();
    match status {
        ProductStatus::Draft => td_string!(l, status.draft),
        ProductStatus::Published => td_string!(l, status.published),
        ProductStatus::Archived => td_string!(l, status.archived),
    }
}

/// A product's state.
#[component]
pub fn ProductBadge(status: ProductStatus) -> impl IntoView {
    let tone = match status {
        ProductStatus::Draft => Tone::Info,
        ProductStatus::Published => Tone::Success,
        ProductStatus::Archived => Tone::Neutral,
    };
    view! { <Badge label=status_name(status) tone=tone/> }
}

/// An import's state.
#[component]
pub fn ImportBadge(status: ImportStatus) -> impl IntoView {
    let l = page();
    let (label, tone) = match status {
        ImportStatus::Waiting => (td_string!(l, imports.waiting), Tone::Neutral),
        ImportStatus::Running => (td_string!(l, imports.running), Tone::Info),
        ImportStatus::Finished => (td_string!(l, imports.finished), Tone::Success),
        ImportStatus::Failed => (td_string!(l, imports.failed_status), Tone::Critical),
    };
    view! { <Badge label=label tone=tone/> }
}
