//! The platform's merchants.

use leptos::prelude::*;
use orion_kernel::fmt;
use orion_ui::{Column, Empty, IconName, LinkButton, ResourceIndex, Variant, page::locale, use_index_query};

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
            row_href=|row: &MerchantRow| paths::merchant(&row.code)
            actions=move || {
                view! {
                    <LinkButton
                        label=td_string!(l, tenants.new_merchant)
                        href=paths::NEW_MERCHANT
                        icon=IconName::Plus
                        variant=Variant::Primary
                    />
                }
            }
            search=td_string!(l, merchants.search)
            empty=Empty::new(td_string!(l, merchants.empty_title), td_string!(l, merchants.empty_body))
                .icon(IconName::Building2)
                .action(td_string!(l, tenants.new_merchant), paths::NEW_MERCHANT)
        />
    }
}

fn columns() -> Vec<Column<MerchantRow>> {
    let l = page();
    vec![
        Column::new(td_string!(l, merchants.name), |row: &MerchantRow| row.name.clone()).sort("name"),
        Column::new(td_string!(l, merchants.stores), |row: &MerchantRow| named(row)),
        Column::new(td_string!(l, merchants.owners), |row: &MerchantRow| row.owners.join(", ")),
        Column::new(td_string!(l, stores.created), |row: &MerchantRow| fmt::date(locale(), row.created_at))
            .aside()
            .sort("created"),
    ]
}

/// The first stores by name, and how many more there are.
fn named(row: &MerchantRow) -> String {
    let more = row.store_count - i64::try_from(row.stores.len()).unwrap_or_default();
    let names = row.stores.join(", ");
    if more > 0 { td_string!(page(), tenants.and_more, names = names, count = more).to_string() } else { names }
}
