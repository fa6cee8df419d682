//! The product's pictures: what is there, what could not be had, and adding more.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use orion_ui::{
    ActionButton, Alert, Badge, Card, Checkbox, Column, DataTable, FileField, Form, Hidden, Image, NumberField,
    PostForm, TextField, Tone, page::locale,
};

use crate::{
    error::{self, picture_error},
    forms::picture_field,
    i18n::{page, td_string},
    server_fns::{
        files::AddPictures,
        store::{FetchPicturesAgain, SavePictures},
    },
    views::{EditedPicture, Editor, PictureState},
};

type Row = (usize, EditedPicture);

/// Everything about pictures.
#[component]
pub fn PicturesCards(
    editor: Editor,
    save: ServerAction<SavePictures>,
    again: ServerAction<FetchPicturesAgain>,
) -> impl IntoView {
    let l = page();
    let id = editor.id.to_string();
    let missing = unreachable(&editor.pictures);
    let alert = (!missing.is_empty()).then(|| {
        let title = td_string!(l, editor.unreachable_title, count = missing.len()).to_string();
        let fields = vec![("id", id.clone())];
        let lines = missing.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
        view! {
            <Alert
                title=title
                tone=Tone::Warning
                actions=move || view! { <ActionButton action=again label=td_string!(l, editor.fetch_again) fields=fields/> }
            >
                <ul>{lines}</ul>
            </Alert>
        }
    });
    let rows: Vec<Row> = editor.pictures.into_iter().enumerate().collect();
    let list = if rows.is_empty() {
        view! { <p class="muted">{td_string!(l, editor.no_pictures)}</p> }.into_any()
    } else {
        let id = id.clone();
        view! {
            <Form action=save submit=td_string!(l, editor.save_pictures) guard=true error_text=error::text id="pictures">
                <Hidden name="id" value=id/>
                <DataTable caption=td_string!(l, editor.pictures) columns=columns() rows=rows compact=true/>
            </Form>
        }
        .into_any()
    };
    view! {
        <Card title=td_string!(l, editor.pictures) subtitle=td_string!(l, editor.alt_hint)>
            <div class="stack">
                {alert}
                {list}
                <PostForm url=AddPictures::url() submit=td_string!(l, editor.upload) multipart=true error_text=error::text id="upload">
                    <Hidden name="id" value=id/>
                    <FileField
                        name="pictures"
                        label=td_string!(l, editor.upload_field)
                        hint=td_string!(l, editor.upload_hint)
                        accept="image/jpeg,image/png,image/webp,image/avif,image/gif,image/svg+xml"
                        multiple=true
                    />
                </PostForm>
            </div>
        </Card>
    }
}

/// What could not be had, and why.
fn unreachable(pictures: &[EditedPicture]) -> Vec<String> {
    let lines = pictures.iter().filter_map(|picture| match &picture.state {
        PictureState::Unreachable(code) => Some(format!("{}: {}", picture.source, picture_error(locale(), code))),
        PictureState::Pending | PictureState::Stored => None,
    });
    lines.collect()
}

fn columns() -> Vec<Column<Row>> {
    let l = page();
    vec![
        Column::new(td_string!(l, editor.picture), |(row, picture): &Row| {
            let shown = match (&picture.picture, &picture.state) {
                (Some(shown), _) => view! { <Image picture=shown.clone() class="thumbnail"/> }.into_any(),
                (None, PictureState::Pending) => {
                    view! { <Badge label=td_string!(page(), editor.pending) tone=Tone::Info/> }.into_any()
                }
                (None, _) => view! { <Badge label="!" tone=Tone::Warning/> }.into_any(),
            };
            view! {
                <Hidden name=picture_field(*row, "id") value=picture.id.to_string()/>
                {shown}
            }
        }),
        Column::new(td_string!(l, editor.alt), |(row, picture): &Row| {
            let name = picture_field(*row, "alt");
            view! { <TextField name label=td_string!(page(), editor.alt) hide_label=true value=picture.alt.clone()/> }
        }),
        Column::new(td_string!(l, editor.position), |(row, _): &Row| {
            let (name, place) = (picture_field(*row, "position"), i64::try_from(row + 1).unwrap_or(1));
            view! { <NumberField name label=td_string!(page(), editor.position) hide_label=true value=place min=1 max=999/> }
        }),
        Column::new(td_string!(l, editor.remove), |(row, _): &Row| {
            let (name, label) = (picture_field(*row, "remove"), td_string!(page(), editor.remove));
            view! { <Checkbox name label hide_label=true/> }
        }),
    ]
}
