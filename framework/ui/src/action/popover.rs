//! Closes what lies above the page once it has served.

use leptos::{
    ev::MouseEvent,
    prelude::*,
    wasm_bindgen::JsCast,
    web_sys::{Element, HtmlElement},
};
use leptos_router::hooks::use_location;

/// Menus, drawers and panels belong to the page they were opened on: they close when the address changes.
pub(crate) fn close_on_leaving() {
    let location = use_location();
    Effect::new(move |before: Option<()>| {
        location.pathname.track();
        location.search.track();
        if before.is_some() {
            close_all();
        }
    });
}

/// Closes the menu around the entry that was pressed.
pub(super) fn close_around_entry(event: &MouseEvent) {
    let pressed = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let is_entry = pressed.as_ref().and_then(|pressed| pressed.closest(".menu-item").ok()).flatten().is_some();
    let menu = pressed.filter(|_| is_entry).and_then(|pressed| pressed.closest("[popover]").ok()).flatten();
    if let Some(menu) = menu.and_then(|menu| menu.dyn_into::<HtmlElement>().ok()) {
        close(&menu);
    }
}

fn close_all() {
    let Ok(open) = document().query_selector_all(":popover-open") else { return };
    for index in 0..open.length() {
        if let Some(popover) = open.get(index).and_then(|node| node.dyn_into::<HtmlElement>().ok()) {
            close(&popover);
        }
    }
}

/// It fails only for a popover that has just left the page.
fn close(popover: &HtmlElement) {
    drop(popover.hide_popover());
}
