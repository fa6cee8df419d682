//! The demo: one platform, two merchants, three stores, some weeks of orders.

use std::borrow::Cow;

use orion_runtime::{App, Result, module_server::DemoFiles};
use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "../server/demo"]
struct Files;

/// The demo's files, compiled in.
pub const FILES: DemoFiles = DemoFiles(|path| {
    Files::get(path).map(|file| match file.data {
        Cow::Borrowed(bytes) => bytes,
        // Debug builds read from the checkout. The demo is written once, so its files may stay in memory.
        Cow::Owned(bytes) => &*bytes.leak(),
    })
});

/// Writes the demo into an empty database, each module its share; a database that has a platform stays as it is. Says
/// whether it was written.
///
/// # Errors
///
/// What the first module that failed says.
pub async fn seed(app: &App) -> Result<bool> {
    if !app.directory().platforms(app).await?.is_empty() {
        return Ok(false);
    }
    for module in app.modules() {
        if let Some(seed) = module.seed {
            tracing::info!(module = module.code, "writing the demo");
            seed(app.clone(), FILES).await?;
        }
    }
    Ok(true)
}
