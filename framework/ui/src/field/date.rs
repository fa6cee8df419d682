//! A day.

use leptos::prelude::*;

use super::{Field, filled};

/// A day, chosen or typed in the way of the browser's language; posts `2026-01-31`.
#[component]
pub fn DateField(
    /// The server function's argument.
    #[prop(into)]
    name: String,
    /// What to enter.
    #[prop(into)]
    label: String,
    /// Help below the field.
    #[prop(optional, into)]
    hint: String,
    /// What stands in it at first, as `2026-01-31`.
    #[prop(optional, into)]
    value: String,
    /// The first day allowed.
    #[prop(optional, into)]
    min: String,
    /// The last day allowed.
    #[prop(optional, into)]
    max: String,
    /// With the time of day; posts `2026-01-31T14:30`.
    #[prop(optional)]
    with_time: bool,
    /// Must be filled.
    #[prop(optional)]
    required: bool,
    /// Cannot be changed now, and is not posted.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// The label is for screen readers alone.
    #[prop(optional)]
    hide_label: bool,
    /// What browsers may fill in, such as `bday`.
    #[prop(optional, into)]
    autocomplete: String,
    /// Unique on the page; made of form and name unless given.
    #[prop(optional, into)]
    id: String,
) -> AnyView {
    let mut field = Field::new(name, label, hint, value, required, id);
    field.hide_label = hide_label;
    let control = view! {
        <input
            class="input"
            type=if with_time { "datetime-local" } else { "date" }
            id=field.id.clone()
            name=field.name.clone()
            value=field.value.clone()
            min=filled(min)
            max=filled(max)
            autocomplete=filled(autocomplete)
            disabled=move || disabled.get()
            aria-required=field.required()
            aria-invalid=field.invalid()
            aria-describedby=field.described_by()
        />
    }
    .into_any();
    field.frame((!with_time).then_some("short"), control)
}
