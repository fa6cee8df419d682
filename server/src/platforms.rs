//! Shows platforms and makes them.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use orion_runtime::{
    App,
    directory::{NewPlatform, Provisioning, Recipe},
};

use crate::{PlatformAction, commands::to_anyhow, start};

/// `orion platform …`.
pub async fn platform(action: PlatformAction) -> Result<()> {
    start::with_process(|process| Box::pin(run(&process.app, action))).await
}

async fn run(app: &App, action: PlatformAction) -> Result<()> {
    let provisioning =
        app.modules().iter().find_map(|module| module.provisioning.clone()).context("no module makes platforms")?;
    match action {
        PlatformAction::List => list(app, &*provisioning).await,
        PlatformAction::Create { code, host, name, recipe, administrator } => {
            let recipe = read(&*provisioning, recipe)?;
            let platform = NewPlatform { code, name, host, recipe, administrator };
            let id = provisioning.create(app, platform).await.map_err(to_anyhow)?;
            let made = app.directory().platform(app, id).await.map_err(to_anyhow)?.context("the platform is gone")?;
            let origin = app.config().public_origin.of_host(&made.host);
            println!("Made “{}”. It answers at {origin}/, its admin is {origin}/admin.", made.name);
            Ok(())
        }
    }
}

async fn list(app: &App, provisioning: &dyn Provisioning) -> Result<()> {
    let origin = &app.config().public_origin;
    for platform in app.directory().platforms(app).await.map_err(to_anyhow)? {
        println!("{:<16} {:<32} {}", platform.code, origin.of_host(&platform.host), platform.name);
    }
    println!("\nRecipes:");
    for (code, description) in provisioning.recipes() {
        println!("{code:<16} {description}");
    }
    Ok(())
}

/// A file where there is one of this name, or else a recipe that comes with the program.
fn read(provisioning: &dyn Provisioning, recipe: Option<PathBuf>) -> Result<Recipe> {
    let Some(path) = recipe else { return Ok(Recipe::Nothing) };
    if path.exists() {
        let content = std::fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        return Ok(Recipe::File(content));
    }
    let name = path.to_string_lossy().into_owned();
    if provisioning.recipes().iter().any(|(code, _)| *code == name) {
        return Ok(Recipe::Shipped(name));
    }
    bail!("There is no file {} and no recipe of this name.", path.display())
}
