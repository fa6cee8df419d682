//! The store's pages.

use leptos::prelude::*;
use orion_ui::{
    ActionButton, Column, Confirm, Empty, LinkButton, ResourceIndex, Scope, Size, Variant, all_done, done, may,
    say_done, use_index_query,
};

use crate::{
    components::{OriginBadge, VisibilityBadge, place_label},
    i18n::{page, td_string},
    model::Origin,
    paths, permissions,
    server_fns::store::{CustomisePage, RemoveStorePage, list_store_pages},
    views::StorePageRow,
};

/// Own pages and those of the platform.
#[component]
pub fn PageIndex() -> impl IntoView {
    let l = page();
    let query = use_index_query();
    let customise = ServerAction::<CustomisePage>::new();
    let reset = ServerAction::<RemoveStorePage>::new();
    let customised = done(customise);
    say_done(customised, td_string!(l, page.customised));
    let was_reset = done(reset);
    say_done(was_reset, td_string!(l, page.was_reset));
    let changes = all_done([customised, was_reset]);
    let rows = Resource::new(move || (query.get(), changes.get()), |(query, _)| list_store_pages(query));
    let may_manage = may(permissions::MANAGE);
    let mut columns = vec![
        Column::new(td_string!(l, page.title), |row: &StorePageRow| row.title.clone()),
        Column::new(td_string!(l, page.origin), |row: &StorePageRow| view! { <OriginBadge origin=row.origin/> }),
        Column::new(td_string!(l, page.place), |row: &StorePageRow| place_label(row.place)),
        Column::new(td_string!(l, page.state), |row: &StorePageRow| {
            view! { <VisibilityBadge is_visible=row.is_visible/> }
        })
        .aside(),
    ];
    if may_manage {
        columns.push(
            Column::new(td_string!(l, page.action), move |row: &StorePageRow| row_action(row, customise, reset)).end(),
        );
    }
    view! {
        <ResourceIndex
            title=td_string!(l, page.index)
            subtitle=td_string!(l, page.index_lead)
            path=paths::PAGES
            query
            rows
            columns
            row_href=|row: &StorePageRow| paths::content(&row.slug)
            scopes=vec![
                Scope::new("", td_string!(l, page.all)),
                Scope::new("own", td_string!(l, origin.own_scope)),
                Scope::new("inherited", td_string!(l, origin.inherited)),
            ]
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

fn row_action(
    row: &StorePageRow,
    customise: ServerAction<CustomisePage>,
    reset: ServerAction<RemoveStorePage>,
) -> AnyView {
    let l = page();
    let fields = vec![("slug", row.slug.clone())];
    match row.origin {
        Origin::Own => ().into_any(),
        Origin::Inherited => {
            view! { <ActionButton action=customise label=td_string!(l, page.customise) fields size=Size::Small/> }
                .into_any()
        }
        Origin::Customised => {
            let confirm = Confirm::new(
                td_string!(l, page.reset_title, title = row.title.clone()),
                td_string!(l, page.reset_body),
            );
            view! { <ActionButton action=reset label=td_string!(l, page.reset) fields size=Size::Small confirm/> }
                .into_any()
        }
    }
}
