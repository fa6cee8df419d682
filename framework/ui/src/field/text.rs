//! Words: one line or several.

use leptos::prelude::*;

use super::{Field, filled};
use crate::icon::{self, IconName};

/// What a line of text holds; decides the keyboard on a phone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextKind {
    /// Anything.
    #[default]
    Text,
    /// An email address.
    Email,
    /// A password; never filled in again.
    Password,
    /// A telephone number.
    Tel,
    /// A web address.
    Url,
    /// Words to look for.
    Search,
}

impl TextKind {
    const fn code(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Email => "email",
            Self::Password => "password",
            Self::Tel => "tel",
            Self::Url => "url",
            Self::Search => "search",
        }
    }
}

/// One line of text.
#[component]
pub fn TextField(
    /// The server function's argument.
    #[prop(into)]
    name: String,
    /// What to enter.
    #[prop(into)]
    label: String,
    /// What it holds.
    #[prop(optional)]
    kind: TextKind,
    /// Help below the field.
    #[prop(optional, into)]
    hint: String,
    /// What stands in it at first.
    #[prop(optional, into)]
    value: String,
    /// Must be filled.
    #[prop(optional)]
    required: bool,
    /// Cannot be changed now, and is not posted.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// Cannot be changed, but is posted.
    #[prop(optional)]
    readonly: bool,
    /// The label is for screen readers alone.
    #[prop(optional)]
    hide_label: bool,
    /// What browsers may fill in, such as `email` or `street-address`.
    #[prop(optional, into)]
    autocomplete: String,
    /// An example inside the empty field; never the only help.
    #[prop(optional, into)]
    placeholder: String,
    /// The most characters it takes.
    #[prop(default = None, into)]
    maxlength: Option<u32>,
    /// The keyboard on a phone, such as `numeric`.
    #[prop(optional, into)]
    inputmode: String,
    /// Stands before the value inside the field.
    #[prop(optional, into)]
    prefix: String,
    /// Stands after the value inside the field.
    #[prop(optional, into)]
    suffix: String,
    /// For a few characters only.
    #[prop(optional)]
    short: bool,
    /// Takes the focus when the page opens; at most one, where it is what the page is for.
    #[prop(optional)]
    autofocus: bool,
    /// Unique on the page; made of form and name unless given.
    #[prop(optional, into)]
    id: String,
    /// Runs with the value on each change, with scripts only.
    #[prop(default = None, into)]
    on_input: Option<Callback<String>>,
) -> AnyView {
    let mut field = Field::new(name, label, hint, value.clone(), required, id).shown_while(disabled, value);
    field.hide_label = hide_label;
    let value = if kind == TextKind::Password { String::new() } else { field.value.clone() };
    let control = view! {
        <input
            class="input"
            type=kind.code()
            id=field.id.clone()
            name=field.name.clone()
            value=value
            autocomplete=filled(autocomplete)
            placeholder=filled(placeholder)
            maxlength=maxlength.map(|most| most.to_string())
            inputmode=filled(inputmode)
            autocapitalize=matches!(kind, TextKind::Email | TextKind::Url | TextKind::Password).then_some("none")
            autofocus=autofocus
            readonly=readonly
            disabled=move || disabled.get()
            aria-required=field.required()
            aria-invalid=field.invalid()
            aria-describedby=field.described_by()
            on:input=move |event| {
                if let Some(run) = on_input {
                    run.run(event_target_value(&event));
                }
            }
        />
    };
    let glass = (kind == TextKind::Search).then(|| {
        view! { <span class="input-affix" aria-hidden="true">{icon::small(IconName::Search)}</span> }
    });
    let before = filled(prefix).map(|text| view! { <span class="input-affix">{text}</span> });
    let after = filled(suffix).map(|text| view! { <span class="input-affix">{text}</span> });
    let control = if glass.is_some() || before.is_some() || after.is_some() {
        view! { <div class="input-group">{glass}{before}{control}{after}</div> }.into_any()
    } else {
        control.into_any()
    };
    field.frame(short.then_some("short"), control)
}

/// Several lines of text.
#[component]
pub fn TextArea(
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
    #[prop(optional, into)]
    value: String,
    /// Must be filled.
    #[prop(optional)]
    required: bool,
    /// Cannot be changed now, and is not posted.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// The label is for screen readers alone.
    #[prop(optional)]
    hide_label: bool,
    /// An example inside the empty field; never the only help.
    #[prop(optional, into)]
    placeholder: String,
    /// Lines it shows at first; it grows with its text.
    #[prop(default = 4)]
    rows: u32,
    /// The most characters it takes.
    #[prop(default = None, into)]
    maxlength: Option<u32>,
    /// As wide as its surroundings: for long texts.
    #[prop(optional)]
    wide: bool,
    /// Unique on the page; made of form and name unless given.
    #[prop(optional, into)]
    id: String,
) -> AnyView {
    let mut field = Field::new(name, label, hint, value, required, id);
    field.hide_label = hide_label;
    let control = view! {
        <textarea
            class="input"
            id=field.id.clone()
            name=field.name.clone()
            rows=rows.to_string()
            placeholder=filled(placeholder)
            maxlength=maxlength.map(|most| most.to_string())
            disabled=move || disabled.get()
            aria-required=field.required()
            aria-invalid=field.invalid()
            aria-describedby=field.described_by()
            inner_html=escape(&field.value)
        ></textarea>
    }
    .into_any();
    field.frame(wide.then_some("full"), control)
}

/// Leptos does not escape what stands between the tags of a text area, so it is done here.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
