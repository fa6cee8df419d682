//! Ticks all boxes of a group at once.

use leptos::{
    ev::MouseEvent,
    prelude::*,
    wasm_bindgen::JsCast,
    web_sys::{Element, Event, EventInit, HtmlInputElement},
};

/// A button inside a [`FieldSet`](crate::FieldSet) that ticks every box of it, or empties them when all are ticked. Shown
/// with scripts only.
#[component]
pub fn TickAll(
    /// A verb, and what it is done to.
    #[prop(into)]
    label: String,
) -> AnyView {
    view! {
        <div class="needs-script">
            <button
                type="button"
                class="button"
                data-variant="plain"
                data-size="small"
                on:click=move |event: MouseEvent| tick_around(&event)
            >
                <span class="button-label">{label}</span>
            </button>
        </div>
    }
    .into_any()
}

fn tick_around(event: &MouseEvent) {
    let group = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .and_then(|pressed| pressed.closest("fieldset").ok().flatten());
    let Some(found) = group.and_then(|group| group.query_selector_all("input[type=checkbox]:not(:disabled)").ok())
    else {
        return;
    };
    let boxes: Vec<HtmlInputElement> =
        (0..found.length()).filter_map(|index| found.get(index)?.dyn_into::<HtmlInputElement>().ok()).collect();
    let tick = boxes.iter().any(|one| !one.checked());
    for one in &boxes {
        one.set_checked(tick);
    }
    // The form around it hears of a change as if people had made it.
    let init = EventInit::new();
    init.set_bubbles(true);
    if let (Some(one), Ok(event)) = (boxes.first(), Event::new_with_event_init_dict("input", &init)) {
        // It fails only for an element that has just left the page.
        drop(one.dispatch_event(&event));
    }
}
