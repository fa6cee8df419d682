//! The keys that do something, in a window.

use leptos::{html, prelude::*};

use crate::i18n::{page as texts, td_string};

/// The window. It is open from the start.
#[component]
pub fn KeyHelp() -> AnyView {
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move || {
        if let Some(dialog) = dialog.get()
            && !dialog.open()
        {
            // It fails only when it has just left the page.
            drop(dialog.show_modal());
        }
    });
    let l = texts();
    view! {
        <dialog class="dialog" node_ref=dialog closedby="any" aria-labelledby="keys-title">
            <h2 class="dialog-title" id="keys-title">{td_string!(l, keys.title).to_string()}</h2>
            <div class="dialog-body"><KeyList /></div>
            <div class="dialog-foot">
                <button
                    type="button"
                    class="button"
                    data-variant="secondary"
                    autofocus=true
                    on:click=move |_| super::close(dialog)
                >
                    {td_string!(l, actions.close).to_string()}
                </button>
            </div>
        </dialog>
    }
    .into_any()
}

/// The keys, and what each does.
#[component]
pub fn KeyList() -> AnyView {
    let l = texts();
    let row = |keys: &'static [&'static str], does: String| {
        let keys = keys.iter().map(|key| view! { <kbd>{*key}</kbd> " " }).collect_view();
        view! { <div class="fact"><dt>{keys}</dt><dd>{does}</dd></div> }
    };
    view! {
        <dl class="facts keys">
            {row(&["Ctrl K", "⌘ K", "/"], td_string!(l, keys.search).to_string())}
            {row(&["↑", "↓", "↵"], td_string!(l, keys.choose).to_string())}
            {row(&["Esc"], td_string!(l, keys.close).to_string())}
            {row(&["?"], td_string!(l, keys.help).to_string())}
            {row(&["Tab"], td_string!(l, keys.tab).to_string())}
        </dl>
    }
    .into_any()
}
