//! Beside the form: facts, what other modules know of the product, and removing it.

use leptos::prelude::*;
use orion_contracts::slots::PRODUCT_DETAILS_SIDE;
use orion_kernel::fmt;
use orion_ui::{ActionButton, Card, Confirm, DescriptionList, Fact, SlotOutlet, Variant, page::locale};

use crate::{
    i18n::{page, td_string},
    server_fns::store::DeleteProduct,
    views::Editor,
};

/// The side column.
#[component]
pub fn Side(editor: Editor) -> impl IntoView {
    let l = page();
    let delete = ServerAction::<DeleteProduct>::new();
    let confirm = Confirm::new(
        td_string!(l, editor.delete_title, title = editor.title.clone()).to_string(),
        td_string!(l, editor.delete_body),
    );
    view! {
        <Card title=td_string!(l, editor.facts)>
            <DescriptionList>
                <Fact term=td_string!(l, editor.created)>{fmt::date_time(locale(), editor.created_at)}</Fact>
                <Fact term=td_string!(l, products.updated)>{fmt::date_time(locale(), editor.updated_at)}</Fact>
            </DescriptionList>
        </Card>
        <SlotOutlet at=PRODUCT_DETAILS_SIDE subject=editor.id.to_string()/>
        <ActionButton
            action=delete
            label=td_string!(l, editor.delete)
            fields=vec![("id", editor.id.to_string())]
            variant=Variant::Critical
            confirm=confirm
        />
    }
}
