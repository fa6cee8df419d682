//! The pictures that an import named and nobody could fetch.

use leptos::prelude::*;
use orion_kernel::fmt;
use orion_ui::{Card, Column, DataTable, page::locale};

use crate::{
    error::picture_error,
    i18n::{page, td_string},
    paths,
    views::{MissingPicture, MissingPictures},
};

/// What is still to come, and what did not come; nothing when every picture is there.
#[component]
pub fn Pictures(pictures: MissingPictures) -> impl IntoView {
    let l = page();
    let number = |count: i64| fmt::number(locale(), count);
    let pending = (pictures.pending > 0).then(|| {
        let count = number(pictures.pending);
        view! { <p class="muted" role="status">{td_string!(l, imports.pictures_pending, count = count).to_string()}</p> }
    });
    let hidden = pictures.total - i64::try_from(pictures.shown.len()).unwrap_or(i64::MAX);
    let more = (hidden > 0).then(|| {
        let count = number(hidden);
        view! { <p class="muted">{td_string!(l, imports.more_pictures, count = count).to_string()}</p> }
    });
    let list = (pictures.total > 0).then(|| {
        view! {
            <Card title=td_string!(l, imports.pictures_missing) subtitle=td_string!(l, imports.pictures_hint) flush=true>
                <DataTable
                    caption=td_string!(l, imports.pictures_missing)
                    columns=columns()
                    rows=pictures.shown
                    row_href=|row: &MissingPicture| paths::edit_product(row.product_id)
                    compact=true
                />
                {more}
            </Card>
        }
    });
    view! {
        {pending}
        {list}
    }
}

fn columns() -> Vec<Column<MissingPicture>> {
    let l = page();
    vec![
        Column::new(td_string!(l, imports.product), |row: &MissingPicture| row.title.clone()),
        Column::new(td_string!(l, imports.address), |row: &MissingPicture| row.source.clone()),
        Column::new(td_string!(l, imports.reason), |row: &MissingPicture| picture_error(locale(), &row.reason)),
    ]
}
