//! Whole numbers, and quantities with buttons to step them.

use leptos::{
    ev::MouseEvent,
    prelude::*,
    wasm_bindgen::JsCast,
    web_sys::{Element, Event, HtmlInputElement},
};

use web_sys::EventInit;

use super::{Field, filled};
use crate::{
    i18n::{page, td_string},
    icon::{self, IconName},
};

/// A whole number.
#[component]
pub fn NumberField(
    /// The server function's argument.
    #[prop(into)]
    name: String,
    /// What to enter.
    #[prop(into)]
    label: String,
    /// Help below the field.
    #[prop(optional, into)]
    hint: String,
    /// What stands in it at first.
    #[prop(default = None, into)]
    value: Option<i64>,
    /// Must be filled.
    #[prop(optional)]
    required: bool,
    /// Cannot be changed now, and is not posted.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// The label is for screen readers alone.
    #[prop(optional)]
    hide_label: bool,
    /// The smallest it may be.
    #[prop(default = None, into)]
    min: Option<i64>,
    /// The largest it may be.
    #[prop(default = None, into)]
    max: Option<i64>,
    /// The unit, inside the field.
    #[prop(optional, into)]
    suffix: String,
    /// Unique on the page; made of form and name unless given.
    #[prop(optional, into)]
    id: String,
) -> AnyView {
    let value = value.map_or_else(String::new, |value| value.to_string());
    let mut field = Field::new(name, label, hint, value, required, id);
    field.hide_label = hide_label;
    let control = input(&field, min, max, disabled);
    let control = match filled(suffix) {
        Some(suffix) => {
            view! { <div class="input-group">{control}<span class="input-affix">{suffix}</span></div> }.into_any()
        }
        None => control,
    };
    field.frame(Some("short"), control)
}

/// How many of something, with buttons for one more and one less.
#[component]
pub fn QuantityField(
    /// The server function's argument.
    #[prop(into)]
    name: String,
    /// What to enter.
    #[prop(into)]
    label: String,
    /// What stands in it at first.
    #[prop(default = 1)]
    value: i64,
    /// The smallest it may be.
    #[prop(default = 1)]
    min: i64,
    /// The largest it may be.
    #[prop(default = None, into)]
    max: Option<i64>,
    /// The label is for screen readers alone.
    #[prop(optional)]
    hide_label: bool,
    /// Sends the form as soon as the number changes, with scripts.
    #[prop(optional)]
    auto_submit: bool,
    /// Unique on the page; made of form and name unless given.
    #[prop(optional, into)]
    id: String,
) -> AnyView {
    let l = page();
    let mut field = Field::new(name, label, String::new(), value.to_string(), false, id);
    field.hide_label = hide_label;
    let less = td_string!(l, actions.decrease).to_string();
    let more = td_string!(l, actions.increase).to_string();
    let control = view! {
        <div
            class="input-group quantity"
            on:change=move |event| {
                if auto_submit {
                    submit_around(&event);
                }
            }
        >
            <button type="button" class="stepper-button" aria-label=less on:click=|event| step(&event, Step::Down)>
                {icon::small(IconName::Minus)}
            </button>
            {input(&field, Some(min), max, Signal::default())}
            <button type="button" class="stepper-button" aria-label=more on:click=|event| step(&event, Step::Up)>
                {icon::small(IconName::Plus)}
            </button>
        </div>
    }
    .into_any();
    field.frame(Some("short"), control)
}

fn input(field: &Field, min: Option<i64>, max: Option<i64>, disabled: Signal<bool>) -> AnyView {
    view! {
        <input
            class="input"
            type="number"
            inputmode="numeric"
            step="1"
            id=field.id.clone()
            name=field.name.clone()
            value=field.value.clone()
            min=min.map(|min| min.to_string())
            max=max.map(|max| max.to_string())
            autocomplete="off"
            disabled=move || disabled.get()
            aria-required=field.required()
            aria-invalid=field.invalid()
            aria-describedby=field.described_by()
        />
    }
    .into_any()
}

#[derive(Clone, Copy)]
enum Step {
    Up,
    Down,
}

/// Steps the number beside the pressed button, within its limits.
fn step(event: &MouseEvent, step: Step) {
    let input = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .and_then(|element| element.closest(".quantity").ok().flatten())
        .and_then(|group| group.query_selector("input").ok().flatten())
        .and_then(|element| element.dyn_into::<HtmlInputElement>().ok());
    let Some(input) = input else { return };
    let limit = |text: String, otherwise: i64| text.parse().unwrap_or(otherwise);
    let (min, max) = (limit(input.min(), i64::MIN), limit(input.max(), i64::MAX));
    let now: i64 = input.value().parse().unwrap_or(min);
    let stepped = match step {
        Step::Up => now.saturating_add(1),
        Step::Down => now.saturating_sub(1),
    };
    input.set_value(&stepped.max(min).min(max).to_string());
    // A script's change is silent; forms and pages listen for these two.
    let bubbling = EventInit::new();
    bubbling.set_bubbles(true);
    for kind in ["input", "change"] {
        if let Ok(event) = Event::new_with_event_init_dict(kind, &bubbling) {
            drop(input.dispatch_event(&event));
        }
    }
}

fn submit_around(event: &Event) {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    if let Some(form) = input.and_then(|input| input.form()) {
        // A form without its submit button cannot be sent this way; then nothing happens.
        drop(form.request_submit());
    }
}
