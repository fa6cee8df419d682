//! A new page of the platform.

use leptos::prelude::*;
use orion_kernel::AppError;
use orion_ui::{Card, Choice, Form, Page, RadioCards, TextField, done, error_page, may, say_done};

use crate::{
    components::scope_label,
    error,
    i18n::{page, td_string},
    model::PageScope,
    paths, permissions,
    server_fns::admin::CreatePlatformPage,
};

/// Asks whose it is, for title and address; the text comes next.
#[component]
pub fn NewPage() -> AnyView {
    let may_write = may(permissions::MANAGE);
    if !may_write {
        return error_page(&AppError::forbidden());
    }
    let l = page();
    let create = ServerAction::<CreatePlatformPage>::new();
    say_done(done(create), td_string!(l, page.saved));
    let hint = |scope| match scope {
        PageScope::Platform => td_string!(l, scope.platform_hint),
        PageScope::StoreDefault => td_string!(l, scope.store_default_hint),
    };
    let scopes = PageScope::ALL.map(|scope| Choice::new(scope.code(), scope_label(scope)).hint(hint(scope)));
    view! {
        <Page title=td_string!(l, page.add) back=paths::PAGES back_label=td_string!(l, page.index) narrow=true>
            <Form action=create submit=td_string!(l, page.create) cancel=paths::PAGES error_text=error::text>
                <Card>
                    <div class="stack">
                        <RadioCards
                            name="scope"
                            label=td_string!(l, scope.whose)
                            options=scopes.to_vec()
                            value=PageScope::Platform.code()
                            required=true
                        />
                        <TextField name="title" label=td_string!(l, page.title) required=true maxlength=120u32/>
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
