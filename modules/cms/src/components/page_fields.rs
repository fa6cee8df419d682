//! The fields of a page: its text in one language, and where it is linked.

use leptos::prelude::*;
use orion_ui::{Choice, NumberField, Select, Switch, TextArea, TextField};

use super::place_label;
use crate::{
    i18n::{page, td_string},
    model::{PLACEHOLDERS, Place},
    views::PageEditor,
};

/// Title, description and text.
#[component]
pub fn TextFields(
    /// The page.
    editor: PageEditor,
) -> AnyView {
    let l = page();
    let names = PLACEHOLDERS.map(|name| format!("{{{{{name}}}}}")).join(" ");
    view! {
        <TextField name="title" label=td_string!(l, page.title) value=editor.title required=true maxlength=120u32/>
        <TextArea
            name="body_html"
            label=td_string!(l, page.body)
            hint=td_string!(l, page.body_hint, names = names)
            value=editor.body_html
            rows=18
            wide=true
        />
        <TextArea
            name="description"
            label=td_string!(l, page.description)
            hint=td_string!(l, page.description_hint)
            value=editor.description
            rows=2
            maxlength=300u32
        />
    }
    .into_any()
}

/// Place, order and visibility.
#[component]
pub fn PlacementFields(
    /// The page.
    editor: PageEditor,
) -> AnyView {
    let l = page();
    let code = |place: Option<Place>| place.map_or("", Place::code);
    let places = Place::ALL.map(Some).into_iter().chain([None]);
    let options = places.map(|place| Choice::new(code(place), place_label(place))).collect();
    view! {
        <Select name="place" label=td_string!(l, page.place) options value=code(editor.place)/>
        <NumberField
            name="position"
            label=td_string!(l, page.position)
            hint=td_string!(l, page.position_hint)
            value=i64::from(editor.position)
            min=0
            max=9_999
        />
        <Switch
            name="is_visible"
            label=td_string!(l, page.is_visible)
            checked=editor.is_visible
        />
    }
    .into_any()
}
