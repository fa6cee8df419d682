//! Yes or no.

use leptos::prelude::*;

use super::Field;

/// A box to tick: agrees to something, or takes part in a choice of several.
#[component]
pub fn Checkbox(
    /// The server function's argument; `#[server(default)]`, because an empty box posts nothing.
    #[prop(into)]
    name: String,
    /// What ticking it says.
    #[prop(into)]
    label: String,
    /// Help below the field.
    #[prop(optional, into)]
    hint: String,
    /// Ticked at first.
    #[prop(optional)]
    checked: bool,
    /// Posted when ticked.
    #[prop(default = "true".to_owned(), into)]
    value: String,
    /// Must be ticked.
    #[prop(optional)]
    required: bool,
    /// Cannot be changed now, and is not posted.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// The label is for screen readers alone.
    #[prop(optional)]
    hide_label: bool,
    /// Unique on the page; made of form and name unless given.
    #[prop(optional, into)]
    id: String,
) -> AnyView {
    let field = Field::new(name, label, hint, String::new(), required, id);
    switch(field, "checkbox", None, checked, value, disabled, hide_label)
}

/// A switch: turns something on or off. Like any field it takes effect when the form is sent.
#[component]
pub fn Switch(
    /// The server function's argument; `#[server(default)]`, because an off switch posts nothing.
    #[prop(into)]
    name: String,
    /// What is on when it is on.
    #[prop(into)]
    label: String,
    /// Help below the field.
    #[prop(optional, into)]
    hint: String,
    /// On at first.
    #[prop(optional)]
    checked: bool,
    /// Cannot be changed now, and is not posted.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// The label is for screen readers alone.
    #[prop(optional)]
    hide_label: bool,
    /// Unique on the page; made of form and name unless given.
    #[prop(optional, into)]
    id: String,
) -> AnyView {
    let field = Field::new(name, label, hint, String::new(), false, id);
    switch(field, "switch", Some("switch"), checked, "true".to_owned(), disabled, hide_label)
}

fn switch(
    mut field: Field,
    class: &'static str,
    role: Option<&'static str>,
    checked: bool,
    value: String,
    disabled: Signal<bool>,
    hide_label: bool,
) -> AnyView {
    field.hide_label = hide_label;
    let checked = if field.refilled { field.value == value } else { checked };
    let control = view! {
        <input
            class=class
            type="checkbox"
            role=role
            id=field.id.clone()
            name=field.name.clone()
            value=value
            checked=checked
            disabled=move || disabled.get()
            aria-required=field.required()
            aria-invalid=field.invalid()
            aria-describedby=field.described_by()
        />
    }
    .into_any();
    field.choice(control)
}
