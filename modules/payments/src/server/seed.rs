//! The demo's bank accounts, so that its stores take transfers.

use std::collections::BTreeMap;

use orion_runtime::{
    App, Ctx, Result,
    jobs::JobScope,
    module_server::DemoFiles,
    settings::{Cipher, Level, Settings, save},
};
use serde_json::Value;

use super::settings::PaymentsSettings;

/// From the register of example account numbers: it belongs to nobody.
const IBAN: &str = "LU280019400644750000";
const BIC: &str = "BCEELULL";

/// Gives each store an account.
pub async fn seed(app: App, _: DemoFiles) -> Result<()> {
    for platform in app.directory().platforms(&app).await? {
        for store in app.directory().stores(&app, platform.id).await? {
            let scope = JobScope {
                platform_id: platform.id,
                merchant_id: Some(store.merchant_id),
                store_id: Some(store.id),
                locale: store.locales.first().copied().unwrap_or(orion_kernel::Locale::En),
            };
            let ctx = Ctx::for_job(&app, &scope, "demo").await?;
            let values = BTreeMap::from([
                ("transfer_holder".to_owned(), Value::from(store.name.clone())),
                ("transfer_iban".to_owned(), Value::from(IBAN)),
                ("transfer_bic".to_owned(), Value::from(BIC)),
            ]);
            let cipher = Cipher::new(&app.config().secret_key, &[]);
            let mut tx = ctx.begin().await?;
            save(tx.conn(), &cipher, &PaymentsSettings::schema(), Level::Store(store.id), &values).await?;
            tx.commit().await?;
        }
    }
    Ok(())
}
