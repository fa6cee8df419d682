//! The product's options; saving them makes and removes variants.

use leptos::prelude::*;
use orion_ui::{Card, FieldRow, Form, Hidden, TextField};

use crate::{
    error,
    forms::option_field,
    i18n::{page, td_string},
    model::MAX_OPTIONS,
    server_fns::store::SaveOptions,
    views::{EditedOption, Editor},
};

/// A row for each option, and an empty one.
#[component]
pub fn OptionsCard(editor: Editor, action: ServerAction<SaveOptions>) -> impl IntoView {
    let l = page();
    let empty = (editor.options.len() < MAX_OPTIONS).then(|| EditedOption { name: String::new(), values: Vec::new() });
    let count = editor.options.len();
    // Fields belong to the form they are made in.
    let row = move |(row, option): (usize, EditedOption)| {
        let was = if row < count { row.to_string() } else { String::new() };
        let label = td_string!(l, editor.option_name, number = row + 1).to_string();
        view! {
            <Hidden name=option_field(row, "was") value=was/>
            <FieldRow>
                <TextField name=option_field(row, "name") label=label value=option.name/>
                <TextField
                    name=option_field(row, "values")
                    label=td_string!(l, editor.option_values)
                    value=option.values.join(", ")
                />
            </FieldRow>
        }
    };
    let rows = move || editor.options.into_iter().chain(empty).enumerate().map(row).collect_view();
    view! {
        <Card title=td_string!(l, editor.options) subtitle=td_string!(l, editor.options_hint)>
            <Form action=action submit=td_string!(l, editor.save_options) guard=true error_text=error::text id="options">
                <Hidden name="id" value=editor.id.to_string()/>
                <Hidden name="version" value=editor.version/>
                <div class="stack">{rows()}</div>
            </Form>
        </Card>
    }
}
