//! The port: notes what happened, and has it told once the transaction has committed.

use async_trait::async_trait;
use orion_contracts::notifications::{Audience, Notice, Notifications, Words};
use orion_kernel::{AppError, MerchantId, StoreId, Work};
use orion_runtime::{
    Result as Outcome, Tx,
    jobs::{self, JobScope},
};
use serde_json::Value;
use uuid::Uuid;

use super::DeliverNotice;

/// The port's implementation.
pub struct NotificationsPort;

#[async_trait]
impl Notifications for NotificationsPort {
    async fn notify(&self, work: &mut dyn Work, notice: Notice) -> Result<(), AppError> {
        Ok(notify(Tx::of(work), notice).await?)
    }
}

async fn notify(tx: &mut Tx, notice: Notice) -> Outcome<()> {
    let ctx = tx.ctx().clone();
    let own = || ctx.store_id();
    let (store, user) = match notice.to {
        Audience::Team(store) => (Some(store.map_or_else(own, Ok)?), None),
        Audience::Member(store, user) => (Some(store.map_or_else(own, Ok)?), Some(user)),
        Audience::Operators => (None, None),
        Audience::Operator(user) => (None, Some(user)),
    };
    let id: Uuid = tx.new_id();
    let written = sqlx::query(
        "insert into core.notices (platform_id, store_id, id, kind, key, user_id, title, body, path, at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing",
    )
    .bind(ctx.platform_id().0)
    .bind(store.map(|store| store.0))
    .bind(id)
    .bind(notice.kind)
    .bind(&notice.key)
    .bind(user.map(|user| user.0))
    .bind(by_language(&notice.title))
    .bind(by_language(&notice.body))
    .bind(&notice.path)
    .bind(ctx.now())
    .execute(tx.conn())
    .await?;
    if written.rows_affected() == 0 {
        return Ok(());
    }
    let scope = scope(&ctx.scope().for_job(), store);
    jobs::enqueue(tx.conn(), &scope, &ctx.scope().request_id, &DeliverNotice { notice: id }).await?;
    Ok(())
}

/// Told at the place of those who are told, wherever it happened.
fn scope(here: &JobScope, store: Option<StoreId>) -> JobScope {
    let merchant: Option<MerchantId> = here.merchant_id.filter(|_| store.is_some() && store == here.store_id);
    JobScope { merchant_id: merchant, store_id: store, ..*here }
}

fn by_language(words: &Words) -> Value {
    words.0.iter().map(|(locale, text)| (locale.code().to_owned(), Value::from(text.as_str()))).collect()
}
