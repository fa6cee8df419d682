//! The HTML document around the application.

use leptos::{nonce::use_nonce, prelude::*};
use leptos_meta::MetaTags;

use crate::App;

/// What stands in a page's head and on its root.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// The folder of the browser part, such as `/pkg/1f2e3d4c`; empty when it was not built.
    pub package: String,
    /// The stylesheets in order.
    pub styles: Vec<String>,
    /// Custom properties of the store's theme.
    pub theme_css: Option<String>,
    /// The page's language code.
    pub language: &'static str,
    /// The frontend's code.
    pub frontend: &'static str,
    /// What every address of the frontend begins with.
    pub base: String,
    /// `light` or `dark` when chosen; otherwise the system decides.
    pub theme: Option<String>,
    /// The same page in each language: code and address.
    pub alternates: Vec<(&'static str, String)>,
}

/// Starts the browser part when the browser has nothing better to do; the page is usable before.
fn start_script(package: &str) -> String {
    format!(
        "const start=()=>import('{package}/orion.js').then(m=>m.default({{module_or_path:'{package}/orion.wasm'}}).then(()=>m.hydrate()));\
         'requestIdleCallback' in window?requestIdleCallback(start,{{timeout:1000}}):start();"
    )
}

/// The document.
pub fn document(page: Document) -> impl IntoView {
    let nonce = use_nonce();
    let package = page.package;
    view! {
        <!DOCTYPE html>
        <html lang=page.language data-frontend=page.frontend data-base=page.base data-theme=page.theme>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <link rel="icon" type="image/svg+xml" href="/style/orion.svg"/>
                {page.styles.into_iter().map(|href| view! { <link rel="stylesheet" href=href/> }).collect_view()}
                {page.theme_css.map(|css| view! { <style nonce=nonce.clone()>{css}</style> })}
                {page
                    .alternates
                    .into_iter()
                    .map(|(language, href)| view! { <link rel="alternate" hreflang=language href=href/> })
                    .collect_view()}
                {(!package.is_empty())
                    .then(|| {
                        view! {
                            <link rel="modulepreload" href=format!("{package}/orion.js") crossorigin="anonymous" fetchpriority="low"/>
                            <link
                                rel="preload"
                                href=format!("{package}/orion.wasm")
                                r#as="fetch"
                                r#type="application/wasm"
                                crossorigin="anonymous"
                                fetchpriority="low"
                            />
                            <script type="module" nonce=nonce.clone()>{start_script(&package)}</script>
                        }
                    })}
                <MetaTags/>
            </head>
            <body>
                <App/>
            </body>
        </html>
    }
}
