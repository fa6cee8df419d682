//! The way to the search: a link to its page, and with scripts a window whose code is fetched when it is first asked for.

use leptos::{
    ev,
    prelude::*,
    wasm_bindgen::JsCast,
    web_sys::{Element, KeyboardEvent, MouseEvent},
};
use orion_kernel::LazyView;

use crate::{
    i18n::{page as texts, td_string},
    icon::{self, IconName},
    lazy::later,
    page,
};

/// What the window shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaletteKind {
    /// The search.
    Search,
    /// The keys that do something.
    Keys,
}

/// The field in the bar that is not one yet. ⌘K and Ctrl-K open the window from everywhere, `?` the list of keys.
#[component]
pub fn SearchButton(
    /// The page that searches without scripts, below the base.
    #[prop(into)]
    path: String,
    /// The window.
    palette: fn(PaletteKind) -> LazyView,
) -> AnyView {
    let l = texts();
    let asked = RwSignal::new(None::<PaletteKind>);
    // A window each time: it opens when it is made, and begins anew.
    let open = move |kind| asked.set(Some(kind));
    Effect::new(move || {
        let keys = window_event_listener(ev::keydown, move |event| {
            if let Some(kind) = wanted(&event) {
                event.prevent_default();
                open(kind);
            }
        });
        on_cleanup(move || keys.remove());
    });
    let on_click = move |event: MouseEvent| {
        // Another window or tab was asked for.
        if event.ctrl_key() || event.meta_key() || event.shift_key() {
            return;
        }
        event.prevent_default();
        event.stop_propagation();
        open(PaletteKind::Search);
    };
    let window = move || asked.get().map(|kind| later(palette(kind)));
    view! {
        <a
            class="search-button"
            href=page::href(&path)
            aria-keyshortcuts="Control+K Meta+K"
            aria-haspopup="dialog"
            on:click=on_click
        >
            {icon::small(IconName::Search)}
            <span>{td_string!(l, palette.search).to_string()}</span>
            <kbd class="needs-script" aria-hidden="true">"Ctrl K"</kbd>
        </a>
        {window}
    }
    .into_any()
}

/// What a key asks for; nothing while a window is open, and letters are letters where somebody types.
fn wanted(event: &KeyboardEvent) -> Option<PaletteKind> {
    if document().query_selector("dialog[open]").ok().flatten().is_some() {
        return None;
    }
    let with_command = event.ctrl_key() || event.meta_key();
    match event.key().as_str() {
        "k" | "K" if with_command && !event.shift_key() && !event.alt_key() => Some(PaletteKind::Search),
        "?" | "/" if !with_command && !event.alt_key() && !is_typing(event) => {
            Some(if event.key() == "?" { PaletteKind::Keys } else { PaletteKind::Search })
        }
        _ => None,
    }
}

fn is_typing(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.closest("input, textarea, select, [contenteditable]").ok().flatten().is_some())
}
