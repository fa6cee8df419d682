//! The frontend's routes: those of the enabled modules, and a page for everything else.

use leptos::{prelude::*, tachys::view::iterators::StaticVec};
use leptos_router::{
    components::{RouteChildren, Routes, RoutesProps},
    hooks::use_location,
};
use orion_kernel::{AppError, Boot, module::Route};
use orion_ui::{error_page, not_found};

use crate::library;

/// Builds the routes of the modules that are on. A disabled module's path falls through to the page for what is not there.
pub fn routes(boot: &Boot) -> impl IntoView + use<> {
    let frontend = boot.frontend;
    let refused = boot.refused.clone().map(|error| (format!("{}{}", boot.base, boot.path), error));
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
    Routes(
        RoutesProps::builder()
            .fallback(move || nothing_found(refused.as_ref()))
            .children(RouteChildren::to_children(found))
            .build(),
    )
}

/// The page for an address without one. Where a form was sent to and refused, it says why.
fn nothing_found(refused: Option<&(String, AppError)>) -> AnyView {
    match refused {
        Some((address, error)) if use_location().pathname.with_untracked(|path| path == address) => error_page(error),
        _ => not_found(),
    }
}
