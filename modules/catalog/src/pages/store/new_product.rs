//! Adding a product.

use leptos::prelude::*;
use orion_kernel::AppError;
use orion_ui::{Card, Form, MoneyField, Page, TextField, done, error_page, may, say_done};

use crate::{
    error,
    i18n::{page, td_string},
    paths, permissions,
    server_fns::store::CreateProduct,
};

/// A name and a price; the rest follows in the editor.
#[component]
pub fn NewProductPage() -> AnyView {
    let may_create = may(permissions::CREATE);
    if !may_create {
        return error_page(&AppError::forbidden());
    }
    let l = page();
    let create = ServerAction::<CreateProduct>::new();
    say_done(done(create), td_string!(l, editor.saved));
    view! {
        <Page
            title=td_string!(l, editor.new_title)
            subtitle=td_string!(l, editor.new_hint)
            back=paths::PRODUCTS
            back_label=td_string!(l, products.title)
            narrow=true
        >
            <Form action=create submit=td_string!(l, editor.create) cancel=paths::PRODUCTS error_text=error::text>
                <Card>
                    <div class="stack">
                        <TextField name="title" label=td_string!(l, editor.name) required=true/>
                        <MoneyField name="price" label=td_string!(l, editor.price)/>
                        <TextField name="vendor" label=td_string!(l, products.vendor)/>
                    </div>
                </Card>
            </Form>
        </Page>
    }
    .into_any()
}
