//! The overview.

use leptos::prelude::*;
use orion_ui::{EmptyState, Page};

use crate::i18n::{page, td_string};

/// What there is.
#[component]
pub fn Overview() -> impl IntoView {
    let l = page();
    view! {
        <Page title=td_string!(l, overview.title)>
            <EmptyState title=td_string!(l, overview.empty_title) body=td_string!(l, overview.empty_body)/>
        </Page>
    }
}
