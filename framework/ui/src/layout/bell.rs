//! The way to the notifications, with how many are unread.

use leptos::prelude::*;

use crate::{
    i18n::{page as texts, td_string},
    icon::{Icon, IconName},
    page,
};

/// How many notifications are unread: shown in the bar, changed by whoever reads them.
#[derive(Clone, Copy)]
pub struct UnreadCount(pub RwSignal<u32>);

/// The bell. Counts what [`UnreadCount`] says.
#[component]
pub fn Bell(
    /// The page of the notifications, below the base.
    #[prop(into)]
    path: String,
) -> AnyView {
    let l = texts();
    let count: Signal<u32> = use_context::<UnreadCount>().map(|UnreadCount(count)| count.into()).unwrap_or_default();
    let label = move || match count.get() {
        0 => td_string!(l, layout.notifications).to_string(),
        unread => td_string!(l, layout.unread, count = unread).to_string(),
    };
    let dot = move || {
        let shown = match count.get() {
            0 => return None,
            many @ 100.. => format!("{}+", many.min(99)),
            few => few.to_string(),
        };
        Some(view! { <span class="dot" aria-hidden="true">{shown}</span> })
    };
    view! {
        <a class="button bell" data-variant="plain" data-icon-only=true href=page::href(&path)>
            <Icon name=IconName::Bell />
            <span class="visually-hidden">{label}</span>
            {dot}
        </a>
    }
    .into_any()
}
