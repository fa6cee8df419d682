//! Shows what other modules hang in a page.

use leptos::prelude::*;
use orion_kernel::{Boot, Slot, SlotContribution};

/// Who knows the contributions: the application provides it to every page.
#[derive(Clone, Copy)]
pub struct Slots(pub fn(Slot, &Boot) -> Vec<SlotContribution>);

/// A place where enabled modules hang components; empty when none does.
#[component]
pub fn SlotOutlet(
    /// Which place.
    at: Slot,
    /// The id of the thing the page shows.
    #[prop(optional, into)]
    subject: String,
) -> impl IntoView {
    let found = use_context::<Slots>().zip(use_context::<Boot>()).map(|(Slots(find), boot)| find(at, &boot));
    let views: Vec<_> = found.unwrap_or_default().into_iter().map(|hung| (hung.view)(subject.clone())).collect();
    views.collect_view()
}

/// How many things are in the cart, shown in the storefront's header and changed by whoever adds to it.
#[derive(Clone, Copy)]
pub struct CartCount(pub RwSignal<u32>);
