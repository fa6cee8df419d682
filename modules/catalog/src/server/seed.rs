//! The demo's products, read from files as a merchant's would be.

use orion_kernel::{AppError, Locale};
use orion_runtime::{
    App, Ctx, Result,
    import::{ImportFile, ImportFolder},
    jobs::JobScope,
    module_server::DemoFiles,
};
use serde::Deserialize;

use super::import_products::import_file;

#[derive(Deserialize)]
struct DemoStore {
    code: String,
    /// The file's path below the demo's folder.
    products: String,
}

/// Imports each store's products.
pub async fn seed(app: App, demo: DemoFiles) -> Result<()> {
    let stores: Vec<DemoStore> = demo.json("stores.json")?;
    for platform in app.directory().platforms(&app).await? {
        for store in &stores {
            let Some(found) = app.directory().store_by_code(&app, &platform, &store.code).await? else { continue };
            let scope = JobScope {
                platform_id: platform.id,
                merchant_id: Some(found.merchant_id),
                store_id: Some(found.id),
                locale: found.locales.first().copied().unwrap_or(Locale::En),
            };
            let ctx = Ctx::for_job(&app, &scope, "demo").await?;
            let (folder, name) = store.products.rsplit_once('/').unwrap_or(("", &store.products));
            let file = ImportFile {
                bytes: demo.read(&store.products)?.to_vec(),
                name: name.to_owned(),
                folder: Some(ImportFolder::Demo(demo, folder.to_owned())),
            };
            let summary = import_file(&ctx, file, |_, _| ()).await?;
            for failure in &summary.failed {
                tracing::error!(store = store.code, %failure, "a row of the demo cannot be read");
            }
            if !summary.failed.is_empty() {
                return Err(AppError::internal().into());
            }
        }
    }
    Ok(())
}
