//! What the browser does with an authenticator. Its own functions turn JSON into what it wants, and its answer into JSON.

use js_sys::{Function, JSON, Object, Promise, Reflect, global};
use leptos::{
    prelude::*,
    wasm_bindgen::{JsCast, JsValue},
};
use wasm_bindgen_futures::JsFuture;

/// Something with an authenticator that the browser can do.
#[derive(Clone, Copy)]
pub enum Ask {
    /// Make a new key.
    Create,
    /// Answer with a key it has.
    Get,
}

impl Ask {
    const fn method(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::Get => "get",
        }
    }

    const fn reader(self) -> &'static str {
        match self {
            Self::Create => "parseCreationOptionsFromJSON",
            Self::Get => "parseRequestOptionsFromJSON",
        }
    }
}

/// Whether this browser knows passkeys; not before scripts run.
pub fn use_is_supported() -> Signal<bool> {
    let is_supported = RwSignal::new(false);
    Effect::new(move || {
        let has = class().and_then(|class| function(&class, Ask::Get.reader())).is_ok();
        is_supported.set(has);
    });
    is_supported.into()
}

/// Asks an authenticator, with options and answer as JSON. Nothing when the person has changed their mind, or there is none.
pub async fn ask(what: Ask, options: &str) -> Option<String> {
    answer(what, options).await.ok()?.as_string()
}

async fn answer(what: Ask, options: &str) -> Result<JsValue, JsValue> {
    let class = class()?;
    let options = function(&class, what.reader())?.call1(&class, &JSON::parse(options)?)?;
    let request = Object::new();
    Reflect::set(&request, &"publicKey".into(), &options)?;
    let navigator = Reflect::get(&global(), &"navigator".into())?;
    let credentials = Reflect::get(&navigator, &"credentials".into())?;
    let promise = function(&credentials, what.method())?.call1(&credentials, &request)?;
    let credential = JsFuture::from(promise.dyn_into::<Promise>()?).await?;
    let json = function(&credential, "toJSON")?.call0(&credential)?;
    Ok(JSON::stringify(&json)?.into())
}

fn class() -> Result<JsValue, JsValue> {
    Reflect::get(&global(), &"PublicKeyCredential".into())
}

fn function(object: &JsValue, name: &str) -> Result<Function, JsValue> {
    Reflect::get(object, &name.into())?.dyn_into()
}
