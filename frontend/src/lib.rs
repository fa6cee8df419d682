//! The browser's entry: hydrates the page the server sent, and nothing else.

use leptos::{mount::hydrate_from_async, prelude::document, tachys::dom::body};
use orion_app::{App, modules::registry};
use wasm_bindgen::{JsCast, prelude::wasm_bindgen};
use web_sys::Element;

/// Called by the page's start script. `data-hydrated` on the root tells tests that the page answers.
#[wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    _ = any_spawner::Executor::init_wasm_bindgen();
    let root = document().document_element();
    // Server functions are called below the frontend's base, as forms are posted there.
    if let Some(base) = root.as_ref().and_then(|root| root.get_attribute("data-base")).filter(|base| !base.is_empty()) {
        leptos::server_fn::client::set_server_url(base.leak());
    }
    leptos::task::spawn_local(async move {
        fetch_slots().await;
        hydrate_from_async(body(), App).await.forget();
        if let Some(root) = root {
            _ = root.set_attribute("data-hydrated", "");
        }
    });
}

/// Fetches the code of what hangs in the page's slots: hydration has to find the views the server sent at once.
async fn fetch_slots() {
    let Ok(outlets) = document().query_selector_all("[data-slot]") else { return };
    let outlets = (0..outlets.length()).filter_map(|index| outlets.get(index)?.dyn_into::<Element>().ok());
    let hung: Vec<_> = outlets
        .filter_map(|outlet| {
            let (slot, module) = (outlet.get_attribute("data-slot")?, outlet.get_attribute("data-module")?);
            registry().get(&module)?.slots.iter().find(|hung| hung.slot.0 == slot)
        })
        .map(|hung| (hung.view)(None))
        .collect();
    for part in hung {
        part.await;
    }
}
