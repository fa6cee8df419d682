//! Asks before unsaved changes are left behind.

use leptos::{
    ev::{self, MouseEvent},
    prelude::*,
    wasm_bindgen::{JsCast, closure::Closure},
    web_sys::Element,
};

use crate::i18n::{page, td_string};

/// While `dirty`: closing the window, or sending another form that the browser posts itself, makes the browser ask, and following a
/// link makes us ask. In the browser only.
pub(super) fn guard_leaving(dirty: RwSignal<bool>) {
    let question = td_string!(page(), form.leave).to_string();
    Effect::new(move || {
        let closing = window_event_listener(ev::beforeunload, move |event| {
            if dirty.get_untracked() {
                event.prevent_default();
            }
        });
        on_cleanup(move || closing.remove());

        // The router listens on the window; the document hears of the press first.
        let question = question.clone();
        let following = Closure::<dyn Fn(MouseEvent)>::new(move |event: MouseEvent| {
            if dirty.get_untracked() && !event.default_prevented() && leads_away(&event) {
                if window().confirm_with_message(&question).unwrap_or(true) {
                    dirty.set(false);
                } else {
                    event.prevent_default();
                }
            }
        });
        let added = document().add_event_listener_with_callback("click", following.as_ref().unchecked_ref());
        let following = StoredValue::new_local(following);
        on_cleanup(move || {
            if added.is_ok() {
                following.with_value(|listener| {
                    drop(document().remove_event_listener_with_callback("click", listener.as_ref().unchecked_ref()));
                });
            }
        });
    });
}

fn leads_away(event: &MouseEvent) -> bool {
    event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .and_then(|element| element.closest("a[href]:not([href^='#']):not([target])").ok().flatten())
        .is_some()
}
