//! Importing products from a file, and the imports so far.

use leptos::{prelude::*, server_fn::ServerFn};
use orion_kernel::{AppError, fmt};
use orion_ui::{Card, Column, DataTable, FileField, Load, Page, PostForm, error_page, may, page::locale};

use crate::{
    components::ImportBadge,
    error::upload_error,
    forms::MAX_FILE_MEGABYTES,
    i18n::{page, td_string},
    paths, permissions,
    server_fns::files::{UploadProducts, list_imports},
    views::ImportView,
};

/// The upload, and what was imported before.
#[component]
pub fn ProductImportPage() -> AnyView {
    let may_import = may(permissions::IMPORT);
    if !may_import {
        return error_page(&AppError::forbidden());
    }
    let l = page();
    let imports = Resource::new(|| (), |()| list_imports());
    view! {
        <Page
            title=td_string!(l, imports.title)
            subtitle=td_string!(l, imports.hint)
            back=paths::PRODUCTS
            back_label=td_string!(l, products.title)
        >
            <Card>
                <PostForm url=UploadProducts::url() submit=td_string!(l, imports.start) multipart=true error_text=upload_error>
                    <FileField
                        name="file"
                        label=td_string!(l, imports.file)
                        hint=td_string!(l, imports.file_hint, max = MAX_FILE_MEGABYTES).to_string()
                        accept=".csv,text/csv"
                        required=true
                    />
                </PostForm>
            </Card>
            <Card title=td_string!(l, imports.earlier) flush=true>
                <Load
                    value=imports
                    view=move |imports| {
                        if imports.is_empty() {
                            return view! { <p class="muted">{td_string!(l, imports.none)}</p> }.into_any();
                        }
                        view! {
                            <DataTable
                                caption=td_string!(l, imports.earlier)
                                columns=columns()
                                rows=imports
                                row_href=|row: &ImportView| paths::import(row.id)
                            />
                        }
                        .into_any()
                    }
                />
            </Card>
        </Page>
    }
    .into_any()
}

fn columns() -> Vec<Column<ImportView>> {
    let l = page();
    let number = |count: u32| fmt::number(locale(), i64::from(count));
    vec![
        Column::new(td_string!(l, imports.file), |row: &ImportView| row.file_name.clone()),
        Column::new(td_string!(l, imports.when), |row: &ImportView| fmt::date_time(locale(), row.created_at)),
        Column::new(td_string!(l, imports.status), |row: &ImportView| view! { <ImportBadge status=row.status/> }),
        Column::new(td_string!(l, imports.created), move |row: &ImportView| number(row.created)).end().aside(),
        Column::new(td_string!(l, imports.updated), move |row: &ImportView| number(row.updated)).end().aside(),
        Column::new(td_string!(l, imports.unchanged), move |row: &ImportView| number(row.unchanged)).end().aside(),
        Column::new(td_string!(l, imports.failed), move |row: &ImportView| number(row.failed)).end(),
    ]
}
