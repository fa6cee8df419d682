//! Files and colours.

use leptos::prelude::*;

use super::{Field, filled};

/// A file to upload, in a `PostForm` with `multipart`.
#[component]
pub fn FileField(
    /// The part's name.
    #[prop(into)]
    name: String,
    /// What to choose.
    #[prop(into)]
    label: String,
    /// Help below the field: kinds and the largest size.
    #[prop(optional, into)]
    hint: String,
    /// Kinds of file offered, such as `image/png,image/jpeg`.
    #[prop(optional, into)]
    accept: String,
    /// Takes several.
    #[prop(optional)]
    multiple: bool,
    /// Must be chosen.
    #[prop(optional)]
    required: bool,
    /// Unique on the page; made of form and name unless given.
    #[prop(optional, into)]
    id: String,
) -> AnyView {
    let field = Field::new(name, label, hint, String::new(), required, id);
    let control = view! {
        <input
            class="input"
            type="file"
            id=field.id.clone()
            name=field.name.clone()
            accept=filled(accept)
            multiple=multiple
            aria-required=field.required()
            aria-invalid=field.invalid()
            aria-describedby=field.described_by()
        />
    }
    .into_any();
    field.frame(None, control)
}

/// A colour; posts `#rrggbb`.
#[component]
pub fn ColourField(
    /// The server function's argument.
    #[prop(into)]
    name: String,
    /// What to choose.
    #[prop(into)]
    label: String,
    /// Help below the field.
    #[prop(optional, into)]
    hint: String,
    /// What it is at first, as `#rrggbb`.
    #[prop(default = "#000000".to_owned(), into)]
    value: String,
    /// Unique on the page; made of form and name unless given.
    #[prop(optional, into)]
    id: String,
) -> AnyView {
    let field = Field::new(name, label, hint, value, false, id);
    let control = view! {
        <input
            class="input"
            type="color"
            id=field.id.clone()
            name=field.name.clone()
            value=field.value.clone()
            aria-invalid=field.invalid()
            aria-describedby=field.described_by()
        />
    }
    .into_any();
    field.frame(Some("short"), control)
}
