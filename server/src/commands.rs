//! Commands that look at or change one thing.

use std::{path::PathBuf, sync::Arc};

use anyhow::{Context, Result, anyhow, bail};
use orion_kernel::{AppError, Locale};
use orion_runtime::{
    App, Ctx,
    directory::ModuleSwitches,
    import::{ImportFile, ImportFolder},
    jobs::JobScope,
    scope::Platform,
};

use crate::{ModuleAction, start};

/// `orion module …`.
pub async fn module(action: ModuleAction) -> Result<()> {
    start::with_process(|process| Box::pin(switch(&process.app, action))).await
}

async fn switch(app: &App, action: ModuleAction) -> Result<()> {
    let switches =
        app.modules().iter().find_map(|module| module.switches.clone()).context("no module switches modules")?;
    match action {
        ModuleAction::List { platform } => list(app, switches, platform).await,
        ModuleAction::Enable { module, platform } => {
            let platform = platform_of(app, platform).await?;
            let switched = switches.enable(app, platform.id, &module).await.map_err(to_anyhow)?;
            report("on", &switched);
            Ok(())
        }
        ModuleAction::Disable { module, platform } => {
            let platform = platform_of(app, platform).await?;
            let switched = switches.disable(app, platform.id, &module).await.map_err(to_anyhow)?;
            report("off", &switched);
            Ok(())
        }
    }
}

async fn list(app: &App, switches: Arc<dyn ModuleSwitches>, platform: Option<String>) -> Result<()> {
    let platform = platform_of(app, platform).await?;
    for module in switches.list(app, platform.id).await.map_err(to_anyhow)? {
        let state = match (module.is_optional, module.is_on) {
            (false, _) => "always on",
            (true, true) => "on",
            (true, false) => "off",
        };
        println!("{:<12} {state}", module.code);
    }
    Ok(())
}

fn report(state: &str, switched: &[&str]) {
    if switched.is_empty() {
        println!("Nothing to do.");
    } else {
        println!("Now {state}: {}", switched.join(", "));
    }
}

async fn platform_of(app: &App, code: Option<String>) -> Result<Arc<Platform>> {
    let platforms = app.directory().platforms(app).await.map_err(to_anyhow)?;
    match code {
        Some(code) => {
            let found = platforms.into_iter().find(|platform| platform.code == code);
            found.with_context(|| format!("There is no platform “{code}”."))
        }
        None => match platforms.as_slice() {
            [only] => Ok(only.clone()),
            [] => bail!("There is no platform yet. `orion seed` makes the demo's."),
            _ => bail!("There are several platforms. Name one with --platform."),
        },
    }
}

/// `orion import FILE --store CODE`.
pub async fn import(file: PathBuf, store: String) -> Result<()> {
    start::with_process(|process| Box::pin(run_import(&process.app, file, store))).await
}

async fn run_import(app: &App, file: PathBuf, store: String) -> Result<()> {
    let bytes = std::fs::read(&file).with_context(|| format!("{} cannot be read", file.display()))?;
    let ctx = store_context(app, &store).await?;
    let importers = || app.modules().iter().flat_map(|module| module.importers.iter());
    let importer = importers().find(|importer| importer.name == "products").context("no module imports products")?;
    let import = ImportFile {
        bytes,
        name: file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
        folder: file.parent().map(|folder| ImportFolder::Disk(folder.to_owned())),
    };
    let summary =
        (importer.run)(ctx, import, |done, all| eprint!("\r{done} of {all} products")).await.map_err(to_anyhow)?;
    eprintln!();
    println!(
        "{} created, {} updated, {} unchanged, {} rows failed",
        summary.created,
        summary.updated,
        summary.unchanged,
        summary.failed.len()
    );
    for failure in &summary.failed {
        println!("  {failure}");
    }
    Ok(())
}

async fn store_context(app: &App, code: &str) -> Result<Ctx> {
    for platform in app.directory().platforms(app).await.map_err(to_anyhow)? {
        if let Some(store) = app.directory().store_by_code(app, &platform, code).await.map_err(to_anyhow)? {
            let scope = JobScope {
                platform_id: platform.id,
                merchant_id: Some(store.merchant_id),
                store_id: Some(store.id),
                locale: store.locales.first().copied().unwrap_or(Locale::En),
            };
            return Ctx::for_job(app, &scope, "import").await.map_err(|error| to_anyhow(error.into()));
        }
    }
    bail!("There is no store “{code}”.")
}

/// An error's code with its values; the log has the cause.
pub fn to_anyhow(error: orion_runtime::Error) -> anyhow::Error {
    let error = AppError::from(error);
    let params: Vec<String> = error.params.iter().map(|(name, value)| format!("{name} {value}")).collect();
    let values =
        |params: &[(String, String)]| params.iter().map(|(_, value)| format!(" ({value})")).collect::<String>();
    let fields: Vec<String> =
        error.fields.iter().map(|field| format!("{}: {}{}", field.field, field.code, values(&field.params))).collect();
    anyhow!("{} {}", error.code, [params, fields].concat().join(", "))
}
