//! What can be set here, module by module, and what holds?

use orion_kernel::{AppError, Locale, ModuleDefinition, Money, StoreId};
use orion_runtime::{
    Ctx, PlatformCtx, Result, Tx,
    settings::{FormValue, MAX_IBAN_CHARS, SettingField, SettingKind, SettingsSchema, Source, read_form},
};
use serde_json::Value;

use crate::views::{SettingInput, SettingView, SettingsForm};

/// What merchants may set of the enabled modules, for this store.
///
/// # Errors
///
/// The database cannot be reached.
pub async fn store_settings_forms(ctx: &Ctx) -> Result<Vec<SettingsForm>> {
    let store = ctx.store_id()?;
    forms(ctx.begin().await?, Some(store)).await
}

/// All that can be set of the enabled modules, for the platform and the stores that set nothing themselves.
///
/// # Errors
///
/// The database cannot be reached.
pub async fn platform_settings_forms(ctx: &PlatformCtx) -> Result<Vec<SettingsForm>> {
    forms(ctx.begin().await?, None).await
}

/// What can be set of one enabled module for the platform; `None` when there is nothing.
///
/// # Errors
///
/// The database cannot be reached.
pub async fn platform_settings_form(ctx: &PlatformCtx, module: &str) -> Result<Option<SettingsForm>> {
    let (Ok(schema), Some(definition)) = (schema(ctx, module), ctx.app().registry().get(module)) else {
        return Ok(None);
    };
    let mut tx = ctx.begin().await?;
    let values = read_form(tx.conn(), ctx.app().settings(), schema, ctx.platform_id(), None).await?;
    Ok((!values.is_empty()).then(|| form(definition, schema, values, None, ctx.locale())))
}

async fn forms(mut tx: Tx, store: Option<StoreId>) -> Result<Vec<SettingsForm>> {
    let ctx = tx.ctx().clone();
    let mut forms = Vec::new();
    for module in ctx.app().registry().modules() {
        let Ok(schema) = schema(&ctx, module.code) else { continue };
        let values = read_form(tx.conn(), ctx.app().settings(), schema, ctx.platform_id(), store).await?;
        if !values.is_empty() {
            forms.push(form(module, schema, values, store, ctx.locale()));
        }
    }
    Ok(forms)
}

/// What an enabled module lets be set.
///
/// # Errors
///
/// `NotFound` for a module that is off, or lets nothing be set.
pub(super) fn schema<'c>(ctx: &'c Ctx, module: &str) -> Result<&'c SettingsSchema, AppError> {
    let mut modules = ctx.app().modules().iter().filter(|server| ctx.scope().has_module(server.code));
    let found = modules.find(|server| server.code == module).and_then(|server| server.settings.as_ref());
    found.ok_or_else(AppError::not_found)
}

fn form(
    module: &ModuleDefinition,
    schema: &SettingsSchema,
    values: Vec<FormValue>,
    store: Option<StoreId>,
    locale: Locale,
) -> SettingsForm {
    let own = if store.is_some() { Source::Store } else { Source::Platform };
    SettingsForm {
        module: module.code.to_owned(),
        name: (module.name)(locale).to_owned(),
        description: (module.description)(locale).to_owned(),
        has_own: values.iter().any(|value| value.source == own),
        fields: values.into_iter().filter_map(|value| Some(setting(schema.field(value.key)?, value, locale))).collect(),
    }
}

fn setting(field: &SettingField, value: FormValue, locale: Locale) -> SettingView {
    SettingView {
        key: field.key.to_owned(),
        label: (field.label)(locale).to_owned(),
        help: (field.help)(locale).to_owned(),
        is_fixed: value.source == Source::Environment,
        input: input(field.kind, value, locale),
    }
}

fn input(kind: SettingKind, FormValue { value, is_set, .. }: FormValue, locale: Locale) -> SettingInput {
    let text = |value: Value| value.as_str().unwrap_or_default().to_owned();
    let line = |value: Value, max_chars: usize| SettingInput::Text {
        value: text(value),
        max_chars: u32::try_from(max_chars).unwrap_or(u32::MAX),
    };
    match kind {
        SettingKind::Text { max_chars } | SettingKind::Url { max_chars } => line(value, max_chars),
        SettingKind::Iban => line(value, MAX_IBAN_CHARS),
        SettingKind::Integer { min, max } => SettingInput::Integer { value: value.as_i64(), min, max },
        SettingKind::Bool => SettingInput::Bool(value.as_bool().unwrap_or_default()),
        SettingKind::Choice(choices) => SettingInput::Choice {
            value: text(value),
            options: choices.iter().map(|(code, name)| ((*code).to_owned(), name(locale).to_owned())).collect(),
        },
        SettingKind::Money => SettingInput::Money(serde_json::from_value::<Money>(value).ok()),
        SettingKind::Secret => SettingInput::Secret(is_set),
    }
}
