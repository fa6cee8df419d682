//! The grid of variants, a page of it at a time.

use leptos::prelude::*;
use orion_ui::{Card, Checkbox, Column, DataTable, Hidden, MoneyField, Pagination, TextField, use_index_query};

use crate::{
    forms::variant_field,
    i18n::{page, td_string},
    paths,
    views::{EditedVariant, Editor},
};

/// A variant and its row in the grid.
type Row = (usize, EditedVariant);

/// The grid.
#[component]
pub fn VariantsCard(editor: Editor) -> impl IntoView {
    let l = page();
    let variants = editor.variants;
    let (shown, total) = (variants.page, variants.total);
    let several = total > 1;
    let rows: Vec<Row> = variants.items.into_iter().enumerate().collect();
    let paging = (total > shown.limit()).then(|| {
        let query = use_index_query().get_untracked();
        view! { <Pagination path=paths::edit_product(editor.id) query=query page=shown total=total/> }
    });
    view! {
        <Card title=td_string!(l, editor.variants) flush=true>
            <DataTable caption=td_string!(l, editor.variants) columns=columns(several) rows=rows compact=true/>
            {paging}
        </Card>
    }
}

fn columns(several: bool) -> Vec<Column<Row>> {
    let l = page();
    let mut columns = vec![
        Column::new(td_string!(l, editor.variant), |(row, variant): &Row| {
            let only = td_string!(page(), editor.only_variant);
            let title = if variant.title.is_empty() { only.to_owned() } else { variant.title.clone() };
            view! {
                <Hidden name=variant_field(*row, "id") value=variant.id.to_string()/>
                <strong>{title}</strong>
            }
        }),
        Column::new(td_string!(l, editor.price), |(row, variant): &Row| {
            let name = variant_field(*row, "price");
            view! { <MoneyField name label=td_string!(page(), editor.price) hide_label=true value=variant.price required=true/> }
        }),
        Column::new(td_string!(l, editor.compare_at), |(row, variant): &Row| {
            let (name, currency) = (variant_field(*row, "compare_at"), variant.price.currency);
            let label = td_string!(page(), editor.compare_at);
            view! { <MoneyField name label hide_label=true value=variant.compare_at currency=currency/> }
        }),
        Column::new(td_string!(l, editor.cost), |(row, variant): &Row| {
            let (name, currency) = (variant_field(*row, "cost"), variant.price.currency);
            view! { <MoneyField name label=td_string!(page(), editor.cost) hide_label=true value=variant.cost currency=currency/> }
        }),
        Column::new(td_string!(l, editor.sku), |(row, variant): &Row| {
            let name = variant_field(*row, "sku");
            view! { <TextField name label=td_string!(page(), editor.sku) hide_label=true value=variant.sku.clone() short=true/> }
        }),
        Column::new(td_string!(l, editor.barcode), |(row, variant): &Row| {
            let name = variant_field(*row, "barcode");
            view! { <TextField name label=td_string!(page(), editor.barcode) hide_label=true value=variant.barcode.clone() short=true/> }
        }),
        Column::new(td_string!(l, editor.weight), |(row, variant): &Row| {
            let (name, label) = (variant_field(*row, "weight"), td_string!(page(), editor.weight));
            view! {
                <TextField name label hide_label=true value=variant.weight_grams.to_string() inputmode="numeric" short=true/>
            }
        }),
        Column::new(td_string!(l, editor.ships), |(row, variant): &Row| {
            let (name, label) = (variant_field(*row, "requires_shipping"), td_string!(page(), editor.ships));
            view! { <Checkbox name label hide_label=true checked=variant.requires_shipping/> }
        }),
    ];
    if several {
        columns.push(Column::new(td_string!(l, editor.remove), |(row, _): &Row| {
            let (name, label) = (variant_field(*row, "remove"), td_string!(page(), editor.remove));
            view! { <Checkbox name label hide_label=true/> }
        }));
    }
    columns
}
