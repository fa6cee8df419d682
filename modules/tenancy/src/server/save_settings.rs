//! Sets what a module lets be set, for a store or for the platform, or gives it up again.

use std::collections::BTreeMap;

use orion_kernel::{AppError, Currency, FieldError, Money, StoreId};
use orion_runtime::{
    Ctx, PlatformCtx, Result, Tx,
    settings::{Cipher, FormValue, Level, SettingField, SettingKind, SettingsSchema, Source, read_form, save},
};
use serde_json::{Value, json};

use super::settings_forms::schema;
use crate::forms::setting_field;

/// What was entered, by key.
pub type Entered = BTreeMap<String, String>;
/// What changes, by key; `null` gives a value up.
type Changes = BTreeMap<String, Value>;

/// Sets what was changed in a module's form, for this store. A secret left empty stays.
///
/// # Errors
///
/// `NotFound` for a module that is off; what is wrong with which field.
pub async fn save_store_settings(ctx: &Ctx, module: &str, entered: Entered) -> Result<()> {
    let store = ctx.store_id()?;
    set(ctx.begin().await?, Some(store), module, &entered).await
}

/// The same for the platform.
///
/// # Errors
///
/// As [`save_store_settings`].
pub async fn save_platform_settings(ctx: &PlatformCtx, module: &str, entered: Entered) -> Result<()> {
    set(ctx.begin().await?, None, module, &entered).await
}

/// Gives up all that this store has set of a module, secrets included: the platform's values hold again.
///
/// # Errors
///
/// `NotFound` for a module that is off.
pub async fn reset_store_settings(ctx: &Ctx, module: &str) -> Result<()> {
    let store = ctx.store_id()?;
    give_up(ctx.begin().await?, Some(store), module).await
}

/// The same for the platform.
///
/// # Errors
///
/// As [`reset_store_settings`].
pub async fn reset_platform_settings(ctx: &PlatformCtx, module: &str) -> Result<()> {
    give_up(ctx.begin().await?, None, module).await
}

async fn set(mut tx: Tx, store: Option<StoreId>, module: &str, entered: &Entered) -> Result<()> {
    let ctx = tx.ctx().clone();
    let schema = schema(&ctx, module)?;
    let now = read_form(tx.conn(), ctx.app().settings(), schema, ctx.platform_id(), store).await?;
    let changes = changes(schema, &now, entered, currency(&ctx))?;
    write(tx, schema, store, &changes, "tenancy.settings_changed").await
}

async fn give_up(mut tx: Tx, store: Option<StoreId>, module: &str) -> Result<()> {
    let ctx = tx.ctx().clone();
    let schema = schema(&ctx, module)?;
    let now = read_form(tx.conn(), ctx.app().settings(), schema, ctx.platform_id(), store).await?;
    let changes = now.iter().map(|value| (value.key.to_owned(), Value::Null)).collect();
    write(tx, schema, store, &changes, "tenancy.settings_reset").await
}

async fn write(
    mut tx: Tx,
    schema: &SettingsSchema,
    store: Option<StoreId>,
    changes: &Changes,
    action: &str,
) -> Result<()> {
    if changes.is_empty() {
        return Ok(());
    }
    let ctx = tx.ctx().clone();
    // Where keys of others' services stand, nobody changes anything in somebody else's name.
    if schema.fields.iter().any(|field| matches!(field.kind, SettingKind::Secret)) {
        ctx.refuse_impersonation()?;
    }
    let level = store.map_or(Level::Platform(ctx.platform_id()), Level::Store);
    let cipher = Cipher::new(&ctx.app().config().secret_key, &[]);
    save(tx.conn(), &cipher, schema, level, changes).await.map_err(|error| named_as_in_the_form(schema, error))?;
    tx.audit(action, ("module", schema.module), told(schema, changes)).await?;
    tx.commit().await
}

/// The audit log says of a secret that it changed.
fn told(schema: &SettingsSchema, changes: &Changes) -> Changes {
    let shown = |key: &str, value: &Value| if is_secret(schema, key) { json!("•••") } else { value.clone() };
    changes.iter().map(|(key, value)| (key.clone(), shown(key, value))).collect()
}

fn currency(ctx: &Ctx) -> Currency {
    ctx.scope().store.as_ref().map_or(Currency::EUR, |store| store.currency)
}

/// What differs from what holds. A box that is not ticked posts nothing; any other field that is not there stays.
fn changes(
    schema: &SettingsSchema,
    now: &[FormValue],
    entered: &Entered,
    currency: Currency,
) -> Result<Changes, AppError> {
    if entered.keys().any(|key| now.iter().all(|value| value.key != key)) {
        return Err(AppError::invalid("unknown_setting"));
    }
    let mut changes = Changes::new();
    let mut faults = Vec::new();
    for value in now.iter().filter(|value| value.source != Source::Environment) {
        let Some(field) = schema.field(value.key) else { continue };
        match read(field, value, entered.get(value.key).map(|text| text.trim()), currency) {
            Ok(Some(entered)) if entered != value.value => {
                changes.insert(value.key.to_owned(), entered);
            }
            Ok(_) => {}
            Err(fault) => faults.push(fault),
        }
    }
    if faults.is_empty() { Ok(changes) } else { Err(named_as_in_the_form(schema, AppError::from_fields(faults))) }
}

fn read(
    field: &SettingField,
    now: &FormValue,
    entered: Option<&str>,
    currency: Currency,
) -> Result<Option<Value>, FieldError> {
    match (field.kind, entered) {
        (SettingKind::Bool, entered) => field.parse(entered.unwrap_or_default()).map(Some),
        (_, None) | (SettingKind::Secret, Some("")) => Ok(None),
        (SettingKind::Money, Some(text)) => {
            let currency = serde_json::from_value(now.value.clone()).map_or(currency, |money: Money| money.currency);
            let amount = Money::parse_decimal(text, currency).ok();
            field.parse(&json!(amount).to_string()).map(Some)
        }
        (_, Some(text)) => field.parse(text).map(Some),
    }
}

fn is_secret(schema: &SettingsSchema, key: &str) -> bool {
    schema.field(key).is_some_and(|field| matches!(field.kind, SettingKind::Secret))
}

fn named_as_in_the_form(schema: &SettingsSchema, mut error: AppError) -> AppError {
    for fault in &mut error.fields {
        fault.field = setting_field(&fault.field, is_secret(schema, &fault.field));
    }
    error
}

#[cfg(test)]
mod tests {
    use orion_runtime::settings::SettingScope;

    use super::*;

    fn schema() -> SettingsSchema {
        let field = |key, kind, default| SettingField {
            key,
            kind,
            default,
            label: |_| "",
            help: |_| "",
            scope: SettingScope::Store,
        };
        SettingsSchema {
            module: "shop",
            fields: vec![
                field("days", SettingKind::Integer { min: 1, max: 60 }, json!(7)),
                field("gift", SettingKind::Bool, json!(true)),
                field("fee", SettingKind::Money, json!({ "minor": 500, "currency": "EUR" })),
                field("key", SettingKind::Secret, Value::Null),
            ],
        }
    }

    fn changed(entered: &[(&str, &str)]) -> Result<Changes, AppError> {
        let schema = schema();
        let value = |field: &SettingField| FormValue {
            key: field.key,
            value: field.default.clone(),
            is_set: !field.default.is_null(),
            source: Source::Default,
        };
        let now: Vec<FormValue> = schema.fields.iter().map(value).collect();
        let entered = entered.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect();
        changes(&schema, &now, &entered, Currency::EUR)
    }

    #[test]
    fn only_what_differs_is_set() {
        assert_eq!(changed(&[("days", "7"), ("gift", "true"), ("fee", "5,00"), ("key", "")]), Ok(Changes::new()));
        let all = changed(&[("days", " 9 "), ("fee", "6.5"), ("key", "sk_1")]).expect("valid");
        let expected = json!({ "days": 9, "fee": { "minor": 650, "currency": "EUR" }, "gift": false, "key": "sk_1" });
        assert_eq!(json!(all), expected);
    }

    #[test]
    fn faults_are_named_as_the_fields_of_the_form() {
        let error = changed(&[("days", "61"), ("fee", "much")]).expect_err("refused");
        let faults: Vec<(&str, &str)> =
            error.fields.iter().map(|fault| (fault.field.as_str(), fault.code.as_ref())).collect();
        assert_eq!(faults, [("values[days]", "out_of_range"), ("values[fee]", "invalid_number")]);
        assert_eq!(changed(&[("speed", "1")]).expect_err("refused").code, "unknown_setting");
    }
}
