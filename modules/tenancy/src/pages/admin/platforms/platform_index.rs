//! The installation's platforms.

use leptos::prelude::*;
use orion_kernel::fmt;
use orion_ui::{
    Alert, Badge, Card, Column, DataTable, IconName, LinkButton, Load, Page, Size, Tone, Variant, page::locale,
};

use crate::{
    i18n::{page, td_string},
    paths,
    server_fns::platforms::list_platforms,
    views::{PlatformList, PlatformRow},
};

/// Every platform that whoever looks may see.
#[component]
pub fn PlatformIndex() -> impl IntoView {
    let platforms = Resource::new(|| (), |()| list_platforms());
    view! { <Load value=platforms view=shown/> }
}

fn shown(list: PlatformList) -> AnyView {
    let l = page();
    let may_create = list.may_create;
    let actions = move || {
        may_create.then(|| {
            view! {
                <LinkButton
                    label=td_string!(l, platforms.add)
                    href=paths::NEW_PLATFORM
                    icon=IconName::Plus
                    variant=Variant::Primary
                />
            }
        })
    };
    view! {
        <Page title=td_string!(l, platforms.title) subtitle=td_string!(l, platforms.lead) actions>
            {(!may_create).then(|| view! { <Alert>{td_string!(l, platforms.only_this)}</Alert> })}
            <Card flush=true>
                <DataTable
                    caption=td_string!(l, platforms.title)
                    columns=columns()
                    rows=list.rows
                    row_href=|row: &PlatformRow| paths::platform(&row.code)
                />
            </Card>
        </Page>
    }
    .into_any()
}

fn columns() -> Vec<Column<PlatformRow>> {
    let l = page();
    vec![
        Column::new(td_string!(l, platforms.name), |row: &PlatformRow| row.name.clone()),
        Column::new(td_string!(l, platforms.host), |row: &PlatformRow| {
            let is_this =
                row.is_this.then(|| view! { <Badge label=td_string!(page(), platforms.this) tone=Tone::Accent/> });
            let host = row.origin.split_once("://").map_or(row.origin.clone(), |(_, host)| host.to_owned());
            view! { <span>{host}</span> " " {is_this} }
        }),
        Column::new(td_string!(l, merchants.title), |row: &PlatformRow| fmt::number(locale(), row.merchants)).end(),
        Column::new(td_string!(l, stores.title), |row: &PlatformRow| fmt::number(locale(), row.stores)).end(),
        Column::new(td_string!(l, platforms.modules), |row: &PlatformRow| row.modules.to_string()).end(),
        Column::new(td_string!(l, stores.created), |row: &PlatformRow| fmt::date(locale(), row.created_at)).aside(),
        Column::new(td_string!(l, platforms.admin), |row: &PlatformRow| {
            let href = format!("{}/admin", row.origin);
            view! {
                <LinkButton
                    label=td_string!(page(), platforms.open_admin)
                    href
                    icon=IconName::ExternalLink
                    size=Size::Small
                    variant=Variant::Plain
                    external=true
                />
            }
        })
        .end(),
    ]
}
