//! Makes a platform: its row, its modules, settings and pages, and its first administrator, all of it or nothing.

use std::{net::IpAddr, net::Ipv4Addr, sync::Arc};

use orion_contracts::cms::StartPages;
use orion_kernel::{AppError, Check, FieldError, Frontend, Locale, PlatformId};
use orion_runtime::{
    App, Ctx, PlatformCtx, Result, Scope, Tx,
    directory::Recipe as Choice,
    error::violates,
    invalidation,
    menu::MenuOverrides,
    scope::{Platform, PlatformBrand},
    settings::{Cipher, Level, save},
};
use serde_json::json;

use super::{
    appoint::{Administrator, appoint, note},
    hosts::{is_taken, lock_hosts},
    recipes::{self, Recipe},
};
use crate::{
    forms::{PlatformInput, check_code},
    model::{is_code, is_host},
    permissions::PLATFORMS_MANAGE,
    server::{
        directory::{PLATFORMS, STORES},
        invite_operator,
        switch_module::run_hooks,
    },
    views::RecipeView,
};

/// A platform as it is to be, checked as far as that goes without the database.
pub(super) struct Draft {
    code: String,
    name: String,
    host: Option<String>,
    locales: Vec<Locale>,
    support_email: String,
    accent_hue: Option<i16>,
    recipe: Recipe,
}

/// The recipes that come with the program.
///
/// # Errors
///
/// As [`create_platform`].
pub fn shipped_recipes(ctx: &PlatformCtx) -> Result<Vec<RecipeView>> {
    insist_on_main(ctx)?;
    Ok(recipes::shipped(ctx.locale()))
}

/// Makes a platform whose first administrator is whoever makes it, and says at which origin it answers.
///
/// # Errors
///
/// `NotFound` in the admin of any but the installation's first platform; what is wrong with which field.
pub async fn create_platform(ctx: &PlatformCtx, code: &str, input: &PlatformInput, recipe: &Choice) -> Result<String> {
    insist_on_main(ctx)?;
    let draft = match draft(ctx.app(), code, input, recipe, true) {
        Ok(draft) => draft,
        Err(error) => return Err(with_taken(ctx, code, input, error.into()).await?.into()),
    };
    let made = write(ctx.app(), draft, Administrator::Maker, Some(ctx)).await?;
    Ok(ctx.app().config().public_origin.of_host(&made.host))
}

/// The same by a recipe that comes with the program; by none when its code is empty.
///
/// # Errors
///
/// As [`create_platform`].
pub async fn create_platform_by(
    ctx: &PlatformCtx,
    code: &str,
    input: &PlatformInput,
    recipe: String,
) -> Result<String> {
    let recipe = if recipe.is_empty() { Choice::Nothing } else { Choice::Shipped(recipe) };
    create_platform(ctx, code, input, &recipe).await
}

/// Platforms are made from the admin of the installation's first one.
pub(super) fn insist_on_main(ctx: &PlatformCtx) -> Result<(), AppError> {
    ctx.require(PLATFORMS_MANAGE)?;
    if ctx.scope().platform.is_main { Ok(()) } else { Err(AppError::not_found()) }
}

/// What was entered, with what the recipe says where nothing was.
pub(super) fn draft(app: &App, code: &str, input: &PlatformInput, choice: &Choice, needs_host: bool) -> Result<Draft> {
    let recipe = recipes::read(app, choice)?;
    let mut input = input.clone();
    if input.default.is_empty() {
        let mut codes = recipe.languages.iter().map(|locale| locale.code().to_owned());
        input.default = codes.next().unwrap_or_else(|| Locale::En.code().to_owned());
        input.others = codes.collect();
    }
    let mut check = Check::new();
    check_code(&mut check, code);
    let valid = match (check.finish(), input.check(needs_host)) {
        (Ok(()), valid) => valid?,
        (Err(code), Ok(_)) => return Err(code.into()),
        (Err(mut code), Err(others)) => {
            code.fields.extend(others.fields);
            return Err(code.into());
        }
    };
    Ok(Draft {
        code: code.to_owned(),
        name: valid.name,
        host: valid.host,
        locales: valid.locales,
        support_email: if valid.support_email.is_empty() { recipe.support_email.clone() } else { valid.support_email },
        accent_hue: valid.accent_hue.or(recipe.accent_hue()),
        recipe,
    })
}

/// What is wrong with the fields, with what is taken beside it: people are told all of it at once.
async fn with_taken(ctx: &PlatformCtx, code: &str, input: &PlatformInput, mut error: AppError) -> Result<AppError> {
    if error.fields.is_empty() {
        return Ok(error);
    }
    let host = input.host.trim().to_lowercase();
    let code = Some(code).filter(|code| is_code(code));
    let host = Some(host.as_str()).filter(|host| is_host(host));
    let mut tx = ctx.begin().await?;
    for fault in taken(&mut tx, code, host).await? {
        if error.fields.iter().all(|known| known.field != fault.field) {
            error.fields.push(fault);
        }
    }
    Ok(error)
}

/// Which of the two another has already.
async fn taken(tx: &mut Tx, code: Option<&str>, host: Option<&str>) -> Result<Vec<FieldError>> {
    let mut faults = Vec::new();
    let has_code: bool = sqlx::query_scalar("select exists (select from tenancy.platforms where code = $1)")
        .bind(code)
        .fetch_one(tx.conn())
        .await?;
    if has_code {
        faults.push(FieldError::new("code", "taken"));
    }
    if let Some(host) = host
        && is_taken(tx, host, "").await?
    {
        faults.push(FieldError::new("host", "taken"));
    }
    Ok(faults)
}

/// Writes it. `from` is where it is made from, when it is a person who makes it.
pub(super) async fn write(
    app: &App,
    draft: Draft,
    administrator: Administrator,
    from: Option<&PlatformCtx>,
) -> Result<Arc<Platform>> {
    let modules = draft.recipe.modules(app.registry());
    let ctx = ctx_of(app, &draft, &modules, from);
    let platform = Arc::clone(&ctx.scope().platform);
    let mut tx = PlatformCtx::system(&ctx).begin().await?;
    lock_hosts(&mut tx).await?;
    let faults = taken(&mut tx, Some(draft.code.as_str()), draft.host.as_deref()).await?;
    if !faults.is_empty() {
        return Err(AppError::from_fields(faults).into());
    }
    insert(&mut tx, &draft, platform.id).await?;
    switch_on(&mut tx, &modules).await?;
    set(&mut tx, &draft.recipe).await?;
    let pages = ctx.port::<dyn StartPages>();
    pages.write(&mut tx, platform.id, &draft.recipe.pages).await.map_err(in_recipe)?;
    let invited = appoint(&mut tx, &administrator, from).await?;
    let told = json!({ "name": draft.name, "host": draft.host, "modules": modules, "pages": draft.recipe.pages.len() });
    tx.audit("tenancy.platform_created", ("platform", &draft.code), &told).await?;
    if let Some(from) = from {
        note(&mut tx, from, &draft.code, &told).await?;
    }
    invalidation::publish(tx.conn(), PLATFORMS, &platform.id.to_string()).await?;
    invalidation::publish(tx.conn(), STORES, "").await?;
    tx.commit().await?;
    app.directory().forget();
    if let Some(address) = invited {
        let mut tx = PlatformCtx::system(&ctx).begin().await?;
        invite_operator(&mut tx, platform.id, &address, ctx.locale()).await?;
        tx.commit().await?;
    }
    run_hooks(app, platform.id, &modules, |module| module.on_enable).await;
    Ok(platform)
}

/// The context of a platform that is not there yet: its rows are written in its own name.
fn ctx_of(app: &App, draft: &Draft, modules: &[&'static str], from: Option<&PlatformCtx>) -> Ctx {
    let chosen = modules.iter().map(|code| (*code).to_owned()).collect();
    let id = orion_runtime::ctx::new_platform_id();
    let host = draft.host.clone().unwrap_or_else(|| app.config().public_origin.host().to_owned());
    let origin = app.config().public_origin.of_host(&host);
    let platform = Platform {
        id,
        code: draft.code.clone(),
        name: draft.name.clone(),
        host,
        locales: draft.locales.clone(),
        modules: app.registry().enabled(&chosen),
        is_main: draft.host.is_none(),
        brand: PlatformBrand::default(),
        menu: MenuOverrides::default(),
    };
    let scope = Scope {
        platform: Arc::new(platform),
        store: None,
        frontend: Frontend::Admin,
        locale: draft.locales.first().copied().unwrap_or(Locale::En),
        base: String::new(),
        unprefixed_base: String::new(),
        path: "/".to_owned(),
        origin,
        ip: from.map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |from| from.scope().ip),
        user_agent: from.map(|from| from.scope().user_agent.clone()).unwrap_or_default(),
        request_id: from.map_or_else(|| "command".to_owned(), |from| from.scope().request_id.clone()),
    };
    Ctx::new(app.clone(), scope, from.and_then(|from| from.principal().cloned()), None)
}

async fn insert(tx: &mut Tx, draft: &Draft, id: PlatformId) -> Result<()> {
    let locales: Vec<&str> = draft.locales.iter().map(|locale| locale.code()).collect();
    let now = tx.now();
    sqlx::query(
        "insert into tenancy.platforms (id, code, name, host, locales, accent_hue, support_email, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(id.0)
    .bind(&draft.code)
    .bind(&draft.name)
    .bind(&draft.host)
    .bind(&locales)
    .bind(draft.accent_hue)
    .bind(&draft.support_email)
    .bind(now)
    .execute(tx.conn())
    .await
    .map_err(|error| match () {
        () if violates(&error, "platforms_code_key") => AppError::field("code", "taken").into(),
        () if violates(&error, "platforms_host_key") => AppError::field("host", "taken").into(),
        () => orion_runtime::Error::from(error),
    })?;
    Ok(())
}

async fn switch_on(tx: &mut Tx, modules: &[&'static str]) -> Result<()> {
    let ctx = tx.ctx().clone();
    sqlx::query(
        "insert into tenancy.platform_modules (platform_id, module, enabled_at, enabled_by, enabled_by_name)
         select $1, module, $3, $4, $5 from unnest($2::text[]) as module",
    )
    .bind(ctx.platform_id().0)
    .bind(modules)
    .bind(ctx.now())
    .bind(ctx.principal().map(|principal| principal.id))
    .bind(ctx.principal().map(|principal| principal.name.clone()).unwrap_or_default())
    .execute(tx.conn())
    .await?;
    Ok(())
}

async fn set(tx: &mut Tx, recipe: &Recipe) -> Result<()> {
    let ctx = tx.ctx().clone();
    let cipher = Cipher::new(&ctx.app().config().secret_key, &[]);
    for (module, values) in &recipe.settings {
        let server = ctx.app().modules().iter().find(|server| server.code == module);
        let Some(schema) = server.and_then(|server| server.settings.as_ref()) else { continue };
        save(tx.conn(), &cipher, schema, Level::Platform(ctx.platform_id()), values).await.map_err(|error| {
            let key = error.fields.first().map_or("", |field| field.field.as_str());
            recipes::with("recipe_invalid_setting", "setting", &format!("{module}.{key}"))
        })?;
    }
    Ok(())
}

/// What is wrong with a page is wrong with the recipe.
fn in_recipe(error: AppError) -> AppError {
    let page = error.params.iter().find(|(name, _)| name == "page").map(|(_, page)| page.clone());
    match page {
        Some(page) if error.code == "page_invalid" => recipes::with("recipe_invalid_page", "page", &page),
        _ => error,
    }
}
