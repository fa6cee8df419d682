//! Who did what, the latest first.

use leptos::prelude::*;
use orion_kernel::fmt;
use orion_ui::{Card, Timeline, TimelineEntry, page::locale};

use crate::{
    i18n::{page, td_string},
    views::Deed,
};

/// A history; nothing while there is none.
#[component]
pub fn Deeds(
    /// What was done.
    deeds: Vec<Deed>,
) -> impl IntoView {
    let l = page();
    let entries: Vec<TimelineEntry> = deeds
        .into_iter()
        .map(|deed| {
            let by = if deed.by.is_empty() { td_string!(l, tenants.by_itself).to_owned() } else { deed.by };
            let detail = if deed.detail.is_empty() { by } else { format!("{by} · {}", deed.detail) };
            TimelineEntry::new(deed.text, fmt::date_time(locale(), deed.at)).body(detail)
        })
        .collect();
    (!entries.is_empty()).then(|| view! { <Card title=td_string!(l, tenants.history)><Timeline entries/></Card> })
}
