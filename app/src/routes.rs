//! The frontend's routes: those of the enabled modules, and a page for everything else.

use leptos::{prelude::*, tachys::view::iterators::StaticVec};
use leptos_router::{
    components::{RouteChildren, Routes, RoutesProps},
    hooks::use_location,
};
use orion_kernel::{Boot, module::Route};
use orion_ui::{error_page, not_found};

use crate::library;

/// Builds the routes of the modules that are on. A disabled module's path falls through to the page for what is not there.
/// Where whoever asks was refused, the page says so in place of its content, until they go elsewhere.
pub fn routes(boot: &Boot) -> AnyView {
    let Some(error) = boot.refused.clone() else { return pages(boot) };
    let address = if boot.path == "/" && !boot.base.is_empty() {
        boot.base.clone()
    } else {
        format!("{}{}", boot.base, boot.path)
    };
    let pathname = use_location().pathname;
    let is_here = Memo::new(move |_| pathname.with(|path| *path == address));
    let boot = boot.clone();
    (move || if is_here.get() { error_page(&error) } else { pages(&boot) }).into_any()
}

fn pages(boot: &Boot) -> AnyView {
    let frontend = boot.frontend;
    let enabled = boot.modules.clone();
    let library = library::routes(boot);
    let found = move || -> StaticVec<Route> {
        crate::modules::registry()
            .modules()
            .iter()
            .filter(|module| enabled.iter().any(|code| code == module.code))
            .flat_map(|module| (module.routes)(frontend))
            .chain(library)
            .collect::<Vec<_>>()
            .into()
    };
    Routes(RoutesProps::builder().fallback(not_found).children(RouteChildren::to_children(found)).build()).into_any()
}
