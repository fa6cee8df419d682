//! A content page of the platform.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use orion_ui::Load;

use crate::{components::Prose, server_fns::platform::platform_page};

/// The page whose slug stands in the address.
#[component]
pub fn Content() -> impl IntoView {
    let params = use_params_map();
    let page = Resource::new(move || params.read().get("slug").unwrap_or_default(), platform_page);
    view! { <Load value=page view=|content| view! { <Prose content/> }.into_any()/> }
}
