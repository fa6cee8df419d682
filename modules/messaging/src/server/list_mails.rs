//! Which mails were written?

use std::collections::BTreeMap;

use orion_kernel::Paged;
use orion_runtime::{Ctx, Result};
use orion_ui::IndexQuery;
use time::OffsetDateTime;
use uuid::Uuid;

use crate::{
    model::Status,
    views::{MailId, MailRow},
};

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    template: String,
    recipient: String,
    subject: String,
    #[sqlx(try_from = "String")]
    status: Status,
    created_at: OffsetDateTime,
}

macro_rules! from_outbox {
    ($select:literal, $rest:literal) => {
        concat!(
            $select,
            " from messaging.outbox
             where platform_id = $1 and store_id = $2 and ($3 = '' or status = $3)
               and ($4 = '%%' or recipient ilike $4 or subject ilike $4) ",
            $rest
        )
    };
}

/// A page of the store's mails, newest first.
pub async fn list_mails(ctx: &Ctx, query: &IndexQuery) -> Result<Paged<MailRow>> {
    let (platform, store) = (ctx.platform_id(), ctx.store_id()?);
    let page = query.page();
    let search = query.search.trim().replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    let search = format!("%{search}%");
    let mut tx = ctx.begin().await?;
    let total = sqlx::query_scalar(from_outbox!("select count(*)", ""))
        .bind(platform.0)
        .bind(store.0)
        .bind(&query.scope)
        .bind(&search)
        .fetch_one(tx.conn())
        .await?;
    let rows: Vec<Row> = sqlx::query_as(from_outbox!(
        "select id, template, recipient, subject, status, created_at",
        "order by created_at desc, id desc limit $5 offset $6"
    ))
    .bind(platform.0)
    .bind(store.0)
    .bind(&query.scope)
    .bind(&search)
    .bind(page.limit())
    .bind(page.offset())
    .fetch_all(tx.conn())
    .await?;
    let items = rows.into_iter().map(|row| MailRow {
        id: MailId(row.id),
        template: row.template,
        recipient: row.recipient,
        subject: row.subject,
        status: row.status,
        created_at: row.created_at,
    });
    Ok(Paged { items: items.collect(), total, page })
}

/// How many mails are in each state.
pub async fn count_mails(ctx: &Ctx) -> Result<BTreeMap<String, u64>> {
    let (platform, store) = (ctx.platform_id(), ctx.store_id()?);
    let mut tx = ctx.begin().await?;
    let counts: Vec<(String, i64)> = sqlx::query_as(
        "select status, count(*) from messaging.outbox where platform_id = $1 and store_id = $2 group by status",
    )
    .bind(platform.0)
    .bind(store.0)
    .fetch_all(tx.conn())
    .await?;
    let mut counts: BTreeMap<_, _> = counts.into_iter().map(|(status, count)| (status, count.unsigned_abs())).collect();
    let all = counts.values().sum();
    counts.insert(String::new(), all);
    Ok(counts)
}
