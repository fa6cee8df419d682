//! The HTML document around the application.

use leptos::{nonce::use_nonce, prelude::*};
use leptos_meta::MetaTags;

use crate::App;

/// What stands in a page's head and on its root.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// The folder of the browser part, such as `/pkg/1f2e3d4c`; empty when it was not built.
    pub package: String,
    /// Whether the browser part is started by itself, or at the first sign of somebody who means to do something.
    pub starts_at_once: bool,
    /// The stylesheets in order.
    pub styles: Vec<String>,
    /// The picture in the browser's tab, when it is not ours.
    pub icon: Option<String>,
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

/// Starts the browser part: `parts` of the page come as one file, which the loader of the parts finds by their names.
const START: &str = "\
const parts=async url=>{\
const all=await(await fetch(url)).arrayBuffer(),size=new DataView(all).getUint32(0,true),found={};\
let at=4+size;\
for(const[name,bytes]of JSON.parse(new TextDecoder().decode(new Uint8Array(all,4,size)))){found[name]=all.slice(at,at+=bytes)}\
return found};\
const start=()=>{\
const url=document.querySelector('meta[name=orion-parts]')?.content;\
if(url){(globalThis.orionParts=parts(url)).catch(()=>{globalThis.orionParts=undefined})}\
return import(PKG+'/orion.js').then(m=>m.default({module_or_path:PKG+'/orion.wasm'}).then(()=>m.hydrate()))};";

/// When the browser has nothing better to do.
const AT_ONCE: &str = "'requestIdleCallback' in window?requestIdleCallback(start,{timeout:1000}):start();";

/// At the first sign of somebody who means to do something: until then the page is read, and links and forms work without.
const AT_FIRST_SIGN: &str = "\
const signs=['pointermove','pointerdown','keydown','scroll'];\
const begin=()=>{for(const sign of signs){removeEventListener(sign,begin,true)}start()};\
for(const sign of signs){addEventListener(sign,begin,{capture:true,passive:true})}";

fn start_script(package: &str, at_once: bool) -> String {
    format!("const PKG='{package}';{START}{}", if at_once { AT_ONCE } else { AT_FIRST_SIGN })
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
                {match page.icon {
                    Some(icon) => view! { <link rel="icon" href=icon/> }.into_any(),
                    None => view! { <link rel="icon" type="image/svg+xml" href="/style/orion.svg"/> }.into_any(),
                }}
                {page.styles.into_iter().map(|href| view! { <link rel="stylesheet" href=href/> }).collect_view()}
                {page.theme_css.map(|css| view! { <style nonce=nonce.clone()>{css}</style> })}
                {page
                    .alternates
                    .into_iter()
                    .map(|(language, href)| view! { <link rel="alternate" hreflang=language href=href/> })
                    .collect_view()}
                {(!package.is_empty() && page.starts_at_once)
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
                        }
                    })}
                {(!package.is_empty())
                    .then(|| {
                        let script = start_script(&package, page.starts_at_once);
                        view! { <script type="module" nonce=nonce.clone()>{script}</script> }
                    })}
                <MetaTags/>
            </head>
            <body>
                <App/>
            </body>
        </html>
    }
}
