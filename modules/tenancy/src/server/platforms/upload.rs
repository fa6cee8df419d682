//! What browsers upload for platforms: recipes and logos.

use bytes::Bytes;
use orion_kernel::AppError;
use orion_runtime::{PlatformCtx, Result, directory::Recipe};
use server_fn::codec::MultipartData;

use super::{create_platform, set_platform_logo};
use crate::forms::PlatformInput;

/// Fields by name, and the one file.
struct Upload {
    fields: Vec<(String, String)>,
    file: Bytes,
}

impl Upload {
    async fn read(data: MultipartData) -> Result<Self> {
        let unreadable = || AppError::invalid("malformed_request");
        let mut parts = data.into_inner().ok_or_else(unreadable)?;
        let mut upload = Self { fields: Vec::new(), file: Bytes::new() };
        while let Some(part) = parts.next_field().await.map_err(|_| unreadable())? {
            let name = part.name().unwrap_or_default().to_owned();
            if part.file_name().is_some() {
                upload.file = part.bytes().await.map_err(|_| unreadable())?;
            } else {
                upload.fields.push((name, part.text().await.map_err(|_| unreadable())?));
            }
        }
        Ok(upload)
    }

    fn field(&self, name: &str) -> String {
        self.fields
            .iter()
            .find(|(field, _)| field == name)
            .map(|(_, value)| value.trim().to_owned())
            .unwrap_or_default()
    }
}

/// Makes a platform by an uploaded recipe, and says its code.
///
/// # Errors
///
/// As [`create_platform`]; `required` for the field `recipe`.
pub async fn create_uploaded_platform(ctx: &PlatformCtx, data: MultipartData) -> Result<String> {
    let upload = Upload::read(data).await?;
    if upload.file.is_empty() {
        return Err(AppError::field("recipe", "required").into());
    }
    let input = PlatformInput { name: upload.field("name"), host: upload.field("host"), ..PlatformInput::default() };
    let code = upload.field("code");
    create_platform(ctx, &code, &input, &Recipe::File(upload.file.to_vec())).await?;
    Ok(code)
}

/// Shows an uploaded logo, and says whose it is.
///
/// # Errors
///
/// As [`set_platform_logo`].
pub async fn upload_platform_logo(ctx: &PlatformCtx, data: MultipartData) -> Result<String> {
    let upload = Upload::read(data).await?;
    let code = upload.field("code");
    set_platform_logo(ctx, &code, upload.file).await?;
    Ok(code)
}
