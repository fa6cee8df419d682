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
    let l = page();
    let platforms = Resource::new(|| (), |()| list_platforms());
    view! {
        <Page title=td_string!(l, platforms.title) subtitle=td_string!(l, platforms.lead)>
            <Load value=platforms view=table/>
        </Page>
    }
}

fn table(list: PlatformList) -> AnyView {
    let l = page();
    let add = if list.may_create {
        view! {
            <div class="row">
                <LinkButton
                    label=td_string!(l, platforms.add)
                    href=paths::NEW_PLATFORM
                    icon=IconName::Plus
                    variant=Variant::Primary
                />
            </div>
        }
        .into_any()
    } else {
        view! { <Alert>{td_string!(l, platforms.only_this)}</Alert> }.into_any()
    };
    view! {
        {add}
        <Card flush=true>
            <DataTable
                caption=td_string!(l, platforms.title)
                columns=columns()
                rows=list.rows
                row_href=|row: &PlatformRow| paths::platform(&row.code)
            />
        </Card>
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
