//! The frontend's routes: those of the enabled modules, and a page for everything else.

use leptos::{prelude::*, tachys::view::iterators::StaticVec};
use leptos_router::components::{RouteChildren, Routes, RoutesProps};
use orion_kernel::{Boot, module::Route};
use orion_ui::NotFoundPage;

/// Builds the routes of the modules that are on. A disabled module's path falls through to the page for what is not there.
pub fn routes(boot: &Boot) -> impl IntoView + use<> {
    let frontend = boot.frontend;
    let enabled = boot.modules.clone();
    let found = move || -> StaticVec<Route> {
        crate::modules::registry()
            .modules()
            .iter()
            .filter(|module| enabled.iter().any(|code| code == module.code))
            .flat_map(|module| (module.routes)(frontend))
            .collect::<Vec<_>>()
            .into()
    };
    Routes(
        RoutesProps::builder()
            .fallback(|| view! { <NotFoundPage/> })
            .children(RouteChildren::to_children(found))
            .build(),
    )
}
