//! The platform's pages, for itself and for its stores.

use leptos::prelude::*;
use orion_ui::{Column, Empty, LinkButton, ResourceIndex, Scope, Variant, may, use_index_query};

use crate::{
    components::{VisibilityBadge, place_label, scope_label},
    i18n::{page, td_string},
    model::PageScope,
    paths, permissions,
    server_fns::admin::list_platform_pages,
    views::PlatformPageRow,
};

/// The list.
#[component]
pub fn PageIndex() -> impl IntoView {
    let l = page();
    let query = use_index_query();
    let rows = Resource::new(move || query.get(), list_platform_pages);
    let may_manage = may(permissions::MANAGE);
    let mut scopes = vec![Scope::new("", td_string!(l, page.all))];
    scopes.extend(PageScope::ALL.map(|scope| Scope::new(scope.code(), scope_label(scope))));
    view! {
        <ResourceIndex
            title=td_string!(l, page.index)
            subtitle=td_string!(l, page.admin_lead)
            path=paths::PAGES
            query
            rows
            columns=vec![
                Column::new(td_string!(l, page.title), |row: &PlatformPageRow| row.title.clone()),
                Column::new(td_string!(l, page.origin), |row: &PlatformPageRow| scope_label(row.scope)),
                Column::new(td_string!(l, page.place), |row: &PlatformPageRow| place_label(row.place)),
                Column::new(
                    td_string!(l, page.state),
                    |row: &PlatformPageRow| view! { <VisibilityBadge is_visible=row.is_visible/> },
                )
                .aside(),
            ]
            row_href=|row: &PlatformPageRow| paths::platform_page(row.scope, &row.slug)
            scopes
            search=td_string!(l, page.search)
            actions=move || {
                may_manage
                    .then(|| {
                        view! {
                            <LinkButton label=td_string!(l, page.add) href=paths::NEW_PAGE variant=Variant::Primary/>
                        }
                    })
            }
            empty=Empty::new(td_string!(l, page.empty_title), td_string!(l, page.empty_body))
                .action(td_string!(l, page.add), paths::NEW_PAGE)
        />
    }
}
