//! A new page of the store.

use leptos::prelude::*;
use orion_kernel::AppError;
use orion_ui::{Card, Form, Page, TextField, done, error_page, may, say_done};

use crate::{
    error,
    i18n::{page, td_string},
    paths, permissions,
    server_fns::store::CreateStorePage,
};

/// Asks for title and address; the text comes next.
#[component]
pub fn NewPage() -> AnyView {
    let may_write = may(permissions::MANAGE);
    if !may_write {
        return error_page(&AppError::forbidden());
    }
    let l = page();
    let create = ServerAction::<CreateStorePage>::new();
    say_done(done(create), td_string!(l, page.saved));
    view! {
        <Page title=td_string!(l, page.add) back=paths::PAGES back_label=td_string!(l, page.index) narrow=true>
            <Form action=create submit=td_string!(l, page.create) cancel=paths::PAGES error_text=error::text>
                <Card>
                    <div class="stack">
                        <TextField name="title" label=td_string!(l, page.title) required=true autofocus=true maxlength=120u32/>
                        <TextField
                            name="slug"
                            label=td_string!(l, page.slug)
                            hint=td_string!(l, page.slug_hint)
                            prefix="/pages/"
                            required=true
                            maxlength=80u32
                        />
                    </div>
                </Card>
            </Form>
        </Page>
    }
    .into_any()
}
