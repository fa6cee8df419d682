//! What the back office asks and does.

use std::collections::BTreeMap;

use leptos::prelude::*;
use orion_kernel::{AppError, Locale, Paged};
use orion_ui::IndexQuery;

use crate::views::{MailId, MailRow, MailView, TemplatePreview};

/// A page of mails.
#[server(prefix = "/api/v1/store/messaging", endpoint = "list_mails")]
pub async fn list_mails(query: IndexQuery) -> Result<Paged<MailRow>, AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::VIEW).await?;
    Ok(crate::server::list_mails(&ctx, &query).await?)
}

/// How many mails are in each state.
#[server(prefix = "/api/v1/store/messaging", endpoint = "count_mails")]
pub async fn count_mails() -> Result<BTreeMap<String, u64>, AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::VIEW).await?;
    Ok(crate::server::count_mails(&ctx).await?)
}

/// One mail.
#[server(prefix = "/api/v1/store/messaging", endpoint = "mail_details")]
pub async fn mail_details(id: MailId) -> Result<MailView, AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::VIEW).await?;
    Ok(crate::server::mail_details(&ctx, id).await?)
}

/// Sends a mail once more.
#[server(prefix = "/api/v1/store/messaging", endpoint = "resend_mail")]
pub async fn resend_mail(id: MailId) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::SEND).await?;
    Ok(crate::server::resend_mail(&ctx, id).await?)
}

/// A template in a language.
#[server(prefix = "/api/v1/store/messaging", endpoint = "preview_template")]
pub async fn preview_template(code: String, locale: Locale) -> Result<TemplatePreview, AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::TEMPLATES).await?;
    Ok(crate::server::preview_template(&ctx, &code, locale).await?)
}
