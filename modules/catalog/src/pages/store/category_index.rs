//! The categories as a tree.

use leptos::prelude::*;
use orion_kernel::fmt;
use orion_ui::{Card, Column, DataTable, EmptyState, IconName, LinkButton, Load, Page, Variant, page::locale};

use crate::{
    i18n::{page, td_string},
    paths,
    server_fns::categories::list_categories,
    views::CategoryNode,
};

/// All categories of the store.
#[component]
pub fn CategoryIndex() -> impl IntoView {
    let l = page();
    let categories = Resource::new(|| (), |()| list_categories());
    let add = move || {
        view! { <LinkButton label=td_string!(l, categories.add) href=paths::NEW_CATEGORY variant=Variant::Primary icon=IconName::Plus/> }
    };
    view! {
        <Page title=td_string!(l, categories.title) actions=add>
            <Load
                value=categories
                view=move |categories| {
                    if categories.is_empty() {
                        return view! {
                            <EmptyState
                                title=td_string!(l, categories.empty_title)
                                body=td_string!(l, categories.empty_body)
                                icon=IconName::Folder
                                actions=add
                            />
                        }
                        .into_any();
                    }
                    view! {
                        <Card flush=true>
                            <DataTable
                                caption=td_string!(l, categories.title)
                                columns=columns()
                                rows=categories
                                row_href=|row: &CategoryNode| paths::edit_category(row.id)
                            />
                        </Card>
                    }
                    .into_any()
                }
            />
        </Page>
    }
}

fn columns() -> Vec<Column<CategoryNode>> {
    let l = page();
    vec![
        Column::new(td_string!(l, categories.name), |row: &CategoryNode| indented(row)),
        Column::new(td_string!(l, categories.address), |row: &CategoryNode| paths::category(&row.slug)).aside(),
        Column::new(td_string!(l, categories.products), |row: &CategoryNode| fmt::number(locale(), row.products)).end(),
    ]
}

/// A category's name with a dash for each category above it.
pub fn indented(node: &CategoryNode) -> String {
    format!("{}{}", "– ".repeat(node.depth as usize), node.name)
}
