//! The customers' door.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use orion_ui::{Alert, Card, Page, Tone};

use crate::{
    components::SignInForm,
    i18n::{page, td_string},
};

/// Asks for e-mail address and password, and goes on to where the address says.
#[component]
pub fn SignInPage() -> impl IntoView {
    let l = page();
    let query = use_query_map();
    let next = query.read_untracked().get("next").unwrap_or_default();
    let deleted = query.read_untracked().get("deleted").map(|_| {
        view! {
            <Alert tone=Tone::Success title=td_string!(l, sign_in.deleted_title)>{td_string!(l, sign_in.deleted_body)}</Alert>
        }
    });
    view! {
        <Page title=td_string!(l, sign_in.title) narrow=true>
            {deleted}
            <Card><SignInForm next/></Card>
        </Page>
    }
}
