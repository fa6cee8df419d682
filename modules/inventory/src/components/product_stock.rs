//! The stock of a product's variants, beside the product.

use leptos::prelude::*;
use orion_kernel::fmt;
use orion_ui::{Card, DescriptionList, Fact, Link, may, page::locale};

use super::StandingBadge;
use crate::{
    i18n::{page, td_string},
    paths, permissions,
    server_fns::product_stock,
    views::StockRow,
};

/// A card in the product's page; nothing for who may not see stock, or for a product that is not saved yet.
#[component]
pub fn ProductStock(
    /// The product's id.
    product: String,
) -> AnyView {
    let may_see = may(permissions::VIEW);
    let Some(id) = product.parse().ok().filter(|_| may_see) else { return ().into_any() };
    let rows = Resource::new(move || id, product_stock);
    view! {
        <Suspense>
            {move || Suspend::new(async move { rows.await.ok().map(card) })}
        </Suspense>
    }
    .into_any()
}

fn card(rows: Vec<StockRow>) -> AnyView {
    let l = page();
    if rows.is_empty() {
        return view! { <Card title=td_string!(l, product.title)><p class="muted">{td_string!(l, product.none)}</p></Card> }
            .into_any();
    }
    let facts = rows
        .into_iter()
        .map(|row| {
            let name = [row.variant_title, row.sku, row.title].into_iter().find(|name| !name.is_empty()).unwrap_or_default();
            let available = row.figures.is_counted.then(|| {
                td_string!(l, product.available, count = fmt::number(locale(), row.figures.available()))
            });
            view! {
                <Fact term=name>
                    <Link href=paths::variant(row.variant_id)>{available} " " <StandingBadge figures=row.figures/></Link>
                </Fact>
            }
        })
        .collect_view();
    view! { <Card title=td_string!(l, product.title)><DescriptionList>{facts}</DescriptionList></Card> }.into_any()
}
