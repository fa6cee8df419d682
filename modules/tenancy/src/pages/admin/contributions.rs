//! A list of what a module brings.

use leptos::prelude::*;
use orion_kernel::Frontend;
use orion_ui::{Card, Column, DataTable};

use crate::{
    i18n::{page, td_string},
    views::Contribution,
};

/// Things of one sort, or that there are none.
#[component]
pub fn Contributions(
    /// What sort.
    title: &'static str,
    /// What is said when there are none.
    none: &'static str,
    /// The things.
    rows: Vec<Contribution>,
) -> AnyView {
    if rows.is_empty() {
        return view! { <Card title><p class="muted">{none}</p></Card> }.into_any();
    }
    let l = page();
    let mut columns = vec![Column::new(td_string!(l, modules.contribution), |row: &Contribution| row.name.clone())];
    if rows.iter().any(|row| !row.detail.is_empty()) {
        columns.push(Column::new(td_string!(l, modules.detail), |row: &Contribution| row.detail.clone()));
    }
    if rows.iter().any(|row| row.frontend.is_some()) {
        columns.push(Column::new(td_string!(l, modules.frontend), |row: &Contribution| {
            row.frontend.map(frontend_name).unwrap_or_default()
        }));
    }
    view! { <Card title flush=true><DataTable caption=title columns rows compact=true/></Card> }.into_any()
}

pub fn frontend_name(frontend: Frontend) -> &'static str {
    let l = page();
    match frontend {
        Frontend::Platform => td_string!(l, frontends.platform),
        Frontend::Admin => td_string!(l, frontends.admin),
        Frontend::Store => td_string!(l, frontends.store),
        Frontend::Storefront => td_string!(l, frontends.storefront),
    }
}
