//! Platforms for the command line, where no person signs in.

use async_trait::async_trait;
use orion_kernel::{AppError, Check, Locale, PlatformId};
use orion_runtime::{
    App, Result,
    directory::{NewPlatform, Provisioning},
};

use super::{
    appoint::Administrator,
    create_platform::{draft, write},
    recipes,
};
use crate::{forms::PlatformInput, model::normalize_email};

/// Makes platforms.
pub struct Platforms;

#[async_trait]
impl Provisioning for Platforms {
    /// Languages, look and address of support are those of the recipe. The first platform needs no host.
    async fn create(&self, app: &App, platform: NewPlatform) -> Result<PlatformId> {
        let administrator = normalize_email(&platform.administrator);
        if !administrator.is_empty() {
            let mut check = Check::new();
            check.email("administrator", &administrator);
            check.finish()?;
        }
        let is_first = app.directory().platforms(app).await?.is_empty();
        if is_first && !platform.host.is_empty() {
            return Err(AppError::field("host", "first_has_no_host").into());
        }
        let input = PlatformInput { name: platform.name, host: platform.host, ..PlatformInput::default() };
        let draft = draft(app, &platform.code, &input, &platform.recipe, !is_first)?;
        Ok(write(app, draft, Administrator::Address(administrator), None).await?.id)
    }

    fn recipes(&self) -> Vec<(&'static str, String)> {
        recipes::shipped(Locale::En)
            .into_iter()
            .zip(recipes::CODES)
            .map(|(recipe, code)| (code, recipe.description))
            .collect()
    }
}
