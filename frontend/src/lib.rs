//! The browser's entry: hydrates the page the server sent, and nothing else.

use leptos::{mount::hydrate_from_async, prelude::document, tachys::dom::body};
use orion_app::App;
use wasm_bindgen::prelude::wasm_bindgen;

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
        hydrate_from_async(body(), App).await.forget();
        if let Some(root) = root {
            _ = root.set_attribute("data-hydrated", "");
        }
    });
}
