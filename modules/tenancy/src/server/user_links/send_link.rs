//! The job that mails a link.

use orion_contracts::mails::MailButton;
use orion_kernel::{AppError, Locale};
use orion_runtime::{Ctx, Job, JobCtx, JobError, Result, one_time_token};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    i18n::{of, td_string},
    paths::{ADMIN, CONFIRM_EMAIL, NEW_PASSWORD},
    server::letters::{Letter, platform_ctx, send_in},
};

/// Mails one link. A link that has its token already was mailed; one that is not there was asked for in vain.
#[derive(Serialize, Deserialize)]
pub struct SendLink {
    /// The link.
    pub link: Uuid,
    /// Whether it leads to the admin.
    pub in_admin: bool,
}

impl Job for SendLink {
    const NAME: &'static str = "tenancy.send_link";

    async fn run(self, job: JobCtx) -> Result<(), JobError> {
        let ctx = job.ctx().await?;
        send(&ctx, &self).await.map_err(|error| AppError::from(error).into())
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    purpose: String,
    email: String,
    locale: Option<String>,
    is_taken: bool,
}

async fn send(ctx: &Ctx, job: &SendLink) -> Result<()> {
    let mut tx = platform_ctx(ctx, ctx.locale()).await?.begin().await?;
    let row: Option<Row> = sqlx::query_as(
        "select l.purpose, coalesce(l.email, u.email) as email, u.locale,
                l.purpose = 'email' and exists (select from tenancy.users o where o.email = l.email and o.id <> u.id) as is_taken
         from tenancy.user_links l join tenancy.users u on u.id = l.user_id
         where l.id = $1 and l.platform_id = $2 and l.token_hash is null and l.expires_at > $3",
    )
    .bind(job.link)
    .bind(ctx.platform_id().0)
    .bind(ctx.now())
    .fetch_optional(tx.conn())
    .await?;
    let Some(row) = row.filter(|row| !row.is_taken) else { return Ok(()) };
    tx.commit().await?;
    let locales = &ctx.scope().platform.locales;
    let chosen = row.locale.as_deref().and_then(Locale::from_code).filter(|locale| locales.contains(locale));
    let there = platform_ctx(ctx, chosen.unwrap_or(ctx.locale())).await?;
    let (token, hash) = one_time_token::new(&there);
    let mut tx = there.begin().await?;
    let written = sqlx::query("update tenancy.user_links set token_hash = $2 where id = $1 and token_hash is null")
        .bind(job.link)
        .bind(hash)
        .execute(tx.conn())
        .await?;
    if written.rows_affected() == 0 {
        return Ok(());
    }
    let letter = letter(&there, job, row, &token);
    send_in(&mut tx, letter).await?;
    tx.commit().await
}

fn letter(ctx: &Ctx, job: &SendLink, row: Row, token: &str) -> Letter {
    let (l, locale) = (of(ctx.locale()), ctx.locale());
    let platform = ctx.scope().platform.name.clone();
    let key = format!("tenancy.link:{}", job.link);
    let button =
        |label: &str, path: String| Some(MailButton { label: label.to_owned(), url: ctx.scope().absolute(&path) });
    if row.purpose == "password" {
        let mount = if job.in_admin { ADMIN } else { "" };
        return Letter {
            key,
            template: "tenancy.password_reset",
            to: row.email,
            locale,
            subject: td_string!(l, security.mail.reset_subject, platform = platform).to_string(),
            paragraphs: vec![td_string!(l, security.mail.reset_body).to_owned()],
            button: button(td_string!(l, security.mail.reset_button), format!("{mount}{NEW_PASSWORD}?token={token}")),
        };
    }
    Letter {
        key,
        template: "tenancy.email_confirmation",
        to: row.email,
        locale,
        subject: td_string!(l, security.mail.confirm_subject, platform = platform).to_string(),
        paragraphs: vec![td_string!(l, security.mail.confirm_body).to_owned()],
        button: button(td_string!(l, security.mail.confirm_button), format!("{CONFIRM_EMAIL}?token={token}")),
    }
}
