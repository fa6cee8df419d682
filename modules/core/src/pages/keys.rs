//! The keys that do something.

use leptos::prelude::*;
use orion_ui::{Card, KeyList, Page};

use crate::i18n::{page, td_string};

/// The list, for whoever looks for it.
#[component]
pub fn Keys() -> impl IntoView {
    let l = page();
    view! {
        <Page title=td_string!(l, keys.title) subtitle=td_string!(l, keys.lead) narrow=true>
            <Card><KeyList/></Card>
        </Page>
    }
}
