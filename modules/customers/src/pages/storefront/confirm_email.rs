//! Where the link to another e-mail address leads.

use leptos::{prelude::*, server_fn::ServerFn as _};
use orion_ui::{Card, Hidden, Page, PostForm};

use crate::{
    components::LinkPage,
    error,
    i18n::{page, td_string},
    model::LinkKind,
    server_fns::storefront::ConfirmEmail as Confirm,
    views::LinkView,
};

/// One button: a link alone changes nothing, because programs that look through mail follow it too.
#[component]
pub fn ConfirmEmail() -> impl IntoView {
    view! { <LinkPage kind=LinkKind::Email view=content/> }
}

fn content(link: LinkView, token: String) -> AnyView {
    let l = page();
    view! {
        <Page
            title=td_string!(l, confirm_email.title)
            subtitle=td_string!(l, confirm_email.lead, email = link.email)
            narrow=true
        >
            <Card>
                <PostForm url=Confirm::url() submit=td_string!(l, confirm_email.submit) error_text=error::text>
                    <Hidden name="token" value=token/>
                </PostForm>
            </Card>
        </Page>
    }
    .into_any()
}
