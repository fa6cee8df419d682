//! Beside the form: facts, what other modules know of the product, and removing it.

use leptos::prelude::*;
use orion_contracts::slots::PRODUCT_DETAILS_SIDE;
use orion_kernel::fmt;
use orion_ui::{ActionButton, Card, Confirm, DescriptionList, Fact, SlotOutlet, Variant, may, page::locale};

use crate::{
    i18n::{page, td_string},
    permissions,
    server_fns::store::DeleteProduct,
    views::Editor,
};

/// The side column.
#[component]
pub fn Side(editor: Editor) -> impl IntoView {
    let l = page();
    let delete = ServerAction::<DeleteProduct>::new();
    let id = editor.id.to_string();
    let removal = may(permissions::DELETE).then(|| {
        let confirm = Confirm::new(
            td_string!(l, editor.delete_title, title = editor.title).to_string(),
            td_string!(l, editor.delete_body),
        );
        view! {
            <ActionButton
                action=delete
                label=td_string!(l, editor.delete)
                fields=vec![("id", id.clone())]
                variant=Variant::Critical
                confirm=confirm
            />
        }
    });
    view! {
        <Card title=td_string!(l, editor.facts)>
            <DescriptionList>
                <Fact term=td_string!(l, editor.created)>{fmt::date_time(locale(), editor.created_at)}</Fact>
                <Fact term=td_string!(l, products.updated)>{fmt::date_time(locale(), editor.updated_at)}</Fact>
            </DescriptionList>
        </Card>
        <SlotOutlet at=PRODUCT_DETAILS_SIDE subject=id/>
        {removal}
    }
}
