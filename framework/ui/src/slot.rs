//! Shows what other modules hang in a page.

use std::task::{Context, Poll, Waker};

use leptos::prelude::*;
use orion_kernel::{Boot, Slot, SlotContribution};
use send_wrapper::SendWrapper;

/// Who knows the contributions, with their modules' codes: the application provides it to every page.
#[derive(Clone, Copy)]
pub struct Slots(pub fn(Slot, &Boot) -> Vec<(&'static str, SlotContribution)>);

/// A place where enabled modules hang components; empty when none does.
///
/// Each stands in an element that names slot and module: by these the browser knows what code to fetch before it hydrates
/// the page.
#[component]
pub fn SlotOutlet(
    /// Which place.
    at: Slot,
    /// The id of the thing the page shows.
    #[prop(optional, into)]
    subject: String,
) -> impl IntoView {
    let found = use_context::<Slots>().zip(use_context::<Boot>()).map(|(Slots(find), boot)| find(at, &boot));
    let views: Vec<_> = found
        .unwrap_or_default()
        .into_iter()
        .map(|(module, hung)| {
            view! { <div data-slot=at.0 data-module=module>{shown(hung, subject.clone())}</div> }
        })
        .collect();
    views.collect_view()
}

/// Its code is there on the server, and in the browser unless the page was come to from another; then it follows.
fn shown(hung: SlotContribution, subject: String) -> AnyView {
    let mut view = (hung.view)(Some(subject));
    match view.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(view) => view,
        Poll::Pending => Suspend::new(SendWrapper::new(view)).into_any(),
    }
}

/// How many things are in the cart, shown in the storefront's header and changed by whoever adds to it.
#[derive(Clone, Copy)]
pub struct CartCount(pub RwSignal<u32>);
