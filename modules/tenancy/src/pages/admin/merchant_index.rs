//! The platform's merchants.

use leptos::prelude::*;
use orion_kernel::fmt;
use orion_ui::{Column, Empty, IconName, ResourceIndex, page::locale, use_index_query};

use crate::{
    i18n::{page, td_string},
    paths,
    server_fns::admin::list_merchants,
    views::MerchantRow,
};

/// Every merchant of the platform.
#[component]
pub fn MerchantIndex() -> impl IntoView {
    let l = page();
    let query = use_index_query();
    let rows = Resource::new(move || query.get(), list_merchants);
    view! {
        <ResourceIndex
            title=td_string!(l, merchants.title)
            path=paths::MERCHANTS
            query
            rows
            columns=columns()
            search=td_string!(l, merchants.search)
            empty=Empty::new(td_string!(l, merchants.empty_title), td_string!(l, merchants.empty_body)).icon(IconName::Building2)
        />
    }
}

fn columns() -> Vec<Column<MerchantRow>> {
    let l = page();
    vec![
        Column::new(td_string!(l, merchants.name), |row: &MerchantRow| row.name.clone()).sort("name"),
        Column::new(td_string!(l, merchants.stores), |row: &MerchantRow| row.stores.join(", ")),
        Column::new(td_string!(l, merchants.owners), |row: &MerchantRow| row.owners.join(", ")),
        Column::new(td_string!(l, stores.created), |row: &MerchantRow| fmt::date(locale(), row.created_at))
            .aside()
            .sort("created"),
    ]
}
