//! The store's customers.

use leptos::prelude::*;
use orion_kernel::{boot::boot, fmt};
use orion_ui::{Column, Empty, IconName, LinkButton, ResourceIndex, Scope, href, page::locale, use_index_query};

use crate::{
    components::AccountBadge,
    i18n::{page, td_string},
    paths, permissions,
    server_fns::store::list_customers,
    views::CustomerRow,
};

/// The list.
#[component]
pub fn CustomerIndex() -> impl IntoView {
    let l = page();
    let query = use_index_query();
    let rows = Resource::new(move || query.get(), list_customers);
    let principal = boot().and_then(|boot| boot.principal);
    let may_export = principal.is_some_and(|principal| principal.may(permissions::EXPORT.0));
    view! {
        <ResourceIndex
            title=td_string!(l, module.name)
            path=paths::CUSTOMERS
            query
            rows
            columns=vec![
                Column::new(td_string!(l, fields.name), |row: &CustomerRow| row.name.clone()).sort("name"),
                Column::new(td_string!(l, fields.email), |row: &CustomerRow| row.email.clone()).sort("email"),
                Column::new(td_string!(l, fields.city), |row: &CustomerRow| row.city.clone()).aside(),
                Column::new(td_string!(l, index.account), |row: &CustomerRow| view! { <AccountBadge state=row.state/> }),
                Column::new(td_string!(l, index.news), |row: &CustomerRow| yes_no(row.accepts_marketing)).aside(),
                Column::new(td_string!(l, index.since), |row: &CustomerRow| fmt::date(locale(), row.created_at))
                    .sort("created")
                    .end(),
            ]
            row_href=|row: &CustomerRow| paths::customer(row.id)
            scopes=vec![
                Scope::new("", td_string!(l, index.all)),
                Scope::new("verified", td_string!(l, index.accounts)),
                Scope::new("unverified", td_string!(l, index.unverified)),
                Scope::new("locked", td_string!(l, index.locked)),
                Scope::new("guest", td_string!(l, index.guests)),
                Scope::new("news", td_string!(l, index.news)),
            ]
            search=td_string!(l, index.search)
            actions=move || {
                may_export
                    .then(|| {
                        view! {
                            <LinkButton
                                label=td_string!(l, index.export)
                                href=href(paths::EXPORT)
                                icon=IconName::Download
                                external=true
                            />
                        }
                    })
            }
            empty=Empty::new(td_string!(l, index.empty_title), td_string!(l, index.empty_body)).icon(IconName::Users)
        />
    }
}

fn yes_no(is_so: bool) -> &'static str {
    if is_so { td_string!(page(), index.yes) } else { td_string!(page(), index.no) }
}
