//! What a form shows of the settings: what holds, where it comes from, and of secrets only whether there is one.

use orion_kernel::{AppError, PlatformId, StoreId};
use serde_json::Value;
use sqlx::PgConnection;

use super::{
    SettingScope, SettingsSchema, SettingsStore, Source,
    resolve::{load, resolve},
};
use crate::database::to_app_error;

/// A setting as a form shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct FormValue {
    /// The setting.
    pub key: &'static str,
    /// What holds; `null` for secrets.
    pub value: Value,
    /// Whether there is a value, which for a secret is all that is shown.
    pub is_set: bool,
    /// Where it comes from.
    pub source: Source,
}

/// The values of a module for a form: a store's when there is one, which leaves out what only operators set, and the
/// platform's otherwise. Reads the database, not the cache.
///
/// # Errors
///
/// The database refuses or cannot be reached.
pub async fn read_form(
    conn: &mut PgConnection,
    settings: &SettingsStore,
    schema: &SettingsSchema,
    platform_id: PlatformId,
    store_id: Option<StoreId>,
) -> Result<Vec<FormValue>, AppError> {
    let rows = load(conn, schema.module, platform_id.0, store_id.map(|id| id.0)).await.map_err(to_app_error)?;
    let shown = resolve(schema, settings.environment(), &rows)
        .into_iter()
        .filter(|resolved| store_id.is_none() || resolved.field.scope == SettingScope::Store)
        .map(|resolved| FormValue {
            key: resolved.field.key,
            value: if resolved.field.is_secret() { Value::Null } else { resolved.value.clone() },
            is_set: !resolved.value.is_null(),
            source: resolved.source,
        })
        .collect();
    Ok(shown)
}
