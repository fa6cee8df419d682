//! The customers' door.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use orion_ui::{Card, Page};

use crate::{
    components::SignInForm,
    i18n::{page, td_string},
};

/// Asks for e-mail address and password, and goes on to where the address says.
#[component]
pub fn SignInPage() -> impl IntoView {
    let next = use_query_map().read_untracked().get("next").unwrap_or_default();
    view! {
        <Page title=td_string!(page(), sign_in.title) narrow=true>
            <Card><SignInForm next/></Card>
        </Page>
    }
}
