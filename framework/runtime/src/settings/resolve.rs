//! Which value holds: the environment's, the store's, the platform's, the installation's, or the default.

use std::collections::HashMap;

use serde_json::Value;
use sqlx::PgConnection;
use uuid::Uuid;

use super::{SettingField, SettingsSchema};

/// Where a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// Nobody set one.
    Default,
    /// For every platform.
    Installation,
    /// For the platform.
    Platform,
    /// For the store.
    Store,
    /// An environment variable; cannot be changed by anyone below.
    Environment,
}

/// Values of environment variables by module and key, read and checked.
pub(super) type Environment = HashMap<(&'static str, &'static str), Value>;

/// A stored value.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(super) struct Row {
    pub(super) scope: String,
    pub(super) scope_id: Uuid,
    pub(super) key: String,
    pub(super) value: Value,
}

/// A setting's value, secrets still encrypted when they come from a row.
pub(super) struct Resolved<'a> {
    pub(super) field: &'a SettingField,
    pub(super) source: Source,
    pub(super) value: &'a Value,
    pub(super) row: Option<&'a Row>,
}

/// The stored values that may hold for a platform and perhaps a store.
pub(super) async fn load(
    conn: &mut PgConnection,
    module: &str,
    platform_id: Uuid,
    store_id: Option<Uuid>,
) -> Result<Vec<Row>, sqlx::Error> {
    sqlx::query_as(
        "select scope, scope_id, key, value from orion.settings \
         where module = $1 \
           and (scope = 'installation' or (scope = 'platform' and scope_id = $2) or (scope = 'store' and scope_id = $3))",
    )
    .bind(module)
    .bind(platform_id)
    .bind(store_id)
    .fetch_all(conn)
    .await
}

pub(super) fn resolve<'a>(
    schema: &'a SettingsSchema,
    environment: &'a Environment,
    rows: &'a [Row],
) -> Vec<Resolved<'a>> {
    schema
        .fields
        .iter()
        .map(|field| {
            if let Some(value) = environment.get(&(schema.module, field.key)) {
                return Resolved { field, source: Source::Environment, value, row: None };
            }
            // A value an earlier version stored may not be one any more; then the next one holds.
            let stored = rows
                .iter()
                .filter(|row| row.key == field.key && (field.is_secret() || field.check(&row.value).is_ok()))
                .max_by_key(|row| row.source());
            match stored {
                Some(row) => Resolved { field, source: row.source(), value: &row.value, row: Some(row) },
                None => Resolved { field, source: Source::Default, value: &field.default, row: None },
            }
        })
        .collect()
}

impl Row {
    fn source(&self) -> Source {
        match self.scope.as_str() {
            "store" => Source::Store,
            "platform" => Source::Platform,
            _ => Source::Installation,
        }
    }
}

/// What a secret is encrypted for.
pub(super) fn place(module: &str, key: &str, scope: &str, scope_id: Uuid) -> String {
    format!("{module}/{key}/{scope}/{scope_id}")
}
