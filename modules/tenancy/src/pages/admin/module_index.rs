//! The platform's modules.

use leptos::prelude::*;
use orion_ui::{Badge, Card, Column, DataTable, Load, Page, Tone};

use crate::{
    components::TierBadge,
    i18n::{page, td_string},
    paths,
    server_fns::admin::list_modules,
    views::{ModuleRow, NamedModule},
};

/// Every module and how it stands.
#[component]
pub fn ModuleIndex() -> impl IntoView {
    let l = page();
    let modules = Resource::new(|| (), |()| list_modules());
    view! {
        <Page title=td_string!(l, modules.title) subtitle=td_string!(l, modules.lead)>
            <Load value=modules view=table/>
        </Page>
    }
}

fn table(rows: Vec<ModuleRow>) -> AnyView {
    let l = page();
    let (switchable, fixed): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.is_switchable);
    let part = |title: &'static str, lead: &'static str, rows: Vec<ModuleRow>| {
        view! {
            <Card title subtitle=lead flush=true>
                <DataTable caption=title columns=columns() rows row_href=|row: &ModuleRow| paths::module(&row.code)/>
            </Card>
        }
    };
    view! {
        {part(td_string!(l, modules.switchable), td_string!(l, modules.switchable_lead), switchable)}
        {part(td_string!(l, modules.always_on), td_string!(l, modules.always_on_lead), fixed)}
    }
    .into_any()
}

fn columns() -> Vec<Column<ModuleRow>> {
    let l = page();
    vec![
        Column::new(td_string!(l, modules.name), |row: &ModuleRow| row.name.clone()),
        Column::new(td_string!(l, modules.state), |row: &ModuleRow| view! { <StateBadge is_on=row.is_on/> }),
        Column::new(td_string!(l, modules.tier), |row: &ModuleRow| view! { <TierBadge tier=row.tier/> }),
        Column::new(td_string!(l, modules.description), |row: &ModuleRow| {
            let description = row.description.clone();
            view! { <span class="muted">{description}</span> }
        })
        .aside(),
        Column::new(td_string!(l, modules.requires), |row: &ModuleRow| names(&row.requires)).aside(),
        Column::new(td_string!(l, modules.required_by), |row: &ModuleRow| names(&row.required_by)).aside(),
    ]
}

/// Names on one line; a dash for none.
pub(super) fn names(modules: &[NamedModule]) -> String {
    if modules.is_empty() {
        return "–".to_owned();
    }
    modules.iter().map(|module| module.name.as_str()).collect::<Vec<_>>().join(", ")
}

/// On or off.
#[component]
pub(super) fn StateBadge(
    /// Whether it is on.
    is_on: bool,
) -> impl IntoView {
    let l = page();
    let (label, tone) =
        if is_on { (td_string!(l, modules.on), Tone::Success) } else { (td_string!(l, modules.off), Tone::Neutral) };
    view! { <Badge label tone/> }
}
