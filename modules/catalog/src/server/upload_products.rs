//! Takes an uploaded product file and has a worker import it.

use orion_contracts::ImportId;
use orion_kernel::{AppError, ErrorKind};
use orion_runtime::{Ctx, Result};

use super::{import_products::wait_for_import, product_file::decode, tasks::ImportProducts};
use crate::forms::MAX_FILE_MEGABYTES;

/// Takes a file. What can be told at once is told at once.
///
/// # Errors
///
/// `Invalid` when there is no file, or it is no text in UTF-8; `TooLarge`.
pub async fn upload_products(ctx: &Ctx, file_name: &str, content: &[u8]) -> Result<ImportId> {
    if content.is_empty() && file_name.is_empty() {
        return Err(AppError::field("file", "no_file").into());
    }
    if content.len() > MAX_FILE_MEGABYTES << 20 {
        let error = in_field(AppError::invalid("file_too_large").with("max", MAX_FILE_MEGABYTES));
        return Err(AppError { kind: ErrorKind::TooLarge, ..error }.into());
    }
    decode(content).map_err(in_field)?;
    let mut tx = ctx.begin().await?;
    let import_id = wait_for_import(&mut tx, file_name, content).await?;
    tx.enqueue(&ImportProducts { import_id }).await?;
    tx.commit().await?;
    Ok(import_id)
}

/// An error about the file stands beside the file's field.
fn in_field(error: AppError) -> AppError {
    let mut field = AppError::field("file", error.code);
    for wrong in &mut field.fields {
        wrong.params.clone_from(&error.params);
    }
    field
}
