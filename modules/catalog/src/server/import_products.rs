//! Imports a product file into a store: in batches, each in a transaction of its own, so that an import that is interrupted
//! starts again and finds what it did unchanged.

mod batch;
mod record;

use orion_contracts::ImportId;
use orion_kernel::{AppError, Currency};
use orion_runtime::{
    Ctx, Result,
    import::{ImportFailure, ImportFile, ImportFolder, ImportSummary, Progress},
};
use tokio::task::spawn_blocking;

use self::{
    batch::import_batch,
    record::{begin, finish},
};
use super::product_file::{ProductFile, RowError, read_products};
use crate::error::row_error;

pub use record::{add_import, refuse, wait_for_import};

/// Products in one transaction.
const BATCH: usize = 200;

/// What became of products.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub created: u32,
    pub updated: u32,
    pub unchanged: u32,
    pub failed: u32,
}

impl Counts {
    fn add(&mut self, other: Self) {
        self.created += other.created;
        self.updated += other.updated;
        self.unchanged += other.unchanged;
        self.failed += other.failed;
    }

    fn done(self) -> u32 {
        self.created + self.updated + self.unchanged + self.failed
    }
}

/// Imports a file and records the run.
///
/// # Errors
///
/// `Invalid` when it is no product file.
pub async fn import_file(ctx: &Ctx, file: ImportFile, progress: Progress) -> Result<ImportSummary> {
    let id = add_import(ctx, &file.name).await?;
    run_import(ctx, id, file.bytes, file.folder.as_ref(), progress).await
}

/// Runs a recorded import.
///
/// # Errors
///
/// `Invalid` when it is no product file, which is recorded too.
pub async fn run_import(
    ctx: &Ctx,
    id: ImportId,
    bytes: Vec<u8>,
    folder: Option<&ImportFolder>,
    progress: Progress,
) -> Result<ImportSummary> {
    let file = match read_aside(bytes, ctx.store()?.currency).await {
        Ok(file) => file,
        Err(error) => {
            refuse(ctx, id, &error).await?;
            return Err(error.into());
        }
    };
    let mut counts = Counts { failed: file.failed, ..Counts::default() };
    let total = file.failed + u32::try_from(file.products.len()).unwrap_or(u32::MAX);
    begin(ctx, id, total, counts, &file.errors).await?;
    let mut errors = file.errors;
    for products in file.products.chunks(BATCH) {
        progress(counts.done(), total);
        let batch = import_batch(ctx, id, products, folder, counts, errors.len()).await?;
        counts.add(batch.counts);
        errors.extend(batch.errors);
    }
    progress(total, total);
    finish(ctx, id, counts).await?;
    let locale = ctx.locale();
    errors.sort_by_key(|error| error.row);
    let failures = errors.into_iter().map(|error| ImportFailure {
        row: error.row,
        message: message(locale, &error),
        column: error.column,
    });
    Ok(ImportSummary {
        created: counts.created,
        updated: counts.updated,
        unchanged: counts.unchanged,
        failed: failures.collect(),
    })
}

/// A large file takes seconds to read, and requests are not to wait for that.
async fn read_aside(bytes: Vec<u8>, currency: Currency) -> Result<ProductFile, AppError> {
    spawn_blocking(move || read_products(&bytes, currency)).await.unwrap_or_else(|error| {
        tracing::error!(%error, "a product file could not be read");
        Err(AppError::internal())
    })
}

fn message(locale: orion_kernel::Locale, error: &RowError) -> String {
    row_error(locale, error.code, &error.params).unwrap_or_else(|| orion_ui::message(&AppError::internal()))
}
