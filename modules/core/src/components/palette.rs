//! The search over everything, as a window.

use leptos::prelude::*;
use orion_kernel::{Frontend, boot};
use orion_ui::{CommandPalette, KeyHelp, PaletteKind};

use crate::{
    paths,
    server_fns::{admin, store},
};

/// The window, for the back office at hand.
pub fn palette(kind: PaletteKind) -> AnyView {
    if kind == PaletteKind::Keys {
        return view! { <KeyHelp/> }.into_any();
    }
    let is_admin = boot::boot().is_some_and(|boot| boot.frontend == Frontend::Admin);
    if is_admin {
        view! { <CommandPalette find=|words| Box::pin(admin::search(words)) path=paths::SEARCH/> }.into_any()
    } else {
        view! { <CommandPalette find=|words| Box::pin(store::search(words)) path=paths::SEARCH/> }.into_any()
    }
}
