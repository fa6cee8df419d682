//! Fetches pictures that an import named by their addresses. A product works without them.

mod download;
mod public_address;

use bytes::Bytes;
use futures::{StreamExt as _, stream};
use orion_contracts::MediaId;
use orion_kernel::AppError;
use orion_runtime::{Ctx, Job, JobCtx, JobError, Result, Tx, files::FileName, jobs::EnqueueOptions};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use self::download::download;
use super::keep_picture::keep_picture;

/// Pictures that are fetched side by side.
const SIDE_BY_SIDE: usize = 6;
/// Pictures a worker takes at a time. They are its own for two minutes; then another may take them.
const AT_A_TIME: i64 = 24;

/// Fetches a store's pending pictures.
#[derive(Serialize, Deserialize)]
pub struct FetchPictures {}

impl Job for FetchPictures {
    const NAME: &'static str = "catalog.fetch_pictures";

    async fn run(self, ctx: JobCtx) -> Result<(), JobError> {
        let ctx = ctx.ctx().await?;
        fetch_pictures(&ctx).await.map_err(|error| AppError::from(error).into())
    }
}

/// Has a worker fetch what is pending.
pub async fn fetch_pictures_soon(tx: &mut Tx) -> Result<()> {
    let once = EnqueueOptions { key: Some("pending".to_owned()), ..EnqueueOptions::default() };
    tx.enqueue_with(&FetchPictures {}, &once).await
}

/// Fetches a store's pending pictures, until there are none.
async fn fetch_pictures(ctx: &Ctx) -> Result<()> {
    loop {
        let pending = claim(ctx).await?;
        if pending.is_empty() {
            return Ok(());
        }
        let mut fetched = stream::iter(pending)
            .map(|(id, source)| async move { (id, fetch(ctx, &source).await) })
            .buffer_unordered(SIDE_BY_SIDE);
        while let Some((id, outcome)) = fetched.next().await {
            note(ctx, id, outcome).await?;
        }
    }
}

async fn claim(ctx: &Ctx) -> Result<Vec<(MediaId, String)>> {
    let mut tx = ctx.begin().await?;
    let rows: Vec<(Uuid, String)> = sqlx::query_as(
        "update catalog.media m set claimed_until = clock_timestamp() + interval '2 minutes'
        from (
            select id from catalog.media
            where store_id = $1 and state = 'pending' and (claimed_until is null or claimed_until < clock_timestamp())
            order by id limit $2 for update skip locked
        ) due
        where m.store_id = $1 and m.id = due.id
        returning m.id, m.source",
    )
    .bind(ctx.store_id()?.0)
    .bind(AT_A_TIME)
    .fetch_all(tx.conn())
    .await?;
    tx.commit().await?;
    Ok(rows.into_iter().map(|(id, source)| (MediaId(id), source)).collect())
}

async fn fetch(ctx: &Ctx, address: &str) -> Result<(FileName, i32, i32), AppError> {
    let bytes: Bytes = download(address).await.map_err(AppError::invalid)?;
    keep_picture(ctx, bytes).await
}

async fn note(ctx: &Ctx, id: MediaId, outcome: Result<(FileName, i32, i32), AppError>) -> Result<()> {
    let mut tx = ctx.begin().await?;
    let (file, width, height, error) = match outcome {
        Ok((file, width, height)) => (Some(file.to_string()), width, height, None),
        Err(error) => (None, 0, 0, Some(error.code.into_owned())),
    };
    sqlx::query(
        "update catalog.media set state = case when $3::text is null then 'unreachable' else 'stored' end,
            file = $3, width = $4, height = $5, error = $6, claimed_until = null
        where store_id = $1 and id = $2 and state = 'pending'",
    )
    .bind(ctx.store_id()?.0)
    .bind(id.0)
    .bind(file)
    .bind(width)
    .bind(height)
    .bind(error)
    .execute(tx.conn())
    .await?;
    tx.commit().await
}
