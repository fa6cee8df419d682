//! Stores what was set, after checking it.

use std::collections::BTreeMap;

use orion_kernel::AppError;
use serde_json::Value;
use sqlx::PgConnection;

use super::{Cipher, Level, SettingField, SettingScope, SettingsSchema, TOPIC, resolve::place};
use crate::{database::to_app_error, invalidation};

/// Sets values by key; `null` removes one, so that the level above holds again, and an empty text leaves a secret as it
/// is. Every process reads the new ones once the transaction commits.
///
/// # Errors
///
/// Field errors under the settings' keys; nothing is stored then.
pub async fn save(
    conn: &mut PgConnection,
    cipher: &Cipher,
    schema: &SettingsSchema,
    level: Level,
    values: &BTreeMap<String, Value>,
) -> Result<(), AppError> {
    let fields = check(schema, level, values)?;
    for (field, value) in fields {
        let written = match value {
            Value::Null => remove(conn, schema.module, field.key, level).await,
            Value::String(text) if field.is_secret() && text.is_empty() => Ok(()),
            Value::String(text) if field.is_secret() => {
                let place = place(schema.module, field.key, level.code(), level.id());
                let sealed = cipher.encrypt(&place, text).map_err(|error| {
                    tracing::error!(%error, module = schema.module, key = field.key, "a secret cannot be stored");
                    AppError::internal()
                })?;
                put(conn, schema.module, field.key, level, &Value::String(sealed), true).await
            }
            value => put(conn, schema.module, field.key, level, value, false).await,
        };
        written.map_err(to_app_error)?;
    }
    invalidation::publish(conn, TOPIC, schema.module).await.map_err(to_app_error)
}

fn check<'a>(
    schema: &'a SettingsSchema,
    level: Level,
    values: &'a BTreeMap<String, Value>,
) -> Result<Vec<(&'a SettingField, &'a Value)>, AppError> {
    let mut fields = Vec::new();
    let mut faults = Vec::new();
    for (key, value) in values {
        let Some(field) = schema.field(key) else {
            return Err(AppError::invalid("unknown_setting"));
        };
        if matches!(level, Level::Store(_)) && field.scope == SettingScope::Platform {
            return Err(AppError::forbidden());
        }
        let checked = if value.is_null() { Ok(()) } else { field.check(value) };
        match checked {
            Ok(()) => fields.push((field, value)),
            Err(fault) => faults.push(fault),
        }
    }
    if faults.is_empty() { Ok(fields) } else { Err(AppError::from_fields(faults)) }
}

async fn put(
    conn: &mut PgConnection,
    module: &str,
    key: &str,
    level: Level,
    value: &Value,
    secret: bool,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "insert into orion.settings (scope, scope_id, module, key, value, secret) values ($1, $2, $3, $4, $5, $6) \
         on conflict (scope, scope_id, module, key) \
         do update set value = excluded.value, secret = excluded.secret, updated_at = now()",
    )
    .bind(level.code())
    .bind(level.id())
    .bind(module)
    .bind(key)
    .bind(value)
    .bind(secret)
    .execute(conn)
    .await
    .map(drop)
}

async fn remove(conn: &mut PgConnection, module: &str, key: &str, level: Level) -> Result<(), sqlx::Error> {
    sqlx::query("delete from orion.settings where scope = $1 and scope_id = $2 and module = $3 and key = $4")
        .bind(level.code())
        .bind(level.id())
        .bind(module)
        .bind(key)
        .execute(conn)
        .await
        .map(drop)
}
