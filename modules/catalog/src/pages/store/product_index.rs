//! The list of products.

use leptos::prelude::*;
use orion_kernel::fmt;
use orion_ui::{
    BulkAction, Choice, Column, Confirm, Empty, Filter, IconName, Image, LinkButton, Load, Menu, MenuLink,
    ResourceIndex, Scope, Variant, href, may, page::locale, use_index_query,
};

use crate::{
    components::{ProductBadge, status_name},
    error,
    i18n::{page, td_string},
    model::ProductStatus,
    paths, permissions,
    server_fns::store::{
        ArchiveProducts, PublishProducts, UnpublishProducts, count_products, list_products, product_choices,
    },
    views::{ListChoices, ProductRow},
};

/// All products of the store.
#[component]
pub fn ProductIndex() -> impl IntoView {
    let l = page();
    let query = use_index_query();
    let publish = ServerAction::<PublishProducts>::new();
    let unpublish = ServerAction::<UnpublishProducts>::new();
    let archive = ServerAction::<ArchiveProducts>::new();
    let changes = move || publish.version().get() + unpublish.version().get() + archive.version().get();
    let rows = Resource::new(move || (query.get(), changes()), |(query, _)| list_products(query));
    let counts = Resource::new(changes, |_| count_products());
    let choices = Resource::new(|| (), |()| product_choices());
    let bulk = move || {
        if !may(permissions::EDIT) {
            return Vec::new();
        }
        vec![
            BulkAction::new(td_string!(l, products.publish), publish)
                .done(td_string!(l, products.publish_done))
                .error_text(error::text),
            BulkAction::new(td_string!(l, products.unpublish), unpublish)
                .done(td_string!(l, products.unpublish_done))
                .error_text(error::text),
            BulkAction::new(td_string!(l, products.archive), archive)
                .confirm(Confirm::new(td_string!(l, products.archive_title), td_string!(l, products.archive_body)))
                .done(td_string!(l, products.archive_done))
                .error_text(error::text),
        ]
    };
    view! {
        <Load
            value=choices
            view=move |choices| {
                view! {
                    <ResourceIndex
                        title=td_string!(l, products.title)
                        path=paths::PRODUCTS
                        query
                        rows
                        columns=columns()
                        row_href=|row: &ProductRow| paths::edit_product(row.id)
                        row_id=|row: &ProductRow| row.id.to_string()
                        scopes=scopes()
                        counts
                        filters=filters(choices)
                        search=td_string!(l, products.search)
                        bulk=bulk()
                        actions=head_actions
                        empty=empty()
                    />
                }
                    .into_any()
            }
        />
    }
}

fn columns() -> Vec<Column<ProductRow>> {
    let l = page();
    vec![
        Column::new(td_string!(l, products.name), |row: &ProductRow| {
            let picture = row.image.clone().map(|picture| view! { <Image picture class="thumbnail"/> });
            view! { <span class="row">{picture} <span>{row.title.clone()}</span></span> }
        })
        .sort("title"),
        Column::new(td_string!(l, products.status), |row: &ProductRow| view! { <ProductBadge status=row.status/> }),
        Column::new(td_string!(l, products.vendor), |row: &ProductRow| row.vendor.clone()).aside(),
        Column::new(td_string!(l, products.variants), |row: &ProductRow| fmt::number(locale(), row.variants))
            .end()
            .aside(),
        Column::new(td_string!(l, products.price), |row: &ProductRow| {
            let price = fmt::money(locale(), row.price);
            if row.has_range { td_string!(page(), products.from, price = price).to_string() } else { price }
        })
        .end()
        .sort("price"),
        Column::new(td_string!(l, products.updated), |row: &ProductRow| fmt::date(locale(), row.updated_at))
            .end()
            .aside()
            .sort("updated"),
    ]
}

fn empty() -> Empty {
    let l = page();
    let empty = Empty::new(td_string!(l, products.empty_title), td_string!(l, products.empty_body)).icon(IconName::Tag);
    if may(permissions::CREATE) { empty.action(td_string!(l, products.add), paths::NEW_PRODUCT) } else { empty }
}

fn scopes() -> Vec<Scope> {
    let states = [ProductStatus::Published, ProductStatus::Draft, ProductStatus::Archived];
    let states = states.into_iter().map(|status| Scope::new(status.code(), status_name(status)));
    [Scope::new("", td_string!(page(), products.all))].into_iter().chain(states).collect()
}

fn filters(choices: ListChoices) -> Vec<Filter> {
    let l = page();
    let vendors = choices.vendors.into_iter().map(|vendor| Choice::new(vendor.clone(), vendor)).collect();
    let categories = choices.categories.into_iter().map(|(id, name)| Choice::new(id.to_string(), name)).collect();
    vec![
        Filter::choice("vendor", td_string!(l, products.vendor), vendors),
        Filter::choice("category", td_string!(l, products.category), categories),
    ]
}

fn head_actions() -> impl IntoView {
    let l = page();
    let import = may(permissions::IMPORT).then(|| {
        view! { <MenuLink label=td_string!(l, products.import) href=paths::IMPORT icon=IconName::Upload/> }
    });
    let export = may(permissions::EXPORT).then(|| {
        let href = href(paths::EXPORT);
        view! { <MenuLink label=td_string!(l, products.export) href icon=IconName::Download external=true/> }
    });
    let more = (import.is_some() || export.is_some()).then(|| {
        view! {
            <Menu id="products-more" label=td_string!(l, products.more) icon=IconName::Ellipsis>
                {import}
                {export}
            </Menu>
        }
    });
    let add = may(permissions::CREATE).then(|| {
        view! {
            <LinkButton
                label=td_string!(l, products.add)
                href=paths::NEW_PRODUCT
                variant=Variant::Primary
                icon=IconName::Plus
            />
        }
    });
    view! {
        {more}
        {add}
    }
}
