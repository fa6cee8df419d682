//! One of several.

use leptos::prelude::*;

use super::Field;
use crate::icon::{self, IconName};

/// One thing to choose.
#[derive(Clone, Debug)]
pub struct Choice {
    pub(crate) value: String,
    pub(crate) label: String,
    hint: String,
    aside: String,
    disabled: bool,
}

impl Choice {
    /// A choice by what is posted and what people read.
    #[must_use]
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), hint: String::new(), aside: String::new(), disabled: false }
    }

    /// A sentence below it; shown by radio cards.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    /// At the far end, such as a price; shown by radio cards.
    #[must_use]
    pub fn aside(mut self, aside: impl Into<String>) -> Self {
        self.aside = aside.into();
        self
    }

    /// Cannot be chosen now.
    #[must_use]
    pub const fn disabled(mut self, disabled: bool) -> Self {
        self.disabled = disabled;
        self
    }
}

/// A list that opens: one of many.
#[component]
pub fn Select(
    /// The server function's argument.
    #[prop(into)]
    name: String,
    /// What to choose.
    #[prop(into)]
    label: String,
    /// What there is to choose.
    options: Vec<Choice>,
    /// The value chosen at first.
    #[prop(optional, into)]
    value: String,
    /// An empty first option, such as "Choose…".
    #[prop(optional, into)]
    placeholder: String,
    /// Help below the field.
    #[prop(optional, into)]
    hint: String,
    /// Must be chosen.
    #[prop(optional)]
    required: bool,
    /// Cannot be changed now, and is not posted.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// The label is for screen readers alone.
    #[prop(optional)]
    hide_label: bool,
    /// What browsers may fill in, such as `country`.
    #[prop(optional, into)]
    autocomplete: String,
    /// Unique on the page; made of form and name unless given.
    #[prop(optional, into)]
    id: String,
    /// Runs with the value on each change, with scripts only.
    #[prop(default = None, into)]
    on_change: Option<Callback<String>>,
) -> AnyView {
    let mut field = Field::new(name, label, hint, value.clone(), required, id).shown_while(disabled, value);
    field.hide_label = hide_label;
    let empty = (!placeholder.is_empty())
        .then(|| view! { <option value="" selected=field.value.is_empty()>{placeholder}</option> });
    let options = options
        .into_iter()
        .map(|choice| {
            let selected = choice.value == field.value;
            view! { <option value=choice.value selected=selected disabled=choice.disabled>{choice.label}</option> }
        })
        .collect_view();
    let control = view! {
        <div class="select">
            <select
                class="input"
                id=field.id.clone()
                name=field.name.clone()
                autocomplete=super::filled(autocomplete)
                disabled=move || disabled.get()
                aria-required=field.required()
                aria-invalid=field.invalid()
                aria-describedby=field.described_by()
                on:change=move |event| {
                    if let Some(run) = on_change {
                        run.run(event_target_value(&event));
                    }
                }
            >
                {empty}
                {options}
            </select>
            {icon::small(IconName::ChevronDown)}
        </div>
    }
    .into_any();
    field.frame(None, control)
}

/// Cards with all choices in sight: few, and each needs a word.
#[component]
pub fn RadioCards(
    /// The server function's argument.
    #[prop(into)]
    name: String,
    /// What to choose.
    #[prop(into)]
    label: String,
    /// What there is to choose.
    options: Vec<Choice>,
    /// The value chosen at first.
    #[prop(optional, into)]
    value: String,
    /// Help below the cards.
    #[prop(optional, into)]
    hint: String,
    /// Must be chosen.
    #[prop(optional)]
    required: bool,
    /// Side by side where there is room.
    #[prop(optional)]
    row: bool,
    /// The label is for screen readers alone.
    #[prop(optional)]
    hide_label: bool,
    /// Unique on the page; made of form and name unless given.
    #[prop(optional, into)]
    id: String,
    /// Runs with the value on each change, with scripts only.
    #[prop(default = None, into)]
    on_change: Option<Callback<String>>,
) -> AnyView {
    let mut field = Field::new(name, label, hint, value, required, id);
    field.hide_label = hide_label;
    let cards = options
        .into_iter()
        .map(|choice| {
            let hint = super::filled(choice.hint).map(|hint| view! { <span class="field-hint">{hint}</span> });
            let aside = super::filled(choice.aside).map(|aside| view! { <span class="number">{aside}</span> });
            view! {
                <label class="radio-card">
                    {radio("radio", &field, choice.value, choice.disabled)}
                    <span class="field-label">{choice.label}</span>
                    {aside}
                    {hint}
                </label>
            }
        })
        .collect_view();
    let list =
        view! { <div class="radio-list" on:change=move |event| report(on_change, &event)>{cards}</div> }.into_any();
    field.group("field radio-cards".to_owned(), row.then_some("row"), list)
}

/// Small choices side by side: sizes, colours.
#[component]
pub fn PillChoice(
    /// The server function's argument.
    #[prop(into)]
    name: String,
    /// What to choose.
    #[prop(into)]
    label: String,
    /// What there is to choose.
    options: Vec<Choice>,
    /// The value chosen at first.
    #[prop(optional, into)]
    value: String,
    /// Must be chosen.
    #[prop(optional)]
    required: bool,
    /// Unique on the page; made of form and name unless given.
    #[prop(optional, into)]
    id: String,
    /// Runs with the value on each change, with scripts only.
    #[prop(default = None, into)]
    on_change: Option<Callback<String>>,
) -> AnyView {
    let field = Field::new(name, label, String::new(), value, required, id);
    let pills = options
        .into_iter()
        .map(|choice| {
            view! {
                <label class="pill-choice">
                    {radio("", &field, choice.value, choice.disabled)}
                    <span>{choice.label}</span>
                </label>
            }
        })
        .collect_view();
    let list =
        view! { <div class="pill-list" on:change=move |event| report(on_change, &event)>{pills}</div> }.into_any();
    field.group("field".to_owned(), None, list)
}

fn radio(class: &'static str, field: &Field, value: String, disabled: bool) -> AnyView {
    let checked = value == field.value;
    view! { <input class=class type="radio" name=field.name.clone() value=value checked=checked disabled=disabled /> }
        .into_any()
}

fn report(on_change: Option<Callback<String>>, event: &leptos::web_sys::Event) {
    if let Some(run) = on_change {
        run.run(event_target_value(event));
    }
}
