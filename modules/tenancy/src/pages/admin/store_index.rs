//! The platform's stores.

use leptos::prelude::*;
use orion_kernel::fmt;
use orion_ui::{
    Column, Empty, Filter, IconName, LinkButton, ResourceIndex, Scope, Size, Variant, page::locale, use_index_query,
};

use crate::{
    components::StatusBadge,
    i18n::{page, td_string},
    paths,
    server_fns::admin::{count_stores, list_stores},
    views::StoreRow,
};

/// Every store of the platform.
#[component]
pub fn StoreIndex() -> impl IntoView {
    let l = page();
    let query = use_index_query();
    let rows = Resource::new(move || query.get(), list_stores);
    let counts = Resource::new(|| (), |()| count_stores());
    view! {
        <ResourceIndex
            title=td_string!(l, stores.title)
            path=paths::STORES
            query
            rows
            columns=columns()
            row_href=|row: &StoreRow| paths::store(&row.code)
            actions=move || {
                view! {
                    <LinkButton
                        label=td_string!(l, tenants.new_store)
                        href=paths::NEW_STORE
                        icon=IconName::Plus
                        variant=Variant::Primary
                    />
                }
            }
            filters=vec![
                Filter::text("merchant", td_string!(l, tenants.merchant_code)),
                Filter::date("from", td_string!(l, tenants.created_from)),
                Filter::date("until", td_string!(l, tenants.created_until)),
            ]
            scopes=vec![
                Scope::new("", td_string!(l, stores.all)),
                Scope::new("open", td_string!(l, stores.open)),
                Scope::new("closed", td_string!(l, stores.closed)),
                Scope::new("suspended", td_string!(l, tenants.suspended)),
                Scope::new("closing", td_string!(l, tenants.closing)),
            ]
            counts
            search=td_string!(l, stores.search)
            empty=Empty::new(td_string!(l, stores.empty_title), td_string!(l, stores.empty_body))
                .icon(IconName::Store)
                .action(td_string!(l, tenants.new_store), paths::NEW_STORE)
        />
    }
}

fn columns() -> Vec<Column<StoreRow>> {
    let l = page();
    vec![
        Column::new(td_string!(l, stores.name), |row: &StoreRow| row.name.clone()).sort("name"),
        Column::new(td_string!(l, stores.merchant), |row: &StoreRow| row.merchant.clone()),
        Column::new(td_string!(l, stores.status), |row: &StoreRow| view! { <StatusBadge status=row.status/> }),
        Column::new(td_string!(l, stores.created), |row: &StoreRow| fmt::date(locale(), row.created_at))
            .aside()
            .sort("created"),
        Column::new(td_string!(l, stores.storefront), |row: &StoreRow| {
            let href = row.storefront_url.clone();
            view! {
                <LinkButton
                    label=td_string!(page(), stores.visit)
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
