//! Tells those who may know: in the back office, and by mail whoever wants that.

use std::{collections::HashMap, sync::Arc};

use orion_contracts::mails::{MailButton, MailRequest, Mails};
use orion_kernel::{AppError, Frontend, Locale};
use orion_runtime::{Ctx, Job, JobCtx, JobError, Principal, PrincipalKind, Result, Tx, directory::Identity};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use super::{super::words::in_language, kind};
use crate::{
    i18n::{of, td_string},
    paths,
};

/// Delivers one notice.
#[derive(Serialize, Deserialize)]
pub struct DeliverNotice {
    pub notice: Uuid,
}

impl Job for DeliverNotice {
    const NAME: &'static str = "core.deliver_notice";

    async fn run(self, ctx: JobCtx) -> Result<(), JobError> {
        let ctx = ctx.ctx().await?;
        deliver(&ctx, self.notice).await.map_err(|error| AppError::from(error).into())
    }
}

#[derive(sqlx::FromRow)]
struct Notice {
    kind: String,
    user_id: Option<Uuid>,
    title: Value,
    body: Value,
    path: String,
}

async fn deliver(ctx: &Ctx, id: Uuid) -> Result<()> {
    let store = ctx.scope().store_id();
    let mut tx = ctx.begin().await?;
    let notice: Option<Notice> =
        sqlx::query_as("select kind, user_id, title, body, path from core.notices where platform_id = $1 and id = $2")
            .bind(ctx.platform_id().0)
            .bind(id)
            .fetch_optional(tx.conn())
            .await?;
    let Some(notice) = notice else { return Ok(()) };
    let (frontend, people) = match store {
        Some(_) => (Frontend::Store, PrincipalKind::Member),
        None => (Frontend::Admin, PrincipalKind::Operator),
    };
    let Some(kind) = kind(ctx.app(), &notice.kind, frontend) else {
        tracing::error!(kind = notice.kind, "no module registers this kind of notice");
        return Ok(());
    };
    let Some(identity) = ctx.app().identity(people).cloned() else { return Ok(()) };
    let known: Vec<(Uuid, bool, bool)> = sqlx::query_as(
        "select user_id, in_app, by_mail from core.notification_preferences
         where platform_id = $1 and store_id is not distinct from $2 and kind = $3",
    )
    .bind(ctx.platform_id().0)
    .bind(store.map(|store| store.0))
    .bind(kind.code)
    .fetch_all(tx.conn())
    .await?;
    let known: HashMap<Uuid, (bool, bool)> = known.into_iter().map(|(id, app, mail)| (id, (app, mail))).collect();
    for person in told(ctx, &identity, notice.user_id).await? {
        let is_meant = notice.user_id.is_some() || kind.permission.is_none_or(|needed| person.may(needed));
        if !is_meant {
            continue;
        }
        let (in_app, by_mail) = known.get(&person.id).copied().unwrap_or((true, kind.by_mail));
        if in_app {
            show(&mut tx, id, person.id).await?;
        }
        if by_mail {
            send(&mut tx, id, &notice, &person).await?;
        }
    }
    tx.commit().await
}

/// Everybody at the place, or the one it is for if they still work there.
async fn told(ctx: &Ctx, identity: &Arc<dyn Identity>, only: Option<Uuid>) -> Result<Vec<Principal>> {
    let (app, platform, store) = (ctx.app(), &ctx.scope().platform, ctx.scope().store.as_deref());
    let ids = match only {
        Some(id) => vec![id],
        None => identity.everybody(app, platform, store).await?,
    };
    let mut people = Vec::with_capacity(ids.len());
    for id in ids {
        people.extend(identity.principal(app, platform, store, id).await?);
    }
    Ok(people)
}

async fn show(tx: &mut Tx, notice: Uuid, user: Uuid) -> Result<()> {
    let ctx = tx.ctx().clone();
    sqlx::query(
        "insert into core.notifications (platform_id, store_id, user_id, notice_id, at)
         select platform_id, store_id, $3, id, at from core.notices where platform_id = $1 and id = $2
         on conflict do nothing",
    )
    .bind(ctx.platform_id().0)
    .bind(notice)
    .bind(user)
    .execute(tx.conn())
    .await?;
    Ok(())
}

async fn send(tx: &mut Tx, id: Uuid, notice: &Notice, person: &Principal) -> Result<()> {
    let ctx = tx.ctx().clone();
    let default = ctx.scope().platform.locales.first().copied().unwrap_or(Locale::En);
    let locale = person.locale.unwrap_or(default);
    let l = of(locale);
    let base = base(&ctx, locale, default);
    let body = in_language(&notice.body, locale, default);
    let button = (!notice.path.is_empty()).then(|| MailButton {
        label: td_string!(l, notifications.open).to_owned(),
        url: format!("{base}{}", notice.path),
    });
    let mail = MailRequest {
        key: format!("notice:{id}:{}", person.id),
        template: "core.notice".to_owned(),
        to: person.email.clone(),
        locale,
        subject: in_language(&notice.title, locale, default),
        paragraphs: if body.is_empty() { Vec::new() } else { vec![body] },
        button,
        small_print: td_string!(l, notifications.why_mail, address = format!("{base}{}", paths::PREFERENCES))
            .to_string(),
        is_confidential: false,
    };
    Ok(ctx.port::<dyn Mails>().send(tx, mail).await?)
}

/// The back office's address in a language.
fn base(ctx: &Ctx, locale: Locale, default: Locale) -> String {
    let origin = ctx.app().config().public_origin.of_host(&ctx.scope().platform.host);
    let prefix = if locale == default { String::new() } else { format!("/{}", locale.code()) };
    match &ctx.scope().store {
        Some(store) => format!("{origin}{prefix}/store/{}", store.code),
        None => format!("{origin}{prefix}/admin"),
    }
}
