//! Form fields: label above, help and error below, value and error taken from the form around them.

mod choices;
mod date;
mod files;
mod money;
mod numbers;
mod switches;
mod text;
mod tick_all;

use leptos::prelude::*;

pub use choices::{Choice, PillChoice, RadioCards, Select};
pub use date::DateField;
pub use files::{ColourField, FileField};
pub use money::MoneyField;
pub use numbers::{NumberField, QuantityField};
pub use switches::{Checkbox, Switch};
pub use text::{TextArea, TextField, TextKind};
pub use tick_all::TickAll;

use crate::{
    form::{FormContext, slug},
    icon::{self, IconName},
};

/// What all fields have in common.
pub(crate) struct Field {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) label: String,
    pub(crate) hint: String,
    pub(crate) required: bool,
    pub(crate) hide_label: bool,
    pub(crate) value: String,
    /// Whether the value is what was entered before a refused post.
    pub(crate) refilled: bool,
    pub(crate) error: Signal<Option<String>>,
}

impl Field {
    pub(crate) fn new(name: String, label: String, hint: String, value: String, required: bool, id: String) -> Self {
        let form = use_context::<FormContext>();
        if let Some(form) = &form {
            form.register(&name, &label);
        }
        let entered = form.as_ref().and_then(|form| form.entered(&name));
        let id = match (&form, id.is_empty()) {
            (_, false) => id,
            (Some(form), true) => form.control_id(&name),
            (None, true) => format!("field-{}", slug(&name)),
        };
        Self {
            error: form.as_ref().map_or_else(Signal::default, |form| form.error_of(&name)),
            refilled: entered.is_some(),
            value: entered.unwrap_or(value),
            hide_label: false,
            id,
            name,
            label,
            hint,
            required,
        }
    }

    /// What cannot be changed is not posted, and comes back from no refused post.
    pub(crate) fn shown_while(mut self, disabled: Signal<bool>, value: String) -> Self {
        if disabled.get_untracked() {
            self.value = value;
        }
        self
    }

    pub(crate) fn described_by(&self) -> impl Fn() -> Option<String> + Clone + Send + Sync + 'static {
        let (id, error, has_hint) = (self.id.clone(), self.error, !self.hint.is_empty());
        move || match (has_hint, error.with(Option::is_some)) {
            (true, true) => Some(format!("{id}-error {id}-hint")),
            (true, false) => Some(format!("{id}-hint")),
            (false, true) => Some(format!("{id}-error")),
            (false, false) => None,
        }
    }

    pub(crate) fn invalid(&self) -> impl Fn() -> Option<&'static str> + Clone + Send + Sync + 'static {
        let error = self.error;
        move || error.with(Option::is_some).then_some("true")
    }

    pub(crate) fn required(&self) -> Option<&'static str> {
        self.required.then_some("true")
    }

    fn label_class(&self) -> &'static str {
        if self.hide_label { "visually-hidden" } else { "field-label" }
    }

    fn star(&self) -> AnyView {
        self.required.then(|| view! { <span class="field-required" aria-hidden="true">" *"</span> }).into_any()
    }

    fn hint_view(&self) -> AnyView {
        (!self.hint.is_empty())
            .then(|| view! { <p class="field-hint" id=format!("{}-hint", self.id)>{self.hint.clone()}</p> })
            .into_any()
    }

    fn error_view(&self) -> AnyView {
        let (id, error) = (self.id.clone(), self.error);
        let view = move || {
            error.get().map(|text| {
                view! {
                    <p class="field-error" id=format!("{id}-error")>
                        {icon::small(IconName::CircleAlert)}
                        <span>{text}</span>
                    </p>
                }
            })
        };
        view.into_any()
    }

    /// Label, control, help, error.
    pub(crate) fn frame(self, width: Option<&'static str>, control: AnyView) -> AnyView {
        view! {
            <div class="field" data-width=width>
                <label class=self.label_class() for=self.id.clone()>
                    {self.label.clone()}
                    {self.star()}
                </label>
                {control}
                {self.hint_view()}
                {self.error_view()}
            </div>
        }
        .into_any()
    }

    /// The same for a group of controls.
    pub(crate) fn group(self, class: String, layout: Option<&'static str>, controls: AnyView) -> AnyView {
        view! {
            <fieldset
                class=class
                id=self.id.clone()
                data-layout=layout
                aria-describedby=self.described_by()
                aria-invalid=self.invalid()
                tabindex="-1"
            >
                <legend class=self.label_class()>
                    {self.label.clone()}
                    {self.star()}
                </legend>
                {controls}
                {self.hint_view()}
                {self.error_view()}
            </fieldset>
        }
        .into_any()
    }

    /// The same with the control before its label.
    pub(crate) fn choice(self, control: AnyView) -> AnyView {
        view! {
            <div class="choice">
                {control}
                <label class=self.label_class() for=self.id.clone()>
                    {self.label.clone()}
                    {self.star()}
                </label>
                {self.hint_view()}
                {self.error_view()}
            </div>
        }
        .into_any()
    }
}

/// `None` for an empty attribute.
pub(crate) fn filled(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}

/// A value that is posted and not shown.
#[component]
pub fn Hidden(
    /// The server function's argument.
    #[prop(into)]
    name: String,
    /// Its value.
    #[prop(into)]
    value: String,
) -> AnyView {
    view! { <input type="hidden" name=name value=value /> }.into_any()
}

/// Short fields side by side.
#[component]
pub fn FieldRow(
    /// The fields.
    children: Children,
) -> AnyView {
    view! { <div class="form-row">{children()}</div> }.into_any()
}

/// Fields that belong together, under a heading of their own.
#[component]
pub fn FieldSet(
    /// What they are about.
    #[prop(into)]
    legend: String,
    /// A sentence of help.
    #[prop(optional, into)]
    hint: String,
    /// The fields.
    children: Children,
) -> AnyView {
    view! {
        <fieldset class="form-set">
            <legend>{legend}</legend>
            {filled(hint).map(|hint| view! { <p class="field-hint">{hint}</p> })}
            {children()}
        </fieldset>
    }
    .into_any()
}
